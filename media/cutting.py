"""All files of one picture, made from its original: bytes in, bytes out.

Knows neither Django nor the database, so that any process can do it, and the same bytes come out everywhere.
"""

import io
from dataclasses import dataclass

from PIL import Image

from media import encoding

# What Pillow raises for files that are cut off or no picture at all; and the storage for those that are lost.
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Cut:
    """One crop of a picture: what is cut out of it, and the files that are made of that."""

    box: tuple[int, int, int, int]  # left, upper, right and lower edge
    files: tuple[tuple[str, str, tuple[int, int]], ...]  # name, format, width and height of each


@dataclass(frozen=True)
class Order:
    """What is to be made of one original."""

    original: bytes
    cuts: tuple[Cut, ...]


@dataclass(frozen=True)
class Made:
    """What came of it; with an error nothing did."""

    files: tuple[tuple[str, bytes], ...] = ()
    tint: str = ""
    error: str = ""


def made(order: Order) -> Made:
    """Every file of the order. Raises nothing for an original that is broken."""
    try:
        original = Image.open(io.BytesIO(order.original))
        original.load()
        files = tuple(file for cut in order.cuts for file in files_of(original, cut))
        return Made(files, encoding.tint(original))
    except BROKEN as error:
        return Made(error=repr(error))


def files_of(original: Image.Image, cut: Cut) -> list[tuple[str, bytes]]:
    """The original is read once for all of them, and every size once for all formats."""
    pictures: dict[tuple[int, int], Image.Image] = {}
    files = []
    for name, format_, size in cut.files:
        if size not in pictures:
            pictures[size] = encoding.resized(original, cut.box, size)
        files.append((name, encoding.encoded(pictures[size], format_)))
    return files
