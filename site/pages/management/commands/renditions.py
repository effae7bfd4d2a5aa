from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import Storage, default_storage
from django.core.management.base import BaseCommand
from django.utils import timezone

from media import sizes
from media.layouts import FIRST, Crop
from media.models import SiteDocument, SiteImage, SiteRendition
from pages.picture_sizes import look_after_all, wanted_everywhere

BEING_MADE = timedelta(minutes=10)  # a file that is younger may belong to a row that is not there yet


class Command(BaseCommand):
    help = (
        "Makes the sizes of pictures that are missing, and those whose file is lost; removes files that belong to no "
        "picture. The scheduler has it done every hour."
    )

    def add_arguments(self, parser):
        parser.add_argument("--later", action="store_true", help="Leaves it to the worker, and returns at once.")

    def handle(self, *, later, verbosity, **options):
        if later:
            look_after_all.enqueue()
            return
        self.verbosity = verbosity
        made, broken = self.make()
        removed = self.remove_orphans()
        if verbosity:
            self.stdout.write(f"Pictures: {made} made, {len(broken)} lost or broken; {removed} files removed.")
            for image in broken:
                self.stdout.write(f"  Lost or broken: {image.title} ({image.file.name})")
            for name in unknown_originals():
                self.stdout.write(f"  Belongs to nothing, and is left alone: {name}")

    def make(self) -> tuple[int, list[SiteImage]]:
        """How many pictures got files, and those of which none could be made."""
        made, broken = 0, []
        for image, is_made in sizes.make_all(self.incomplete()):
            if is_made:
                made += 1
            else:
                broken.append(image)
            if self.verbosity:
                self.stdout.write(f"{made + len(broken)}: {image.title}")
        return made, broken

    def incomplete(self) -> Iterator[tuple[SiteImage, list[Crop]]]:
        """The pictures of which something is missing, with what that is."""
        wanted = wanted_everywhere()
        for image in SiteImage.objects.order_by("pk").iterator(chunk_size=100):
            sizes.drop(image, sizes.lost_crops(image))  # pages do without them from now on, whatever comes next
            if missing := sizes.missing(image, [FIRST, *wanted.get(image.pk, ())]):
                yield image, missing

    def remove_orphans(self) -> int:
        """How many files in the folder of sizes belonged to no row, and rows of the admin to no file."""
        stored = sizes.storage()
        for rendition in SiteRendition.objects.all():
            if not stored.exists(rendition.file.name):
                rendition.delete()  # the admin makes it anew when it is asked for
        known = set(SiteRendition.objects.values_list("file", flat=True))
        for image in SiteImage.objects.iterator(chunk_size=100):
            known.update(sizes.files_of(image))
        orphans = [name for name in names_in(stored, "images") if name not in known and is_old(stored, name)]
        sizes.remove(orphans)
        return len(orphans)


def unknown_originals() -> list[str]:
    """Originals and documents without a row. They may be all that is left of something, so a person decides."""
    known = set(SiteImage.objects.values_list("file", flat=True)) | set(
        SiteDocument.objects.values_list("file", flat=True)
    )
    found = [name for folder in ("original_images", "documents") for name in names_in(default_storage, folder)]
    return [name for name in found if name not in known and is_old(default_storage, name)]


def names_in(storage: Storage, folder: str) -> list[str]:
    try:
        return [f"{folder}/{name}" for name in storage.listdir(folder)[1]]
    except FileNotFoundError:  # nothing was ever stored there
        return []


def is_old(storage: Storage, name: str) -> bool:
    try:
        return storage.get_modified_time(name) < timezone.now() - BEING_MADE
    except FileNotFoundError:  # it went in the meantime
        return False
