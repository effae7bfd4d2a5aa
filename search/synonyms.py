"""Words that mean the same or nearly, as the stems under which they are kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from search.models.synonym import parts_of, synonym_sets
from search.text.analysis import analyse, token_terms
from search.text.folding import fold
from search.text.stopwords import STOP_WORDS
from search.text.tokens import tokens

NEAR_WORDS = Path(__file__).parent / "data" / "woorden_die_dicht_bij_elkaar_liggen.txt"
SAME = 0.75  # of what the word itself counts: editors say that these mean the same
NEAR = 0.45
NEAR_PHRASE = 0.55  # several words side by side are seldom meant otherwise

Terms = tuple[str, ...]


class Synonyms:
    """For a run of stems the runs that mean the same or nearly, each with the share of the word that it counts for."""

    def __init__(self, same: Iterable[Sequence[str]]):
        self._others: dict[Terms, dict[Terms, float]] = defaultdict(dict)
        for words, others in near_words():
            self._add(words, others, NEAR)
        for words_of_set in same:
            self._add(words_of_set, words_of_set, SAME)
        self._most = max((len(run) for run in self._others), default=1)

    def _add(self, words: Sequence[str], others: Sequence[str], weight: float) -> None:
        targets = [run for word in others if (run := stems_of(word))]
        for word in words:
            run = stems_of(word)
            if not run or any(stem in STOP_WORDS for stem in run):
                continue  # of a query only the words count that say something
            for other in targets:
                if other != run:
                    share = max(weight, NEAR_PHRASE) if len(other) > 1 else weight
                    self._others[run][other] = max(share, self._others[run].get(other, 0))

    def of(self, run: Terms) -> list[tuple[Terms, float]]:
        """What means the same as this run or lies near it, and how much it counts; empty if nothing is known.

        What lies near a word that means the same counts too: privacy, for the long name of the privacy law.
        """
        found = dict(self._others.get(run, {}))
        for other, weight in list(found.items()):
            if weight >= SAME:
                for further, share in self._others.get(other, {}).items():
                    if further != run:
                        found.setdefault(further, weight * share)
        return list(found.items())

    def longest(self, stems: Sequence[str], at: int) -> int:
        """How many stems from there are one known run; 1 if no longer run is known."""
        for size in range(min(self._most, len(stems) - at), 1, -1):
            if tuple(stems[at : at + size]) in self._others:
                return size
        return 1


def stems_of(text: str) -> Terms:
    """The stems of a word or phrase. Where all but one of its words say nothing by themselves these stay in, so that
    `van het gas af` is not taken for gas; of a name they go: Den Haag."""
    stems = tuple(analyse(text))
    said = [token.text for token in tokens(text)]
    if len(stems) > 1 or len(said) < 2 or not stems or said[-1][0].isupper():
        return stems
    return tuple(terms[0][0] if (terms := token_terms(word)) else fold(word) for word in said)


@cache
def near_words() -> list[tuple[list[str], list[str]]]:
    """The groups of our own list: the words that are searched for, and those that are found with them."""
    return groups_in(NEAR_WORDS)


def groups_in(path: Path) -> list[tuple[list[str], list[str]]]:
    """The groups of such a list, as `near_words` gives them."""
    return list(_groups(path.read_text(encoding="utf-8").splitlines()))


def _groups(lines: Iterable[str]) -> Iterator[tuple[list[str], list[str]]]:
    for line in lines:
        text = line.partition("#")[0]
        left, arrow, right = text.partition(">")
        words = parts_of(left)
        if words:
            yield words, parts_of(right) if arrow else words


_made: tuple[list[list[str]], Synonyms] | None = None


def synonyms() -> Synonyms:
    """The synonyms of the site; made anew when the editors changed one."""
    global _made
    sets = synonym_sets()
    if _made is None or (_made[0] is not sets and _made[0] != sets):
        _made = (sets, Synonyms(sets))
    return _made[1]
