"""The whole index made anew, page by page, so that a search finds everything at any moment; and what is out of step."""

from collections.abc import Iterator, Sequence

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.search.index import get_indexed_models
from wagtail.search.models import IndexEntry

from pages.models import BasePage
from pages.visibility import closed_branches_looked_up_once, visible
from search.document_texts import keep_missing_texts
from search.indexing import index_pages, remove_pages, specific
from search.models import IndexedPage, Posting, SiteWord, Term
from search.weights import VERSION

AT_ONCE = 200


def rebuild() -> Iterator[tuple[int, int]]:
    """Indexes all visible pages anew; yields (pages done, pages in all) after every step."""
    keep_missing_texts()
    ids = sorted(findable_ids())
    yield 0, len(ids)
    for at in range(0, len(ids), AT_ONCE):
        for pk in index_those_that_are_free(ids[at : at + AT_ONCE]):
            with transaction.atomic():
                locked([pk])
                index_pages(specific([pk]))
        yield min(at + AT_ONCE, len(ids)), len(ids)
    # What is in the index now is looked up first: a page that was published meanwhile stays.
    remove_pages(set(IndexedPage.objects.values_list("pk", flat=True)) - findable_ids())
    forget_unused_words()


def index_those_that_are_free(page_ids: Sequence[int]) -> list[int]:
    """Indexes these pages anew, but for those that another transaction has in hand, which come back.

    Who holds many pages never waits for one more: it might be with somebody who waits for one of ours.
    """
    with transaction.atomic():
        present = set(IndexedPage.objects.filter(pk__in=page_ids).values_list("pk", flat=True))
        busy = present - set(locked(page_ids, skip=True))
        with closed_branches_looked_up_once():
            index_pages(specific([pk for pk in page_ids if pk not in busy]))
    return sorted(busy)


def locked(page_ids: Sequence[int], skip: bool = False) -> list[int]:
    """Of these pages those in the index, for this transaction alone: what an editor publishes meanwhile waits until it
    ends, and is not overwritten by what was read before. `skip` leaves out what another transaction has."""
    rows = IndexedPage.objects.filter(pk__in=page_ids).order_by("pk")
    return list(rows.select_for_update(skip_locked=skip).values_list("pk", flat=True))


def forget_unused_words() -> None:
    """Drops the terms that no page has any more; a term in use stays under its id."""
    with transaction.atomic():
        unused = Term.objects.filter(~Exists(Posting.objects.filter(term=OuterRef("pk"))))
        words = SiteWord.objects.filter(term__in=unused)
        words._raw_delete(words.db)
        unused._raw_delete(unused.db)


def index_stale(most: int = 500) -> int:
    """Indexes the pages anew of which a name has changed; how many were done.

    What another transaction has in hand is left to it: it marks the page and asks the worker again.
    """
    ids = list(IndexedPage.objects.filter(is_stale=True).order_by("pk").values_list("pk", flat=True)[:most])
    with transaction.atomic():
        free = locked(ids, skip=True)
        index_pages(specific(free))
    return len(free)


def out_of_step_with_wagtail() -> int:
    """How many rows the index of Wagtail's own search, which the admin uses, lacks or has too much."""
    count = 0
    for model in get_indexed_models():
        content_type = ContentType.objects.get_for_model(model)
        entries = set(IndexEntry.objects.filter(content_type=content_type).values_list("object_id", flat=True))
        count += len(entries ^ {str(pk) for pk in model.get_indexed_objects().values_list("pk", flat=True)})
    return count


def findable_ids() -> set[int]:
    """The pages that the index should have."""
    with closed_branches_looked_up_once():
        return {
            pk
            for model in apps.get_models()
            if issubclass(model, BasePage)
            for pk in visible(model).filter(depth__gt=1, not_in_search=False).values_list("pk", flat=True)
        }


def out_of_step() -> dict[str, int]:
    """How many pages the index lacks, has too much, has from an older analyser, or has still to look at again."""
    present, wanted = set(IndexedPage.objects.values_list("pk", flat=True)), findable_ids()
    return {
        "missing": len(wanted - present),
        "superfluous": len(present - wanted),
        "outdated": IndexedPage.objects.exclude(version=VERSION).count(),
        "stale": IndexedPage.objects.filter(is_stale=True).count(),
    }
