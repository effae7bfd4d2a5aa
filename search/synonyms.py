"""Words that mean the same, as the stems under which they are kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from search.models.synonym import synonym_sets
from search.text.analysis import analyse

Terms = tuple[str, ...]


class Synonyms:
    """For a run of stems the runs that mean the same."""

    def __init__(self, sets: Iterable[Sequence[str]]):
        self._others: dict[Terms, dict[Terms, None]] = defaultdict(dict)
        for words in sets:
            runs = list(dict.fromkeys(run for word in words if (run := tuple(analyse(word)))))
            for run in runs:
                self._others[run].update(dict.fromkeys(other for other in runs if other != run))
        self._most = max((len(run) for run in self._others), default=1)

    def of(self, run: Terms) -> list[Terms]:
        """What means the same as this run; empty if nothing is known."""
        return list(self._others.get(run, ()))

    def longest(self, stems: Sequence[str], at: int) -> int:
        """How many stems from there are one known run; 1 if no longer run is known."""
        for size in range(min(self._most, len(stems) - at), 1, -1):
            if tuple(stems[at : at + size]) in self._others:
                return size
        return 1


_made: tuple[list[list[str]], Synonyms] | None = None


def synonyms() -> Synonyms:
    """The synonyms of the site; made anew when the editors changed one."""
    global _made
    sets = synonym_sets()
    if _made is None or (_made[0] is not sets and _made[0] != sets):
        _made = (sets, Synonyms(sets))
    return _made[1]
