"""Pictures as a page shows them: the sizes of every layout, and how a page gets those of many images at once."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.core.cache import cache

from media.models import SiteImage, SiteRendition

ROWS_KEPT = 600  # seconds that the addresses of renditions may be kept; they never change while their file exists


@dataclass(frozen=True)
class Layout:
    """One way in which pages show a picture: a crop, the widths made of it, and how wide it is on the page."""

    operation: str  # Wagtail's filter with {w} and {h}
    widths: tuple[int, ...]
    ratio: float | None  # width : height; None keeps the picture's own
    sizes: str  # the `sizes` attribute

    def spec(self, width: int, format_: str) -> str:
        """Wagtail's filter for one width: `fill-480x600|format-webp`."""
        height = round(width / self.ratio) if self.ratio else width * 2
        return f"{self.operation.format(w=width, h=height)}|format-{format_}"

    @property
    def fallback_spec(self) -> str:
        """The JPEG for browsers without WebP, in the middle width."""
        return self.spec(self.widths[len(self.widths) // 2], "jpeg")

    @cached_property
    def specs(self) -> tuple[str, ...]:
        return (*(self.spec(width, "webp") for width in self.widths), self.fallback_spec)


LAYOUTS = {
    "portrait": Layout(
        "fill-{w}x{h}", (400, 560, 780, 1080), 4 / 5, "(min-width: 60rem) 29rem, (min-width: 40rem) 24rem, 74vw"
    ),
    "card": Layout(
        "fill-{w}x{h}", (200, 320, 480, 720), 4 / 5, "(min-width: 60rem) 25rem, (min-width: 40rem) 29vw, 34vw"
    ),
    "arch": Layout(
        "fill-{w}x{h}", (160, 320, 480), 2 / 3, "(min-width: 60rem) 15rem, (min-width: 48rem) 17vw, 4.35rem"
    ),
    "wide": Layout("fill-{w}x{h}", (480, 720, 1200), 3 / 2, "(min-width: 60rem) 42rem, 92vw"),
    "teaser": Layout("fill-{w}x{h}", (320, 480, 720), 3 / 2, "(min-width: 60rem) 21rem, (min-width: 40rem) 44vw, 92vw"),
    "thumb": Layout("fill-{w}x{h}", (120, 240), 4 / 5, "5rem"),
    "figure": Layout("max-{w}x{h}", (480, 720, 1200), None, "(min-width: 45rem) 35rem, 92vw"),
    "logo": Layout("max-{w}x{h}", (320, 480), None, "14rem"),
}


@dataclass(frozen=True)
class Source:
    """One file of a picture."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture in one layout: the WebP files from small to large and the JPEG for older browsers."""

    sources: tuple[Source, ...]
    fallback: Source

    @property
    def srcset(self) -> str:
        return ", ".join(f"{source.url} {source.width}w" for source in self.sources)


def pictures(images: Iterable[SiteImage | None], layout_name: str) -> dict[int, Picture]:
    """The pictures of these images by image id; one query for all that are not remembered.

    A size that does not exist yet is made. An image whose file is broken or lost is left out, and the page does
    without it.
    """
    wanted = {image.pk: image for image in images if image is not None}
    keys = {cache_key(image, layout_name): pk for pk, image in wanted.items()}
    found = {keys[key]: picture for key, picture in cache.get_many(keys).items()}
    missing = [image for pk, image in wanted.items() if pk not in found]
    if missing:
        made = load(missing, LAYOUTS[layout_name])
        cache.set_many({cache_key(wanted[pk], layout_name): picture for pk, picture in made.items()}, ROWS_KEPT)
        found |= made
    return found


def cache_key(image: SiteImage, layout_name: str) -> str:
    """Changes with the file, the focal point and the sizes of the layout."""
    focus = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    facts = f"{image.file.name}{focus}{LAYOUTS[layout_name].specs}"
    return f"picture:{image.pk}:{hashlib.sha256(facts.encode()).hexdigest()[:16]}"


def load(images: list[SiteImage], layout: Layout) -> dict[int, Picture]:
    """The pictures of these images from their rows, making what is missing."""
    rows: dict[int, dict[str, SiteRendition]] = {image.pk: {} for image in images}
    for rendition in SiteRendition.objects.filter(image__in=images, filter_spec__in=layout.specs):
        rows[rendition.image_id][rendition.filter_spec] = rendition
    made = {}
    for image in images:
        missing = [spec for spec in layout.specs if spec not in rows[image.pk]]
        try:
            renditions = rows[image.pk] | (image.get_renditions(*missing) if missing else {})
            made[image.pk] = picture_from(renditions, layout)
        except (OSError, ValueError):  # the original is lost or broken
            continue
    return made


def picture_from(renditions: dict[str, SiteRendition], layout: Layout) -> Picture:
    """Puts the files in order of width; a small original gives the same file for several widths, named once."""
    by_width: dict[int, Source] = {}
    for width in layout.widths:
        rendition = renditions[layout.spec(width, "webp")]
        by_width.setdefault(rendition.width, Source(rendition.url, rendition.width, rendition.height))
    fallback = renditions[layout.fallback_spec]
    return Picture(tuple(by_width.values()), Source(fallback.url, fallback.width, fallback.height))
