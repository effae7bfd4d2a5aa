"""Makes the sizes of pictures and throws them away again. A web process never does this for a visitor."""

import io
import logging
from collections.abc import Iterable, Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from PIL import Image

from media import encoding
from media.layouts import CROPS, FIRST, Crop
from media.models import SiteImage

logger = logging.getLogger(__name__)

# What Pillow raises for files that are lost, cut off or no picture at all.
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
LOST = "lost"  # the key in `made` that says the original was reported as lost or broken


def storage() -> Storage:
    return storages["renditions"]


def missing(image: SiteImage, crops: Iterable[Crop]) -> list[Crop]:
    """Those of the crops of which a file has yet to be made. Asks the row, not the disk."""
    return [crop for crop in crops if image.made.get(crop.name) != crop.key(image)]


def make(image: SiteImage, crops: Iterable[Crop]) -> bool:
    """Makes all files of these crops; whether that could be done. A lost or broken original is logged, once."""
    try:
        with image.file.storage.open(image.file.name) as file:
            original = Image.open(io.BytesIO(file.read()))
            original.load()
        tint = image.tint or encoding.tint(original)
        made = {crop.name: cut(image, crop, original) for crop in crops}
    except BROKEN as error:
        if LOST not in image.made:
            logger.error("Picture %s (%s) is lost or broken: %r", image.pk, image.title, error)
        note(image, {LOST: image.file.name})
        return False
    return note(image, made, tint)


def cut(image: SiteImage, crop: Crop, original: Image.Image) -> str:
    """Writes all files of one crop; the key under which they were made."""
    key, box = crop.key(image), crop.box(image)
    pictures: dict[tuple[int, int], Image.Image] = {}
    for name, format_, size in crop.files(image, key):
        if size not in pictures:
            pictures[size] = encoding.resized(original, box, size)
        keep(name, encoding.encoded(pictures[size], format_))
    return key


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
