"""The one question to the index: `find("digitaal leiderschap")`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from wagtail.models import Page

from pages.faceting import FilterGroup
from pages.visibility import visible
from search.answering import Ranked, answer
from search.asking import Asked, read
from search.facets import Facets
from search.text.matches import Sought

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
    marked: frozenset[Sought] = frozenset()  # what to mark in an excerpt
    is_word_for_word: bool = False  # the index is being made anew; only pages with exactly these words were looked for

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
    facets = Facets(_counted(ranked), filters)
    passing = _passing(ranked, facets)
    ordered = _in_order(ranked, passing, sort)
    size = min(max(_whole(per_page, 10), 1), MOST_PER_PAGE)
    at = (_whole(number, 1) - 1) * size
    shown = ordered[at : at + size] if 0 <= at < len(ordered) else ordered[:0]
    ids = ranked.register.ids[ranked.pages[shown]].tolist()
    batch = Batch(ids)
    total = int(ranked.complete[passing].sum())
    return Found(
        query=asked.text,
        was_cut=asked.was_cut,
        hits=tuple(
            Hit(pk, float(ranked.scores[place]), bool(ranked.complete[place]), batch)
            for pk, place in zip(ids, shown, strict=True)
        ),
        total=total,
        total_partial=len(ordered) - total,
        page=_whole(number, 1),
        page_count=-(-len(ordered) // size),
        facets=facets.groups(),
        correction=ranked.correction,
        marked=ranked.marked,
        is_word_for_word=ranked.register.is_outdated,
    )


def _counted(ranked: Ranked) -> dict[str, int]:
    """How many pages have which facts: of those with all words, or if there are none, of all that were found."""
    facts, at = ranked.register.facts, ranked.register.facts_at[ranked.pages]
    counts = np.bincount(at[ranked.complete] if ranked.complete.any() else at, minlength=len(facts))
    return {facts[kind]: int(counts[kind]) for kind in np.unique(at)}


def _passing(ranked: Ranked, facets: Facets) -> NDArray[np.bool_]:
    """Which of the found pages the filters let through."""
    if not facets.chosen:
        return np.ones(len(ranked.pages), np.bool_)
    at = ranked.register.facts_at[ranked.pages]
    through = [here for here in np.unique(at) if facets.lets_through(ranked.register.facts[here])]
    return np.isin(at, through)


def _in_order(ranked: Ranked, passing: NDArray[np.bool_], sort: Sort) -> NDArray[np.int64]:
    """The places of those that pass: with all words first, by score or date, then by date, then by id."""
    places = np.flatnonzero(passing)
    points = np.zeros(len(places)) if sort == "date" else np.round(ranked.scores[places], 4)
    days = ranked.register.days[ranked.pages[places]]
    return places[np.lexsort((ranked.pages[places], -days, -points, ~ranked.complete[places]))]


def _whole(value: Any, otherwise: int) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return otherwise
