"""Pictures whose header promises more than there is, which Pillow fills with grey or black without a word.

Truncated files raise by themselves; these end properly and too early. Runs in the child process.
"""

import hashlib
import io
import itertools
import re
import zlib
from typing import Any

from PIL import Image

GREY = (127, 128)  # what libjpeg fills with; 127 where the colours are stored inverted
BLOCK = 8  # JPEG's smallest block
MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")  # in JPEG's pixel data: anything but a stuffed byte or a restart
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
# More pixel data, with every restart marker in turn, so that the decoder goes on with it wherever it had stopped.
MORE = b"".join(b"\x35\x9c\x4e\x71\xb8\x2a\xd6\x13" * 8 + bytes([0xFF, 0xD0 + number % 8]) for number in range(16))
STEP = 1 << 20  # bytes of PNG data unpacked at a time
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of PNG's colour types


def lacks_data(loaded: Image.Image, data: bytes) -> bool:
    """Whether the end of the picture was made up by the decoder. Looks closely only if that is how the end looks."""
    if loaded.format in {"JPEG", "MPO"}:
        return ends_grey(loaded) and more_data_changes(loaded, data)
    if loaded.format == "PNG":
        return ends_black(loaded) and is_short_png(data)
    return False


def ends_grey(loaded: Image.Image) -> bool:
    width, height = loaded.size
    corner = loaded.crop((width - BLOCK, height - BLOCK, width, height))
    return all(low >= GREY[0] and high <= GREY[1] for low, high in bands_of(corner))


def ends_black(loaded: Image.Image) -> bool:
    """One of the last two rows is empty (one of them belongs to the last pass of an interlaced picture)."""
    width, height = loaded.size
    rows = (loaded.crop((0, y, width, y + 1)) for y in (height - 2, height - 1))
    return any(all(high == 0 for _, high in bands_of(row)) for row in rows)


def bands_of(picture: Image.Image) -> list[Any]:
    """The lowest and highest value of each channel, as pairs."""
    return [band.getextrema() for band in picture.split()]


def more_data_changes(loaded: Image.Image, data: bytes) -> bool:
    """Whether the picture comes out otherwise with more pixel data before its end: then it was not complete."""
    end = end_of_image(data)
    with Image.open(io.BytesIO(data[:end] + MORE + data[end:]), formats=["JPEG"]) as longer:
        return digest(longer) != digest(loaded)


def end_of_image(data: bytes) -> int:
    """Where the end marker of a JPEG's first picture is; a second one may follow."""
    at = 2
    while at + 4 <= len(data) and data[at + 1] != END_OF_IMAGE:
        is_scan = data[at + 1] == START_OF_SCAN
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if is_scan:
            found = MARKER.search(data, at)
            at = found.start() if found else len(data)
    return at


def digest(picture: Image.Image) -> bytes:
    """A hash of the pixels, taken in strips: all of them at once would be another copy."""
    total = hashlib.sha256()
    for top in range(0, picture.height, 256):
        total.update(picture.crop((0, top, picture.width, min(top + 256, picture.height))).tobytes())
    return total.digest()


def is_short_png(data: bytes) -> bool:
    """Whether there are fewer bytes of pixels than the header asks for."""
    parts = png_chunks(data)
    header = next(body for name, body in parts if name == b"IHDR")
    wanted = png_bytes(header)
    unpacker = zlib.decompressobj()
    found = 0
    for body in (body for name, body in parts if name == b"IDAT"):
        while body and found < wanted:
            found += len(unpacker.decompress(body, STEP))
            body = unpacker.unconsumed_tail
    return found + len(unpacker.flush()) < wanted


def png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    at, chunks = 8, []
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += length + 12
    return list(itertools.takewhile(lambda chunk: chunk[0] != b"IEND", chunks))


def png_bytes(header: bytes) -> int:
    """The bytes of unpacked pixels of a PNG with this header: each row starts with one for its filter."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    bits = header[8] * CHANNELS[header[9]]
    passes = ADAM7 if header[12] else ((0, 0, 1, 1),)
    total = 0
    for left, top, step_x, step_y in passes:
        columns, rows = -(-(width - left) // step_x), -(-(height - top) // step_y)
        if columns > 0 and rows > 0:
            total += rows * (1 + -(-columns * bits // 8))
    return total
