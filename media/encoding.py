"""Makes the files of one picture: cut, made smaller and written in the formats that browsers read.

Formats and quality were chosen by measurement (`make bench-media`) for a portrait of 780 pixels wide: the best
that fits into 60 kB, which is a structural similarity of about 0.95 to what it was, less where it is all grain.
AVIF tuned for that measure is a sixth smaller than with Pillow's own tuning.
"""

import io
from typing import Any

from PIL import Image

BITS_PER_PIXEL = 0.63  # the most that a file may take: 60 kB for 780 × 975; what is noisier gets a lower quality
LIGHT = 6_000  # bytes; a file that small is never too heavy
LARGE = 780  # pixels wide; smaller ones are shown on sharp screens, where one sees less of them
QUALITIES = {  # format: of large ones, from the best down to the first that is not too heavy
    "avif": (78, 76, 74, 72, 70, 64, 56, 48),
    "webp": (88, 85, 80, 70, 50),
    "jpg": (82, 76, 65, 50),
}
SMALL_FROM = {"avif": 5, "webp": 2, "jpg": 1}  # where small ones begin on that ladder
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "speed": 8, "subsampling": "4:2:0", "advanced": {"tune": "ssim"}},
    "webp": {"format": "WEBP", "method": 4},
    "jpg": {"format": "JPEG", "progressive": True, "optimize": True},
    "png": {"format": "PNG", "optimize": True},
}
LARGE_OPTIONS = {"avif": {"speed": 6}}  # 6 % smaller than with speed 8, in three times the time


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
    is_large = picture.width >= LARGE
    qualities = QUALITIES[format_] if is_large else QUALITIES[format_][SMALL_FROM[format_] :]
    most = max(LIGHT, picture.width * picture.height * BITS_PER_PIXEL / 8)
    quality, data = best_that_fits(picture, OPTIONS[format_], qualities, most)
    if is_large and format_ in LARGE_OPTIONS:  # looked for at speed, written with care: never heavier than what fitted
        data = written(picture, {**OPTIONS[format_], **LARGE_OPTIONS[format_], "quality": quality})
    return data


def best_that_fits(
    picture: Image.Image, options: dict[str, Any], qualities: tuple[int, ...], most: float
) -> tuple[int, bytes]:
    """The best of these qualities (from high to low) whose file has at most so many bytes, else the last; its file.

    Tries the best one, then halves the ladder: four files at the most where going down it would take eight.
    """

    def at(quality: int) -> bytes:
        if quality not in made:
            made[quality] = written(picture, {**options, "quality": quality})
        return made[quality]

    made: dict[int, bytes] = {}
    low, high = 0, len(qualities) - 1
    if len(at(qualities[0])) <= most:
        high = 0
    while low < high:
        middle = (low + high) // 2
        if len(at(qualities[middle])) <= most:
            high = middle
        else:
            low = middle + 1
    return qualities[low], at(qualities[low])


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
