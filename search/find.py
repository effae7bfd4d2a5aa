"""The one question to the index: `find("digitaal leiderschap")`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from django.db.models import QuerySet
from wagtail.models import Page

from pages.faceting import FilterGroup
from pages.visibility import visible
from search.answering import Ranked, answer
from search.asking import Asked, read
from search.facets import Facets
from search.models import IndexedPage
from search.postings import FEW

Sort = Literal["relevance", "date"]
Filters = Mapping[str, Sequence[str]]
MOST_PER_PAGE = 100


@dataclass(frozen=True, eq=False)
class Hit:
    """A page that was found."""

    page_id: int
    score: float
    has_all_words: bool
    _batch: "Batch" = field(repr=False)

    @property
    def page(self) -> Any:
        """The page in its own type; all hits of a result are loaded together. None if it has just gone."""
        return self._batch.pages.get(self.page_id)


class Batch:
    """The pages of all hits of one result, loaded when the first is asked for."""

    def __init__(self, ids: Sequence[int]):
        self.ids = ids

    @cached_property
    def pages(self) -> dict[int, Page]:
        return {page.pk: page for page in visible().filter(pk__in=self.ids).specific()}


@dataclass(frozen=True, eq=False)
class Found:
    """A page of results. `total` counts the pages with all words, `total_partial` those with fewer."""

    query: str
    was_cut: bool = False
    hits: tuple[Hit, ...] = ()
    total: int = 0
    total_partial: int = 0
    page: int = 1
    page_count: int = 0
    facets: list[FilterGroup] = field(default_factory=list)
    correction: str | None = None
    marked: frozenset[str] = frozenset()  # the terms to mark in an excerpt

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __bool__(self) -> bool:
        return bool(self.hits)


def find(
    query: str, filters: Filters | None = None, *, sort: Sort = "relevance", page: int = 1, per_page: int = 10
) -> Found:
    """The pages that answer the query, best first; never raises over what was asked.

    Pages with all words come first, then those with fewer. A page number past the end gives no hits.
    """
    asked = read(str(query))
    return _page_of_results(asked, answer(asked), filters, sort, page, per_page)


def _page_of_results(
    asked: Asked, ranked: Ranked, filters: Filters | None, sort: Sort, number: int, per_page: int
) -> Found:
    days, facts = _facts(ranked.scores)
    complete = ranked.complete & facts.keys()
    shown = complete or facts.keys()
    facets = Facets({page: facts[page] for page in shown}, filters)
    passing = (
        facets.passing() if shown is complete and len(complete) == len(facts) else Facets(facts, filters).passing()
    )

    def order(page: int) -> tuple[bool, float, int, int]:
        points = 0.0 if sort == "date" else round(ranked.scores[page], 4)
        return (page not in complete, -points, -days[page], page)

    ordered = sorted(passing, key=order)
    size = min(max(_whole(per_page, 10), 1), MOST_PER_PAGE)
    at = (_whole(number, 1) - 1) * size
    ids = ordered[at : at + size] if 0 <= at < len(ordered) else []
    batch = Batch(ids)
    total = len(passing & complete)
    return Found(
        query=asked.text,
        was_cut=asked.was_cut,
        hits=tuple(Hit(pk, ranked.scores[pk], pk in complete, batch) for pk in ids),
        total=total,
        total_partial=len(passing) - total,
        page=_whole(number, 1),
        page_count=-(-len(ordered) // size),
        facets=facets.groups(),
        correction=ranked.correction,
        marked=ranked.marked,
    )


def _whole(value: Any, otherwise: int) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return otherwise


def _facts(scores: Mapping[int, float]) -> tuple[dict[int, int], dict[int, str]]:
    """The day and the facts of these pages."""
    days: dict[int, int] = {}
    facts: dict[int, str] = {}
    rows: QuerySet[IndexedPage] = IndexedPage.objects.all()
    if len(scores) <= FEW:
        rows = rows.filter(pk__in=list(scores))
    for page, day, text in rows.values_list("pk", "day", "facets"):
        if page in scores:
            days[page], facts[page] = day, text
    return days, facts
