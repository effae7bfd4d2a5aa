"""The demo's pictures: drawn, and put into the library."""

import io
from collections.abc import Iterable

from django.core.files.images import ImageFile

from editing.demo.prints import draw_jpeg
from media.licences import Licence
from media.models import SiteImage
from media.processes import side_by_side


def put_in_library(names: Iterable[str], titles: dict[str, str], alts: dict[str, str]) -> dict[str, SiteImage]:
    """Draws the pictures, side by side, and keeps them as images by name."""
    drawn = side_by_side(draw_jpeg, names)
    return {name: keep(name, data, titles[name], alts[name]) for name, data in drawn}


def keep(name: str, data: bytes, title: str, alt: str) -> SiteImage:
    kind, _, key = name.partition(":")
    image = SiteImage(title=title, description=alt, credit="tekening voor deze demo", licence=Licence.OWN)
    image.file = ImageFile(io.BytesIO(data), name=f"{kind}-{key}.jpg")
    image.width, image.height = image.file.width, image.file.height
    if kind == "portrait":  # crops keep the face, which is drawn in the upper half
        image.focal_point_x, image.focal_point_y = image.width // 2, round(image.height * 0.38)
        image.focal_point_width, image.focal_point_height = round(image.width * 0.5), round(image.height * 0.5)
    image.save()
    return image
