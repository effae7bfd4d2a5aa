"""The ways in which pages show pictures: what is cut out of one, in which sizes, and how wide that is on the screen.

Nothing here looks at a file or a database: the name, width and height of every size follow from the picture's row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from media.models import SiteImage

UPRIGHT_FOCUS = (0.5, 1 / 3)  # a person stands in it, with the face in the upper third
FOCUS = (0.5, 0.5)


@dataclass(frozen=True)
class Crop:
    """What is cut out of a picture, and the widths in which that is kept. Layouts share crops."""

    name: str
    widths: tuple[int, ...]  # pixels, rising; what a smaller original does not have is not made
    ratio: float | None = None  # width : height; None keeps the whole picture
    fallback_width: int = 0  # of the one JPEG for browsers that read neither AVIF nor WebP
    formats: tuple[str, ...] = ("avif", "webp")
    edition: int = 1  # raised when the same widths are to be made anew, with another quality for example

    @cached_property
    def mark(self) -> str:
        """Four characters that change with anything that makes other files."""
        return digest(self.widths, self.ratio, self.fallback_width, self.formats, self.edition)[:4]

    def box(self, image: SiteImage) -> tuple[int, int, int, int]:
        """Left, upper, right and lower edge of what is cut out: as large as it gets, around the focal point.

        The focal point keeps its place, in parts of width and height, as with `object-position` in CSS; then the box
        moves until it holds the whole area around it, if that fits.
        """
        width, height = image.width, image.height
        if self.ratio is None:
            return 0, 0, width, height
        box_width, box_height = min(width, round(height * self.ratio)), min(height, round(width / self.ratio))
        x, y = focus(image)
        around = (image.focal_point_width or 0, image.focal_point_height or 0)
        left = shifted(x, width, box_width, around[0])
        upper = shifted(y, height, box_height, around[1])
        return left, upper, left + box_width, upper + box_height

    def sizes(self, image: SiteImage) -> list[tuple[int, int]]:
        """Width and height of every size of this picture, from small to large."""
        left, upper, right, lower = self.box(image)
        largest = right - left
        found = sorted({min(width, largest) for width in self.widths})
        return [(width, max(1, round(width * (lower - upper) / largest))) for width in found]

    def fallback(self, image: SiteImage) -> tuple[int, int]:
        """Width and height of the file for older browsers."""
        left, upper, right, lower = self.box(image)
        width = min(self.fallback_width, right - left)
        return width, max(1, round(width * (lower - upper) / (right - left)))

    def key(self, image: SiteImage) -> str:
        """Changes with the picture's file, with its focal point and with this crop."""
        place = "" if self.ratio is None else self.box(image)
        return self.mark + digest(image.file.name, image.width, image.height, place)[:8]

    def made_key(self, image: SiteImage) -> str:
        """The key under which this crop was made last, perhaps around an earlier focal point; empty if never."""
        key = image.made.get(self.name, "")
        return key if key.startswith(self.mark) else ""

    def files(self, image: SiteImage, key: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
        """Name, format and size of every file that belongs to this picture."""
        for size in self.sizes(image):
            for format_ in self.formats:
                yield file_name(image, self, key, size[0], format_), format_, size
        if self.fallback_width:
            size, format_ = self.fallback(image), plain_format(image)
            yield file_name(image, self, key, size[0], format_), format_, size


class Whole(Crop):
    """The whole picture once, made at the upload: what pages show until its sizes are there."""

    def fallback(self, image: SiteImage) -> tuple[int, int]:
        """No side is longer than the fallback's width."""
        part = min(1, self.fallback_width / max(image.width, image.height))
        return max(1, round(image.width * part)), max(1, round(image.height * part))


FIRST = Whole("first", widths=(), fallback_width=800, formats=())
UPRIGHT = Crop("4x5", (240, 400, 560, 780, 1080), 4 / 5, 560)
THUMB = Crop("thumb", (120, 240), 4 / 5, 240)
LYING = Crop("3x2", (320, 480, 720, 960, 1200), 3 / 2, 720)
TALL = Crop("2x3", (160, 320, 480), 2 / 3, 320)
FREE = Crop("free", (480, 720, 960, 1200), None, 720)
LOGO = Crop("logo", (160, 320, 480), None, 320)

CROPS = {crop.name: crop for crop in (FIRST, UPRIGHT, THUMB, LYING, TALL, FREE, LOGO)}


@dataclass(frozen=True)
class Layout:
    """One way in which pages show a crop: which of its widths are of use there, and the `sizes` attribute."""

    crop: Crop
    widths: tuple[int, ...]
    sizes: str


# A phone with more than two pixels to a point gets large pictures as if it had two: nobody sees the others.
SHARP_PHONE = "(max-width: 40rem) and (min-resolution: 2.5dppx)"

# A card is 34vw wide on a phone. It says a hair less, so that a screen of less than twice the density is content with
# the smallest file: half the bytes, of a sharpness that nobody can tell apart.
LAYOUTS = {
    "portrait": Layout(
        UPRIGHT,
        (400, 560, 780, 1080),
        f"{SHARP_PHONE} 55vw, (min-width: 60rem) 29rem, (min-width: 40rem) 24rem, 74vw",
    ),
    "card": Layout(UPRIGHT, (240, 400, 560, 780), "(min-width: 60rem) 25rem, (min-width: 40rem) 29vw, 33vw"),
    "thumb": Layout(THUMB, (120, 240), "5rem"),
    "result": Layout(THUMB, (120, 240), "(min-width: 40rem) 7rem, 4.25rem"),
    "arch": Layout(TALL, (160, 320, 480), "(min-width: 60rem) 15rem, (min-width: 48rem) 17vw, 4.35rem"),
    "niche": Layout(TALL, (160, 320), "(min-width: 60rem) 9rem, 5.5rem"),
    "wide": Layout(LYING, (480, 720, 960, 1200), f"{SHARP_PHONE} 70vw, (min-width: 60rem) 42rem, 92vw"),
    "leading": Layout(
        LYING, (480, 720, 960, 1200), f"{SHARP_PHONE} 70vw, (min-width: 60rem) 42rem, (min-width: 40rem) 44vw, 92vw"
    ),
    "teaser": Layout(LYING, (320, 480, 720), "(min-width: 60rem) 21rem, (min-width: 40rem) 44vw, 92vw"),
    "row": Layout(LYING, (320, 480, 720), "(min-width: 60rem) 19rem, (min-width: 40rem) 28vw, 92vw"),
    "related": Layout(LYING, (320, 480, 720), "(min-width: 60rem) 20rem, (min-width: 40rem) 44vw, 28vw"),
    "teaser_person": Layout(UPRIGHT, (240, 400), "(min-width: 40rem) 10.5rem, 4.75rem"),
    "figure": Layout(FREE, (480, 720, 960, 1200), f"{SHARP_PHONE} 70vw, (min-width: 45rem) 35rem, 92vw"),
    "logo": Layout(LOGO, (160, 320, 480), "14rem"),
}


def focus(image: SiteImage) -> tuple[float, float]:
    """Where to look, as parts of width and height; the editor's focal point, or a place that suits the shape."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return UPRIGHT_FOCUS if image.height > image.width else FOCUS
    return min(1, image.focal_point_x / image.width), min(1, image.focal_point_y / image.height)


def shifted(place: float, whole: int, part: int, around: int) -> int:
    """Where a box of `part` pixels begins on a side of `whole` pixels."""
    start = place * (whole - part)
    if around < part:
        start = min(max(start, place * whole + around / 2 - part), place * whole - around / 2)
    return round(min(max(start, 0), whole - part))


def plain_format(image: SiteImage) -> str:
    """What every browser reads: PNG for what is drawn or transparent, JPEG for photos."""
    return "png" if image.file.name.endswith(".png") else "jpg"


def file_name(image: SiteImage, crop: Crop, key: str, width: int, format_: str) -> str:
    """Where the file is stored and served: `images/12-4x5-3f9a1c2e77aa-780.avif`."""
    return f"images/{image.pk}-{crop.name}-{key}-{width}.{format_}"


def digest(*facts: object) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()
