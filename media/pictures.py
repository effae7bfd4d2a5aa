"""Pictures as a page shows them. All of it follows from the picture's row: no query, no file is looked at."""

from dataclasses import dataclass

from media.layouts import FIRST, LAYOUTS, Crop, file_name, focus, plain_format
from media.models import SiteImage

ADDRESS = "/bestanden/"
STEPS = 4  # the focal point is said in quarters of width and height
MIDDLE = STEPS // 2


@dataclass(frozen=True)
class Source:
    """One file of a picture."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture in one layout: AVIF and WebP from small to large, and the file for older browsers."""

    sources: dict[str, str]  # format: the `srcset` attribute; empty until the sizes are made
    fallback: Source
    classes: str  # for the stylesheet: the colour until the file is there, and what stays in sight where it is cut


def picture_in(image: SiteImage | None, layout_name: str) -> Picture | None:
    """The picture in its sizes; the one of 800 pixels until those are made; None if there is no file to show."""
    if not image:
        return None
    layout = LAYOUTS[layout_name]
    if key := layout.crop.made_key(image):
        widths = {width for width, _ in layout.crop.sizes(image)}
        shown = sorted({min(width, max(widths)) for width in layout.widths} & widths)
        sources = {
            format_: ", ".join(f"{address(image, layout.crop, key, width, format_)} {width}w" for width in shown)
            for format_ in layout.crop.formats
        }
        return Picture(sources, fallback(image, layout.crop, key), classes(image))
    if key := FIRST.made_key(image):
        return Picture({}, fallback(image, FIRST, key), f"{classes(image)} cut-{layout.crop.name}".strip())
    return None


def fallback(image: SiteImage, crop: Crop, key: str) -> Source:
    width, height = crop.fallback(image)
    return Source(address(image, crop, key, width, plain_format(image)), width, height)


def address(image: SiteImage, crop: Crop, key: str, width: int, format_: str) -> str:
    return ADDRESS + file_name(image, crop, key, width, format_)


def classes(image: SiteImage) -> str:
    """`tint-213 focus-4-3`; what the stylesheet does anyway is not said."""
    x, y = (round(part * STEPS) for part in focus(image))
    found = [f"tint-{image.tint}"] if image.tint else []
    if (x, y) != (MIDDLE, MIDDLE):
        found.append(f"focus-{x}-{y}")
    return " ".join(found)
