"""The index follows what editors do, in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from pages.models import BasePage, PageTheme
from people.models import Appearance
from search.indexing import index_branch, index_pages, remove_pages
from search.models import IndexedPage


def connect() -> None:
    page_published.connect(published)
    page_unpublished.connect(unpublished)
    post_page_move.connect(moved)
    post_save.connect(saved)
    for model in (PageTheme, Appearance):
        post_save.connect(detail_changed, sender=model)
        post_delete.connect(detail_changed, sender=model)
    post_save.connect(restricted, sender=PageViewRestriction)
    post_delete.connect(restricted, sender=PageViewRestriction)


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
    """A page that is made live at once is indexed at once; of any other save the worker takes care."""
    if raw or not isinstance(instance, BasePage):
        return
    if created and instance.live:
        index_pages([instance])
    else:
        IndexedPage.objects.filter(pk=instance.pk).update(is_stale=True)


def detail_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        IndexedPage.objects.filter(pk=instance.page_id).update(is_stale=True)
