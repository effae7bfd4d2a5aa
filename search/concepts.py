"""The words of a query as what may stand in a page for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from search.synonyms import Synonyms
from search.text import compounds, derivation
from search.text.analysis import lemma, token_terms
from search.text.stopwords import STOP_WORDS
from search.text.tokens import words_in

SAME = 1.0
HALVES = 0.8  # keuze module for keuzemodule
PARTS = 0.55  # all parts of a compound, not the compound itself
DERIVED = (0.45, 0.25, 0.15)
DERIVED_LEAST = 5  # letters


@dataclass(frozen=True)
class Alternative:
    """These terms together, in one page, count for that share of the word that was asked for."""

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Concept:
    """One thing that was asked for: its words as typed, and what may stand for it, the best first."""

    words: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    may_be_absent: bool = field(default=False)

    def with_more(self, more: Sequence[Alternative]) -> "Concept":
        return replace(self, alternatives=tuple(_best_of([*self.alternatives, *more])))


def concepts_of(words: Sequence[str], synonyms: Synonyms) -> list[Concept]:
    """One concept for each word that says something, and one for each run of words that is known as a whole."""
    kept = [word for word in words if token_terms(word)]
    lemmas = [lemma(words_in(word).whole) for word in kept]
    found: list[Concept] = []
    at = 0
    while at < len(kept):
        size = synonyms.longest(lemmas, at)
        run = tuple(kept[at : at + size])
        found.append(_concept(run, lemmas[at : at + size], synonyms))
        at += size
    return found


def _concept(run: tuple[str, ...], lemmas: Sequence[str], synonyms: Synonyms) -> Concept:
    alternatives = [Alternative(tuple(lemmas), SAME)] if len(run) > 1 else alternatives_of(run[0])
    known_as = [tuple(lemmas), *(one.terms for one in alternatives if len(one.terms) > 1)]
    for terms in dict.fromkeys(known_as):
        alternatives += [Alternative(other, weight) for other, weight in synonyms.of(terms)]
    return Concept(run, tuple(_best_of(alternatives)))


def alternatives_of(token: str) -> list[Alternative]:
    """What stands for one word without knowing the site: itself, its halves, its parts, what it is made of."""
    words = words_in(token)
    own = lemma(words.whole)
    found = [Alternative((own,), SAME)]
    if words.parts:
        halves = tuple(lemma(part) for part in words.parts if part not in STOP_WORDS)
        if halves:
            found.append(Alternative(halves, HALVES))
        return found
    parts = compounds.split(words.whole) or compounds.split(own)
    if len(parts) > 1:
        found.append(Alternative(parts, PARTS))
    for base, weight in zip(derivation.bases(own), DERIVED, strict=False):
        if len(base) >= DERIVED_LEAST or weight == DERIVED[0]:
            found.append(Alternative((base,), weight))
    return found


def _best_of(alternatives: Sequence[Alternative]) -> list[Alternative]:
    best: dict[tuple[str, ...], Alternative] = {}
    for one in alternatives:
        terms = tuple(dict.fromkeys(one.terms))
        if terms not in best or one.weight > best[terms].weight:
            best[terms] = Alternative(terms, one.weight)
    return sorted(best.values(), key=lambda one: -one.weight)
