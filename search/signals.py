"""The index follows what editors do, in the same transaction."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from pages.models import BasePage, PageTheme
from people.models import Appearance
from search.indexing import index_branch, index_pages, remove_pages
from search.models import DocumentText, IndexedPage
from search.staleness import ask_the_worker, mark_named, mark_offering, naming
from search.tasks import read_document_text


def connect() -> None:
    page_published.connect(published)
    page_unpublished.connect(unpublished)
    post_page_move.connect(moved)
    post_save.connect(saved)
    for model in (PageTheme, Appearance):
        post_save.connect(detail_changed, sender=model)
        post_delete.connect(detail_changed, sender=model)
    for named in naming():
        post_save.connect(name_changed, sender=named)
    post_save.connect(restricted, sender=PageViewRestriction)
    post_delete.connect(restricted, sender=PageViewRestriction)
    post_save.connect(document_saved, sender=get_document_model())
    post_delete.connect(document_deleted, sender=get_document_model())
    post_save.connect(collection_restricted, sender=CollectionViewRestriction)
    post_delete.connect(collection_restricted, sender=CollectionViewRestriction)


def published(instance: Page, **kwargs: Any) -> None:
    """By now the page's children are written, which they are not when Django says that it was saved."""
    index_pages([instance])
    if instance.numchild:
        index_branch(instance.path)  # pages below it may have been out of sight


def unpublished(instance: Page, **kwargs: Any) -> None:
    remove_pages([instance.pk])
    if instance.numchild:
        index_branch(instance.path)


def moved(instance: Page, **kwargs: Any) -> None:
    index_branch(Page.objects.values_list("path", flat=True).get(pk=instance.pk))


def restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    path = Page.objects.filter(pk=instance.page_id).values_list("path", flat=True).first()
    if path:
        index_branch(path)


def saved(sender: type, instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """A page that is made live at once is indexed at once. Of any other save the worker takes care, if need be."""
    if raw or not isinstance(instance, BasePage):
        return
    if created and instance.live:
        index_pages([instance])
    elif IndexedPage.objects.filter(pk=instance.pk).update(is_stale=True):
        transaction.on_commit(lambda: _index_if_still_stale(instance.pk))


def _index_if_still_stale(page_id: int) -> None:
    """Publishing has indexed the page by now; a script that just saved it has not."""
    if IndexedPage.objects.filter(pk=page_id, is_stale=True).exists():
        ask_the_worker()


def detail_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A theme or person of a page; written before the page is published, or by a script."""
    if not raw and IndexedPage.objects.filter(pk=instance.page_id).update(is_stale=True):
        transaction.on_commit(lambda: _index_if_still_stale(instance.page_id))


def name_changed(instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not created:
        mark_named(instance)


def document_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        transaction.on_commit(lambda: read_document_text.enqueue(instance.pk))


def document_deleted(instance: Any, **kwargs: Any) -> None:
    DocumentText.objects.filter(pk=instance.pk).delete()


def collection_restricted(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """The text of a document that only some may see is no longer what its pages are found by, or is again."""
    inside = get_document_model().objects.filter(collection__path__startswith=instance.collection.path)
    mark_offering(inside.values_list("pk", flat=True))
