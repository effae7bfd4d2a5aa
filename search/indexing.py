"""Keeping the index: a page in, a page out, a branch of the tree looked at again."""

from collections.abc import Collection, Iterable, Sequence

from django.db import transaction
from django.db.models import prefetch_related_objects
from wagtail.models import Page

from pages.models import BasePage
from pages.visibility import is_visible, visible
from search.fields import texts_of
from search.models import IndexedPage
from search.staleness import ask_the_worker, relations_of
from search.text.analysis import sequence
from search.topics import packed
from search.weights import VERSION, Analysed, analysed
from search.writing import forget_postings, write

AT_ONCE = 50  # pages that an editor waits for


def is_findable(page: Page) -> bool:
    """Whether a visitor's search may find this page."""
    return isinstance(page, BasePage) and not page.not_in_search and is_visible(page)


def index_pages(pages: Iterable[Page]) -> int:
    """Puts these specific pages in the index as they stand in the database, or takes them out; how many are in it."""
    pages = list(pages)
    findable = [page for page in pages if is_findable(page)]
    with transaction.atomic():
        remove_pages({page.pk for page in pages} - {page.pk for page in findable})
        read = [(page, analysed(texts_of(page))) for page in findable if isinstance(page, BasePage)]
        write([(row_of(page, found), found) for page, found in read])
    return len(findable)


def specific(ids: Collection[int]) -> list[Page]:
    """These pages in their own types, with the rows they are named by looked up for all of one type together."""
    pages = list(Page.objects.filter(pk__in=ids).specific())
    by_type: dict[type[Page], list[Page]] = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    for model, alike in by_type.items():
        if issubclass(model, BasePage):
            prefetch_related_objects(alike, *sorted(relations_of(model)))
    return pages


def remove_pages(page_ids: Iterable[int]) -> None:
    ids = list(page_ids)
    if ids:
        forget_postings(ids)
        IndexedPage.objects.filter(pk__in=ids).delete()


def index_branch(path: str) -> None:
    """Looks again at all pages at and below a tree path: in with what may be seen, out with the rest."""
    below = Page.objects.filter(path__startswith=path)
    wanted = set(visible().filter(path__startswith=path).values_list("pk", flat=True))
    present = set(IndexedPage.objects.filter(page__in=below).values_list("pk", flat=True))
    remove_pages(present - wanted)
    missing = sorted(wanted - present)
    if len(missing) <= AT_ONCE:
        index_pages(specific(missing))
    else:
        _leave_to_the_worker(missing)


def _leave_to_the_worker(page_ids: Sequence[int]) -> None:
    """Rows without words, to be filled in a moment: an editor need not wait for hundreds of pages."""
    empty = [
        IndexedPage(page_id=pk, day=0, kind="", facets="", title_words="", version=VERSION, is_stale=True)
        for pk in page_ids
    ]
    IndexedPage.objects.bulk_create(empty, ignore_conflicts=True, batch_size=1000)
    ask_the_worker()


def row_of(page: BasePage, found: Analysed) -> IndexedPage:
    return IndexedPage(
        page_id=page.pk,
        day=day_of(page),
        kind=page._meta.label_lower,
        facets=facets_of(page),
        title_words=f" {' '.join(sequence(page.title))} "[:800],
        subjects=packed(found.subjects),
        version=VERSION,
        is_stale=False,
    )


def day_of(page: BasePage) -> int:
    """The day by which a page is sorted, counted from the first of January of the year 1; 0 without a date."""
    return page.published_on.toordinal() if page.published_on else 0


def facets_of(page: BasePage) -> str:
    """What the page can be filtered by, as `key:value` in order."""
    found = {f"{key}:{value}" for key, values in page.facets().items() for value, _ in values}
    found.add(f"type:{page._meta.label_lower}")
    if hasattr(page, "date") and page.date:
        found.add(f"jaar:{page.date.year}")
    return " ".join(sorted(fact for fact in found if " " not in fact))[:1000]
