"""The machine's choice for one page: who is like it, in what, and a mixed company of those."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from search.explaining import reasons
from search.profiles import PERSON, Profile
from search.reasons import Reason
from search.shelf import Compared, Numbers, Shelf

# What a shared fact adds, at most: the rarer it is here, the more of it.
FACT_WEIGHT = {PERSON: 0.20, "module": 0.06, "thema": 0.06, "gemeente": 0.05, "lichting": 0.02, "provincie": 0.01}
MOST_OF_FACTS = 0.20
LINK_WEIGHT = 0.10
FRESHNESS = 0.005  # for the newest page
LEAST = 0.05  # below this two pages have nothing in common worth a reader's click
GOOD = 0.3  # below this one suggestion in three goes with its page, above it four in five (the first four, judged sets)

# Not four of a kind: the fourth gives way to another kind that is nearly as good. For readers; on the judged sets it
# makes no difference, nor would it if a third gave way too (nDCG@4 0.788 each time).
MIXED = 4
FOUR_OF_A_KIND = 0.9
CONSIDERED = 60
COMPARED_WHOLLY = 200  # the best by a rough comparison, which are then compared by all their words
KEPT = 12


@dataclass(frozen=True)
class Likely:
    """A page that goes with another, and why."""

    page_id: int
    kind: int  # its content type
    score: float
    reasons: tuple[Reason, ...]


def choose(
    shelf: Shelf,
    source: Profile,
    kinds: Callable[[list[int]], dict[int, int]],
    *,
    excluded: Iterable[int] = (),
    count: int = KEPT,
    compared: Compared | None = None,
) -> list[Likely]:
    """The best company for a page, best first.

    `kinds` gives for page ids the type of each that a visitor may see; the others are left out. `compared` is the
    rough comparison of one of many pages; it changes how long this takes and not what comes out.
    """
    if not len(shelf):
        return []
    out = {*excluded, *source.links, source.page_id}
    scores, best = ranked(shelf, source, compared or shelf.compare(source), COMPARED_WHOLLY + len(out))
    best = [row for row in best if scores[row] >= LEAST and shelf.is_suggested[row]]
    page_of = {row: int(shelf.ids[row]) for row in best[: CONSIDERED + len(out)]}
    known = kinds([pk for pk in page_of.values() if pk not in out][:CONSIDERED])
    kind_of = {row: known[pk] for row, pk in page_of.items() if pk in known}
    visible = list(kind_of)
    taken = mixed(visible, scores, kind_of, shelf, count)
    why = reasons(shelf, source, taken)
    return [
        Likely(page_of[row], kind_of[row], round(scores[row], 4), because)
        for row, because in zip(taken, why, strict=True)
    ]


def ranked(shelf: Shelf, source: Profile, compared: Compared, count: int) -> tuple[dict[int, float], list[int]]:
    """The scores of the best rows, and these rows, best first; equal ones in order of page id."""
    besides = besides_likeness(shelf, source)
    rows = np.array(sorted(best_rows(compared.likeness + besides, count)), dtype=np.int64)
    scores = np.round(shelf.likeness_to(source, rows) + besides[rows], 5)
    order = np.argsort(-scores, kind="stable")
    return dict(zip(rows.tolist(), scores.tolist(), strict=True)), rows[order].tolist()


def total(shelf: Shelf, source: Profile, compared: Compared) -> Numbers:
    """The score of every page."""
    return np.round(compared.likeness + besides_likeness(shelf, source), 5)


def besides_likeness(shelf: Shelf, source: Profile) -> Numbers:
    """What facts, links in either direction, and a nudge for what is new add to the score of every page."""
    added = facts(shelf, source) + np.float32(FRESHNESS) * shelf.newness
    for row in linked_rows(shelf, source):
        added[row] += np.float32(LINK_WEIGHT)
    return np.asarray(added, dtype=np.float32)


def facts(shelf: Shelf, source: Profile) -> Numbers:
    """What shared facets add."""
    added = np.zeros(len(shelf), dtype=np.float32)
    for key, value, _ in source.facets:
        rows = shelf.by_fact.get((key, value))
        if rows is not None and key in FACT_WEIGHT:
            rarity = 1 - np.log1p(len(rows)) / np.log1p(len(shelf) + 1)
            added[rows] += np.float32(FACT_WEIGHT[key] * (0.4 + 0.6 * rarity))
    return np.minimum(added, np.float32(MOST_OF_FACTS))


def linked_rows(shelf: Shelf, source: Profile) -> list[int]:
    """The rows of the pages that link to this one; those that it links to need no suggestion."""
    return shelf.linking_to.get(source.page_id or 0, [])


def best_rows(scores: Numbers, count: int) -> list[int]:
    """The rows with the highest scores, highest first, equal ones in order of page id."""
    count = min(count, len(scores))
    if not count:
        return []
    edge = np.partition(scores, len(scores) - count)[len(scores) - count]
    rows = np.flatnonzero(scores >= edge)
    return [int(row) for row in rows[np.argsort(-scores[rows], kind="stable")][:count]]


def mixed(rows: list[int], scores: dict[int, float], kind_of: dict[int, int], shelf: Shelf, count: int) -> list[int]:
    """The first of these rows, but one page for each person, and not four of a kind where another is nearly as good."""
    waiting = list(rows)
    taken: list[int] = []
    people: set[str] = set()
    while waiting and len(taken) < count:
        best = waiting[0]
        kinds = {kind_of[row] for row in taken}
        if len(taken) == MIXED - 1 and kinds == {kind_of[best]}:
            enough = scores[best] * FOUR_OF_A_KIND
            others = (row for row in waiting if kind_of[row] not in kinds and scores[row] >= enough)
            best = next(others, best)
        waiting.remove(best)
        here = people_on(shelf.profiles[best])
        if not here & people:
            people |= here
            taken.append(best)
    return taken


def people_on(page: Profile) -> set[str]:
    """The people of a page, by their ids and names: an author may be a person of this site, or a name alone."""
    return {said for key, value, label in page.facets if key == PERSON for said in (value, label)}
