"""Makes the files of one picture: cut, made smaller and written in the formats that browsers read.

Formats and quality were chosen by measurement (`make bench-media`) for a portrait of 780 pixels wide, which may take
60 kB. A calm one is hard to tell from what it was at half of that; a grainy one gets all of it, and if that is not
enough a lower quality. AVIF tuned for structural similarity is a tenth smaller than with Pillow's own tuning.
"""

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image

MOST = 0.63  # bits for a pixel that a file may take: 60 kB for 780 × 975
GRAINY = 0.4  # bits for a pixel: a picture that takes more has grain, which needs the best that fits
LIGHT = 9_000  # bytes; a file that small is never too heavy
LARGE = 780  # pixels wide; smaller ones are shown on sharp screens, where one sees less of them
CLOSE = 0.96  # part of what a file may take; from there on a better quality is not looked for
TRIES = 6
STEEP = 40  # steps of quality; a file doubles within that


@dataclass(frozen=True)
class Format:
    """How files of one format are written; qualities are that format's own numbers."""

    options: dict[str, Any]
    best: int  # of a large grainy picture
    usual: int  # of a large one
    small: int  # of a small one
    least: int
    doubles: float  # steps of quality that about double a file


# One thread, because the number of threads changes AVIF's bytes: every machine is to make the same files.
AVIF = {"format": "AVIF", "subsampling": "4:2:0", "max_threads": 1, "advanced": {"tune": "ssim"}}
FORMATS = {
    "avif": Format({**AVIF, "speed": 8}, best=84, usual=72, small=62, least=8, doubles=14),
    "webp": Format({"format": "WEBP", "method": 4}, best=90, usual=82, small=74, least=1, doubles=25),
    "jpg": Format(
        {"format": "JPEG", "progressive": True, "optimize": True}, best=85, usual=80, small=76, least=10, doubles=28
    ),
}
WITH_CARE = {"avif": {"speed": 7}}  # for large ones: 8 % smaller in twice the time; slower speeds hardly gain
PNG = {"format": "PNG", "optimize": True}


def resized(picture: Image.Image, box: tuple[int, int, int, int], size: tuple[int, int]) -> Image.Image:
    """That part of the picture in this size."""
    if picture.mode not in ("RGB", "RGBA", "L", "LA"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    # Pillow halves a large picture first, at three times the size it is to have: no difference to see, half the time.
    return picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def encoded(picture: Image.Image, format_: str) -> bytes:
    """The picture as a file of that format, without metadata, and no heavier than a page can carry if possible."""
    if format_ == "png":
        return written(picture, PNG)
    if format_ == "jpg" and picture.mode in ("RGBA", "LA"):
        picture = on_white(picture)
    kind, pixels = FORMATS[format_], picture.width * picture.height
    is_large = picture.width >= LARGE
    options = {**kind.options, **(WITH_CARE.get(format_, {}) if is_large else {})}

    def write(quality: int) -> bytes:
        return written(picture, {**options, "quality": quality})

    start = kind.usual if is_large else kind.small
    data = write(start)
    is_grainy = is_large and len(data) * 8 > pixels * GRAINY
    most = max(LIGHT, pixels * MOST / 8)
    if len(data) <= most and not is_grainy:
        return data
    return best_that_fits(
        write, range(kind.least, (kind.best if is_grainy else start) + 1), kind.doubles, most, start, data
    )


def best_that_fits(
    write: Callable[[int], bytes], qualities: range, doubles: float, most: float, quality: int, data: bytes
) -> bytes:
    """The file of about the best quality that has at most so many bytes; of the lowest one if none has.

    Begins with the file that was made already. The next quality follows from the last two, because the logarithm of the
    size nearly follows a line; at first from `doubles`, the step that about doubles a file.
    """
    fits, too_heavy, found = qualities.start - 1, qualities.stop, b""
    wanted = most * (1 + CLOSE) / 2
    for _ in range(TRIES):
        if len(data) <= most:
            fits, found = quality, data
        else:
            too_heavy = quality
        if too_heavy - fits < 2 or most * CLOSE <= len(data) <= most:
            break
        before, size = quality, len(data)
        aim = quality - doubles * math.log2(size / wanted)
        quality = min(max(math.floor(aim), fits + 1), too_heavy - 1)
        data = write(quality)
        growth = math.log2(len(data) / size) / (quality - before)  # doublings in one step of quality
        doubles = min(1 / growth, STEEP) if growth > 0 else doubles
    return found or write(qualities.start)


def written(picture: Image.Image, options: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    picture.info.clear()  # Pillow would write comments and profiles into the new file
    picture.save(file, **options)
    return file.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture.convert("RGB"), mask=picture.getchannel("A"))
    return ground


def tint(picture: Image.Image) -> str:
    """The colour of the whole as three digits from 0 to 3 (red, green, blue); empty if one can see through it."""
    if picture.mode in ("RGBA", "LA", "P", "PA"):
        return ""
    pixel = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return "".join(str(channel // 64) for channel in pixel)
