"""Pages in which the words of the query stand together, or make up the title, go before pages that just hold them.

How near two words stand counts as in Tao and Zhai, "An exploration of proximity measures in information retrieval"
(2007): by the smallest distance between them anywhere in the text, whatever their form.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from search.asking import Asked
from search.concepts import Concept
from search.phrases import texts
from search.text.analysis import sequence, token_terms
from search.text.stopwords import STOP_WORDS

IS_TITLE = 2.0
BEGINS_TITLE = 1.5
IN_TITLE = 1.25
IN_TEXT = 1.15
NEAR = 0.3  # what words that stand side by side add
SURELY = 0.4  # the weight from which a term counts as said by a word


def factors(pages: Collection[int], asked: Asked, concepts: Sequence[Concept] = ()) -> dict[int, float]:
    """By how much the scores of these pages are raised for how the words stand in them."""
    words = sequence(asked.plain)
    saying = Saying(concepts)
    return {
        page: factor(words, title, text) * (1 + NEAR * saying.nearness(text))
        for page, (title, text) in texts(pages).items()
    }


def factor(words: Sequence[str], title: str, text: str) -> float:
    together = f" {' '.join(words)} "
    if title == together or _telling(title.split()) == _telling(words):
        return IS_TITLE
    if title.startswith(together):
        return BEGINS_TITLE
    if len(words) < 2:
        return 1.0
    if together in title:
        return IN_TITLE
    return IN_TEXT if together in text else 1.0


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in STOP_WORDS] or list(words)


class Saying:
    """Which words say which concepts of a query; every word is looked at once."""

    def __init__(self, concepts: Sequence[Concept]):
        self.count = len(concepts)
        self.said_by: dict[str, list[int]] = {}
        for at, concept in enumerate(concepts):
            for term in {term for one in concept.alternatives if not one.is_phrase for term in one.terms}:
                self.said_by.setdefault(term, []).append(at)
        self.looked_at: set[str] = set()
        self.saying: dict[str, frozenset[int]] = {}  # the words that say something, and what

    def look_at(self, words: Iterable[str]) -> None:
        """Finds out which of these folded words say a concept."""
        new = set(words) - self.looked_at
        self.looked_at |= new
        for word in new:
            terms = [term for term, weight in token_terms(word) if term in self.said_by and weight >= SURELY]
            if terms:
                self.saying[word] = frozenset(at for term in terms for at in self.said_by[term])

    def nearness(self, text: str) -> float:
        """How near neighbours in the query stand in the text: 1 if always side by side, 0 if there is one word only."""
        if self.count < 2:
            return 0.0
        words = text.split()
        self.look_at(words)
        places: list[list[int]] = [[] for _ in range(self.count)]
        for at, word in enumerate(words):
            if word in self.saying:
                for concept in self.saying[word]:
                    places[concept].append(at)
        near = [1 / max(1, distance(left, right)) for left, right in pairwise(places) if left and right]
        return sum(near) / (self.count - 1)


def distance(left: Sequence[int], right: Sequence[int]) -> int:
    """The smallest distance between a place of the one and a place of the other, both in order."""
    best, at, other = abs(left[0] - right[0]), 0, 0
    while at < len(left) and other < len(right):
        best = min(best, abs(left[at] - right[other]))
        if left[at] < right[other]:
            at += 1
        else:
            other += 1
    return best
