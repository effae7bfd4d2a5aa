"""Makes the files of one picture: cut, made smaller and written in the formats that browsers read.

Formats and quality were chosen by measurement (`make bench-media` prints it): a portrait photo of 780 pixels wide is at
most 60 kB with a structural similarity of 0.95 to what it was before. AVIF with speed 8 takes a third of the time of
speed 6 for files that are 4 % larger.
"""

import io
from typing import Any

from PIL import Image

BITS_PER_PIXEL = 0.63  # the most that a file may take: 60 kB for 780 × 975; what is noisier gets a lower quality
LIGHT = 6_000  # bytes; a file that small is never too heavy
LARGE = 780  # pixels wide; smaller ones are shown on sharp screens, where one sees less of them
QUALITIES = {  # format: for large ones, for small ones, and what remains when a file is too heavy
    "avif": (70, 60, 50, 40),
    "webp": (85, 78, 65, 45),
    "jpg": (80, 76, 65, 50),
}
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "speed": 8, "subsampling": "4:2:0"},
    "webp": {"format": "WEBP", "method": 4},
    "jpg": {"format": "JPEG", "progressive": True, "optimize": True},
    "png": {"format": "PNG", "optimize": True},
}


def resized(picture: Image.Image, box: tuple[int, int, int, int], size: tuple[int, int]) -> Image.Image:
    """That part of the picture in this size."""
    if picture.mode not in ("RGB", "RGBA", "L", "LA"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    # Pillow halves a large picture first, at three times the size it is to have: no difference to see, half the time.
    return picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def encoded(picture: Image.Image, format_: str) -> bytes:
    """The picture as a file of that format, without metadata, and no heavier than a page can carry if possible."""
    if format_ == "jpg" and picture.mode in ("RGBA", "LA"):
        picture = on_white(picture)
    if format_ == "png":
        return written(picture, OPTIONS["png"])
    large, *smaller = QUALITIES[format_]
    most = max(LIGHT, picture.width * picture.height * BITS_PER_PIXEL / 8)
    data = b""
    for quality in [large, *smaller] if picture.width >= LARGE else smaller:
        data = written(picture, {**OPTIONS[format_], "quality": quality})
        if len(data) <= most:
            break
    return data


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
