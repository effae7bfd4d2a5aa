"""Makes the sizes of pictures and throws them away again. A web process never does this for a visitor."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction

from media import cutting
from media.layouts import CROPS, FIRST, Crop
from media.models import SiteImage
from media.processes import side_by_side

logger = logging.getLogger(__name__)

LOST = "lost"  # the key in `made` that says the original was reported as lost or broken


def storage() -> Storage:
    return storages["renditions"]


def missing(image: SiteImage, crops: Iterable[Crop]) -> list[Crop]:
    """Those of the crops of which a file has yet to be made. Asks the row, not the disk."""
    return [crop for crop in crops if image.made.get(crop.name) != crop.key(image)]


def make(image: SiteImage, crops: Iterable[Crop]) -> bool:
    """Makes all files of these crops; whether that could be done. A lost or broken original is logged, once."""
    return next(make_all([(image, list(crops))]))[1]


def make_all(wanted: Iterable[tuple[SiteImage, list[Crop]]]) -> Iterator[tuple[SiteImage, bool]]:
    """The same for many pictures: other processes make the files, only this one knows the database."""
    asked: deque[tuple[SiteImage, list[Crop]]] = deque()

    def orders() -> Iterator[cutting.Order]:
        for image, crops in wanted:
            asked.append((image, crops))
            yield order(image, crops)

    for made in side_by_side(cutting.made, orders()):
        image, crops = asked.popleft()
        yield image, store(image, crops, made)


def order(image: SiteImage, crops: Iterable[Crop]) -> cutting.Order:
    """What is to be made; of a lost original from no bytes, which is broken too."""
    cuts = tuple(cutting.Cut(crop.box(image), tuple(crop.files(image, crop.key(image)))) for crop in crops)
    try:
        with image.file.storage.open(image.file.name) as file:
            return cutting.Order(file.read(), cuts)
    except OSError:
        return cutting.Order(b"", cuts)


def store(image: SiteImage, crops: Iterable[Crop], made: cutting.Made) -> bool:
    """Keeps the files and writes them down; False, and a line in the log, if there are none or no place for them."""
    error = made.error
    try:
        for name, data in made.files:
            keep(name, data)
    except OSError as fault:
        error = repr(fault)
    if not error:
        return note(image, {crop.name: crop.key(image) for crop in crops}, image.tint or made.tint)
    if LOST not in image.made:
        logger.error("Picture %s (%s) is lost or broken: %s", image.pk, image.title, error)
    note(image, {LOST: image.file.name})
    return False


def keep(name: str, data: bytes) -> None:
    """Stores a file under exactly this name; one that was there gives way to it in one step."""
    storage().save(name, ContentFile(data))


def keep_first(image: SiteImage, data: bytes, tint: str) -> None:
    """Stores what the intake made of an upload: the 800 pixels that pages show until all sizes are there."""
    name, _, _ = next(FIRST.files(image, FIRST.key(image)))
    keep(name, data)
    note(image, {FIRST.name: FIRST.key(image)}, tint)


def note(image: SiteImage, made: dict[str, str], tint: str | None = None) -> bool:
    """Writes down what was made, on the row as it is now; False if the picture has another file by now, or is gone."""
    with transaction.atomic():
        row = SiteImage.objects.select_for_update().filter(pk=image.pk).first()
        if row is None or row.file.name != image.file.name:
            return False
        row.made = image.made = {**{name: key for name, key in row.made.items() if name in CROPS}, **made}
        if tint is not None:
            row.tint = image.tint = tint
        row.save(update_fields=["made", "tint"])
    return True


def drop(image: SiteImage, crops: Iterable[Crop]) -> None:
    """Pages no longer show these crops: a file of them is lost."""
    names = {crop.name for crop in crops}
    if not names:
        return
    with transaction.atomic():
        row = SiteImage.objects.select_for_update().filter(pk=image.pk).first()
        if row is not None:
            row.made = image.made = {name: key for name, key in row.made.items() if name not in names}
            row.save(update_fields=["made"])


def forget(image: SiteImage) -> None:
    """After its file was replaced or lost its place: nothing that was made of the earlier one is shown any more."""
    names = list(files_of(image))
    SiteImage.objects.filter(pk=image.pk).update(made={}, tint="")
    image.made, image.tint = {}, ""
    transaction.on_commit(lambda: remove(names))


def remove(names: Iterable[str]) -> None:
    for name in names:
        storage().delete(name)


def files_of(image: SiteImage) -> Iterator[str]:
    """The names of all files that the row says were made."""
    for crop_name, key in image.made.items():
        crop = CROPS.get(crop_name)
        if crop and key.startswith(crop.mark):
            yield from (name for name, _, _ in crop.files(image, key))


def lost_crops(image: SiteImage) -> list[Crop]:
    """The crops of which the row says that they were made, but a file is gone."""
    stored = storage()
    return [
        crop
        for crop in map(CROPS.get, image.made)
        if crop
        and (key := crop.made_key(image))
        and not all(stored.exists(name) for name, _, _ in crop.files(image, key))
    ]
