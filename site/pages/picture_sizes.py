"""Which sizes of which pictures the pages show, and when they are made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_tasks import task
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from media import sizes
from media.layouts import FIRST, FREE, LOGO, LYING, Crop
from media.models import SiteImage
from pages.visibility import visible
from people.models import Organisation

PAGE_PICTURE = "image"  # the page's own, shown in the shapes that its type names
CROPS_BY_PLACE: Mapping[str, tuple[Crop, ...]] = {"body.video.image": (LYING,)}  # by where else in a page it is
IN_THE_TEXT = (FREE,)


def wanted(pages: Iterable[int] | None = None) -> dict[int, set[Crop]]:
    """The crops that visible pages show, by the id of the picture; of all pages, or of those with these ids."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(SiteImage),
        base_content_type=ContentType.objects.get_for_model(Page),
    ).annotate(page=Cast("object_id", BigIntegerField()), picture=Cast("to_object_id", BigIntegerField()))
    shown = visible() if pages is None else visible().filter(pk__in=list(pages))
    # What a reference belongs to is the type of its page.
    rows = references.filter(page__in=shown.values("pk")).values_list("picture", "model_path", "content_type")
    found: dict[int, set[Crop]] = defaultdict(set)
    for picture, place, type_id in rows:
        found[picture].update(
            crops_of_type(type_id) if place == PAGE_PICTURE else CROPS_BY_PLACE.get(place, IN_THE_TEXT)
        )
    return found


def crops_of_type(type_id: int) -> tuple[Crop, ...]:
    """The shapes in which pages of this type, and whatever leads to them, show their own picture."""
    model = ContentType.objects.get_for_id(type_id).model_class()
    return getattr(model, "picture_crops", ())


def wanted_everywhere() -> dict[int, set[Crop]]:
    """The same for all pictures that a visitor can meet, those of the site itself too."""
    found = wanted()
    for logo in Organisation.objects.filter(logo__isnull=False).values_list("logo", flat=True):
        found.setdefault(logo, set()).add(LOGO)
    return found


def make_missing(crops_by_picture: Mapping[int, Iterable[Crop]]) -> None:
    incomplete = (
        (image, missing)
        for image in SiteImage.objects.filter(pk__in=crops_by_picture)
        if (missing := sizes.missing(image, [FIRST, *crops_by_picture[image.pk]]))
    )
    for _ in sizes.make_all(incomplete):
        pass


@task()
def make_for_page(page_id: int) -> None:
    make_missing(wanted([page_id]))


@task()
def make_for_picture(picture_id: int) -> None:
    make_missing({picture_id: wanted_everywhere().get(picture_id, set())})


@task()
def look_after_all() -> None:
    """What `manage.py renditions` does: makes what is missing, and what was lost anew."""
    call_command("renditions", verbosity=0)


@receiver(page_published)
def make_when_published(instance, **kwargs):
    make_for_page.enqueue(instance.pk)


@receiver(post_save, sender=Organisation)
def make_logo(instance, raw, **kwargs):
    if instance.logo_id and not raw:
        make_for_picture.enqueue(instance.logo_id)


@receiver(post_save, sender=SiteImage)
def make_around_the_new_focal_point(instance, created, raw, update_fields=None, **kwargs):
    """Also for another file in the same place. Until the new sizes are there, pages show the ones they had."""
    if not raw and not created and "focal_point_x" in (update_fields or ()):
        make_for_picture.enqueue(instance.pk)
