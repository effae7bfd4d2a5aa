"""What an editor does, and which related items the worker must look at again after that."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from pages.models import BasePage, PageTheme
from pages.visibility import visible
from people.models import Appearance
from search.models import PageProfile, RelatedItem
from search.profiles import suggested_types
from search.renewal import renew
from search.staleness import naming

AT_ONCE = 200  # pages of one task


class Waiting(threading.local):
    """The pages that this transaction has touched."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.renamed: set[int] = set()  # of instances between the two signals of their save


_waiting = Waiting()


def connect() -> None:
    page_published.connect(published)
    page_unpublished.connect(branch_changed)
    post_page_move.connect(branch_changed)
    post_save.connect(created_live)
    pre_delete.connect(deleted)
    for model in (PageTheme, Appearance):
        post_save.connect(detail_changed, sender=model)
        post_delete.connect(detail_changed, sender=model)
    for signal in (post_save, post_delete):
        signal.connect(restricted, sender=PageViewRestriction)
    for named in naming():
        pre_save.connect(before_renaming, sender=named)
        post_save.connect(renamed, sender=named)
        pre_delete.connect(renew_naming, sender=named)


def renew_after_commit(page_ids: Iterable[int]) -> None:
    """Marks these pages, and asks the worker for them once the transaction stands."""
    ids = set(page_ids)
    PageProfile.objects.filter(pk__in=ids).update(is_stale=True)
    _waiting.ids |= ids
    transaction.on_commit(hand_over)


def hand_over() -> None:
    """Gives the worker all pages of the transaction together; what is called again after that finds nothing left."""
    ids, _waiting.ids = sorted(_waiting.ids), set()
    for at in range(0, len(ids), AT_ONCE):
        renew.enqueue(ids[at : at + AT_ONCE])


def published(instance: Page, **kwargs: Any) -> None:
    if not isinstance(instance, BasePage):
        return
    if instance.never_suggested:
        PageProfile.objects.filter(pk=instance.pk).update(is_suggested=False)
    branch_changed(instance)


def branch_changed(instance: Page, **kwargs: Any) -> None:
    """The page, and of what stands below it that which came into sight or went out of it."""
    renew_after_commit({instance.pk} | out_of_sight_or_new(instance.pk))


def out_of_sight_or_new(page_id: int) -> set[int]:
    """Pages of this branch that a visitor can see and that were never compared, or the other way round."""
    path = Page.objects.filter(pk=page_id).values_list("path", flat=True).first()
    if not path:
        return set()
    kinds = ContentType.objects.get_for_models(*suggested_types()).values()
    seen = visible().filter(path__startswith=path, content_type__in=kinds)
    compared = PageProfile.objects.filter(page__path__startswith=path)
    return set(seen.values_list("pk", flat=True)) ^ set(compared.values_list("pk", flat=True))


def created_live(sender: type, instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """A page that is made live at once is published without Wagtail saying so."""
    if created and not raw and isinstance(instance, BasePage) and instance.live:
        renew_after_commit([instance.pk])


def deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """Those that showed the page get another in its place."""
    if isinstance(instance, BasePage):
        shown_with = list(RelatedItem.objects.filter(target=instance.pk).values_list("source_id", flat=True))
        PageProfile.objects.filter(pk__in=shown_with).update(list_is_stale=True)
        renew_after_commit([instance.pk])


def detail_changed(instance: PageTheme | Appearance, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        renew_after_commit(PageProfile.objects.filter(pk=instance.page_id).values_list("pk", flat=True))


def restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    renew_after_commit(out_of_sight_or_new(instance.page_id))


def name_of(instance: Model) -> tuple[Any, ...]:
    """What reasons call this row, what its facets know it by, and of a page whether it counts as one."""
    return str(instance), getattr(instance, "slug", ""), getattr(instance, "live", True)


def before_renaming(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Notes whether this save gives a theme, person, module, edition or municipality another name."""
    stored = None if raw or not instance.pk else type(instance)._default_manager.filter(pk=instance.pk).first()
    if stored is not None and name_of(stored) != name_of(instance):
        _waiting.renamed.add(id(instance))


def renamed(instance: Model, **kwargs: Any) -> None:
    if id(instance) in _waiting.renamed:
        _waiting.renamed.discard(id(instance))
        renew_naming(instance)


def renew_naming(instance: Model, **kwargs: Any) -> None:
    """Reasons call it by its name, so the pages that name it are compared anew; also when it is about to go."""
    for page_model, path in naming()[type(instance)]:
        pages = page_model._default_manager.filter(**{path: instance.pk})
        renew_after_commit(PageProfile.objects.filter(pk__in=pages.values("pk")).values_list("pk", flat=True))
