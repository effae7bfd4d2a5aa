"""The demo's pictures: drawn, and put into the library."""

import io
import multiprocessing
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

from django.core.files.images import ImageFile

from editing.demo.prints import draw_jpeg
from media.licences import Licence
from media.models import SiteImage


def put_in_library(names: Iterable[str], titles: dict[str, str], alts: dict[str, str]) -> dict[str, SiteImage]:
    """Draws the pictures, two at a time, and keeps them as images by name."""
    wanted = list(names)
    # New processes instead of forks: a fork would share this process's database connection.
    with ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn")) as processes:
        drawn = dict(processes.map(draw_jpeg, wanted))
    return {name: keep(name, drawn[name], titles[name], alts[name]) for name in wanted}


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
