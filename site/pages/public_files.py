"""Whether a picture or document may be seen: the one rule, asked at every request for a file.

A visitor sees a file only while something public uses it: a live, public page (its picture, a block, a link in its
text), a person who appears on such a page, or the site itself (the logo of an organisation, its share picture).

Where a file is used is read from Wagtail's reference index, which holds what is published and never a draft. Wagtail
fills it a while later, by the worker; the receivers below do so in the transaction that publishes.
"""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry
from wagtail.signals import page_published

from media.models import SiteDocument, SiteImage
from pages.models.settings import SiteSettings
from pages.visibility import visible
from people.models import Organisation, Person


def is_public(file: SiteImage | SiteDocument) -> bool:
    """Whether any visitor may have this file now; two queries for what a page shows."""
    if isinstance(file, SiteDocument) and file.collection.get_view_restrictions().exists():
        return False
    return visible().filter(pk__in=pages_using(file)).exists() or any(used(file) for used in OTHER_USES[type(file)])


def pages_using(file: SiteImage | SiteDocument) -> QuerySet:
    """The ids of the pages that use this file as they were published last, live or not."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(file),
        to_object_id=str(file.pk),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    return references.values_list(Cast("object_id", BigIntegerField()), flat=True)


def is_of_the_site(image: SiteImage) -> bool:
    """Whether it is the logo of an organisation, or the picture of links to pages without one."""
    return Organisation.objects.filter(logo=image).exists() or SiteSettings.objects.filter(share_image=image).exists()


def is_of_someone_public(image: SiteImage) -> bool:
    """Whether it is the photo of a person who appears on a public page."""
    people = Person.objects.filter(photo=image)
    return visible().filter(appearances__person__in=people).exists()


OTHER_USES: dict[type, tuple[Callable, ...]] = {SiteImage: (is_of_the_site, is_of_someone_public), SiteDocument: ()}


def may_see(request, file: SiteImage | SiteDocument) -> bool:
    """Whether whoever asks may have a file that is not public: staff who work with it, or a guest of a closed page."""
    user = request.user
    known = type(file).objects.filter(pk=file.pk).first() if user.is_authenticated else None
    if known is None:
        return False
    if user.has_perm("wagtailadmin.access_admin"):
        policy = policy_registry.get_by_type(type(file))
        actions = ["add", "change", "delete", "choose"]
        return policy.user_has_any_permission_for_instance(user, actions, known)
    if isinstance(known, SiteDocument) and not is_collection_open_to(request, known):
        return False
    pages = Page.objects.live().filter(pk__in=pages_using(file))
    return any(is_open_to(request, page) for page in pages)


def is_collection_open_to(request, document: SiteDocument) -> bool:
    restrictions = document.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def is_open_to(request, page: Page) -> bool:
    """Whether every restriction on the way to the page lets this visitor pass, and every page on it is live."""
    restrictions = page.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions) and not (
        page.get_ancestors().filter(live=False, depth__gt=1).exists()
    )


@receiver(page_published)
def indexed_when_published(instance, **kwargs):
    """Wagtail's own indexing waits for the worker, and a page's children are written after the page."""
    index(instance)


@receiver(post_save)
def indexed_when_saved(instance, raw, update_fields=None, **kwargs):
    """A page that goes live without being published: by a program. A draft's own save names its fields."""
    if isinstance(instance, Page) and instance.live and not raw and update_fields is None:
        index(instance)


def index(page: Page) -> None:
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(page)
