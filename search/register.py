"""All pages that can be found, as this process knows them: read once, and after that only when something was written.

Days, facets and titles of ten thousand pages take about a megabyte. To have them in memory spares every search a join
over all pages that hold a common word.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection
from django.db.models import Count, Q, Sum
from numpy.typing import NDArray

from search.models import IndexedPage
from search.topics import Topics, topics_of
from search.weights import VERSION

Positions = NDArray[np.int64]
Row = tuple[int, int, str, str, bytes | memoryview]


@dataclass(frozen=True, eq=False)
class Register:
    """The pages in order of id; a page is known by its position."""

    ids: NDArray[np.int64]
    days: NDArray[np.int64]
    facts_at: NDArray[np.int64]  # for every page which of the facts below it has
    facts: Sequence[str]
    titles: str  # all titles as folded words, one a line, those of the newest pages first
    titled: NDArray[np.int64]  # where each of these lines begins
    title_ids: NDArray[np.int64]  # and the id of its page
    topics: Topics  # what they are about
    is_outdated: bool = False  # whether an older analyser made some of it

    def __len__(self) -> int:
        return len(self.ids)

    def positions(self, page_ids: NDArray[np.int64]) -> tuple[Positions, NDArray[np.bool_]]:
        """Where these pages stand, and which of them are there at all."""
        if not len(self.ids):
            return np.zeros(0, np.int64), np.zeros(len(page_ids), np.bool_)
        places = np.minimum(np.searchsorted(self.ids, page_ids), len(self.ids) - 1)
        present = self.ids[places] == page_ids
        return places[present], present

    def beginning(self, words: Sequence[str], most: int) -> list[int]:
        """The ids of the newest pages that have words in their title which begin like these."""
        found: list[int] = []
        wanted = [f" {word}" for word in words]
        longest = max(wanted, key=len)
        at = self.titles.find(longest)
        while at >= 0 and len(found) < most:
            line = int(np.searchsorted(self.titled, at, "right")) - 1
            end = int(self.titled[line + 1]) if line + 1 < len(self.titled) else len(self.titles)
            title = self.titles[int(self.titled[line]) : end]
            if all(word in title for word in wanted):
                found.append(int(self.title_ids[line]))
            at = self.titles.find(longest, end)
        return found


def made_of(rows: Iterable[Row], is_outdated: bool = False) -> Register:
    rows = sorted(rows, key=lambda row: row[0])
    kinds: dict[str, int] = {}
    facts_at = [kinds.setdefault(facts, len(kinds)) for _, _, facts, _, _ in rows]
    newest_first = sorted(rows, key=lambda row: (-row[1], row[0]))
    lines = [f"{title}\n" for _, _, _, title, _ in newest_first]
    return Register(
        ids=_numbers(row[0] for row in rows),
        days=_numbers(row[1] for row in rows),
        facts_at=_numbers(facts_at),
        facts=tuple(kinds),
        titles="".join(lines),
        titled=np.concatenate([[0], np.cumsum(_numbers(map(len, lines)))])[:-1].astype(np.int64),
        title_ids=_numbers(row[0] for row in newest_first),
        topics=topics_of(row[4] for row in rows),
        is_outdated=is_outdated,
    )


def _numbers(values: Iterable[int]) -> NDArray[np.int64]:
    return np.fromiter(values, dtype=np.int64)


State = tuple[str, int, int, int]
_kept: tuple[State, Register] | None = None
_lock = threading.Lock()


def register() -> Register:
    """The pages that can be found now; costs one small query if nothing was written."""
    global _kept
    state = _state()
    with _lock:
        if _kept is None or _kept[0] != state:
            rows = IndexedPage.objects.values_list("pk", "day", "facets", "title_words", "subjects")
            _kept = (state, made_of(rows.iterator(chunk_size=5000), is_outdated=state[3] > 0))
        return _kept[1]


def _state() -> State:
    outdated = Count("version", filter=~Q(version=VERSION))
    summed = IndexedPage.objects.aggregate(count=Count("*"), stamps=Sum("stamp"), outdated=outdated)
    name = str(connection.settings_dict["NAME"])
    return name, summed["count"], int(summed["stamps"] or 0), summed["outdated"]
