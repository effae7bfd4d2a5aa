"""The words of a query as what may stand in a page for each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from search.synonyms import Synonyms
from search.text import compounds, derivation
from search.text.analysis import lemma, token_terms
from search.text.stopwords import STOP_WORDS
from search.text.tokens import words_in

SAME = 1.0
HALVES = 0.8  # keuze module for keuzemodule
PARTS = 0.55  # all parts of a compound, not the compound itself
DERIVED = (0.45, 0.25, 0.15)
BASE = 0.8  # omscholen, where omscholing means about the same
DERIVED_LEAST = 5  # letters


@dataclass(frozen=True)
class Alternative:
    """These terms together, in one page, count for that share of the word that was asked for."""

    terms: tuple[str, ...]
    weight: float
    is_phrase: bool = False  # they have to stand side by side, in this order
    is_half: bool = False  # of a compound: in another text it means something else as often as not


@dataclass(frozen=True)
class Concept:
    """One thing that was asked for: its words as typed, and what may stand for it, the best first."""

    words: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    may_be_absent: bool = field(default=False)

    def with_more(self, more: Sequence[Alternative]) -> "Concept":
        return replace(self, alternatives=tuple(_best_of([*self.alternatives, *more])))


def concepts_of(words: Sequence[str], synonyms: Synonyms) -> list[Concept]:
    """One concept for each word that says something. What means the same as a run of words stands for each of them."""
    kept = [word for word in words if token_terms(word)]
    lemmas = [lemma(words_in(word).whole) for word in kept]
    found: list[Concept] = []
    at = 0
    while at < len(kept):
        size = synonyms.longest(lemmas, at)
        run = tuple(lemmas[at : at + size])
        others = as_alternatives(one for one in synonyms.of(run) if len(one[0]) > 1 or one[0][0] not in run)
        for word in kept[at : at + size]:
            own = alternatives_of(word)
            halves = [as_alternatives(synonyms.of(one.terms)) for one in own if size == 1 and len(one.terms) > 1]
            found.append(Concept((word,), tuple(_best_of([*own, *others, *chain(*halves)]))))
        at += size
    return found


def as_alternatives(others: Iterable[tuple[tuple[str, ...], float]]) -> list[Alternative]:
    """What is found for these words: also for what a single one was made of, the less sure the rarer it is so meant."""
    found = [Alternative(terms, weight, len(terms) > 1) for terms, weight in others]
    made_of = [
        Alternative((base,), one.weight * BASE)
        for one in found
        if len(one.terms) == 1
        for base in derivation.bases(one.terms[0])[:1]
        if len(base) >= DERIVED_LEAST
    ]
    return [*found, *made_of]


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
    best: dict[tuple[tuple[str, ...], bool], Alternative] = {}
    for one in alternatives:
        terms = one.terms if one.is_phrase else tuple(dict.fromkeys(one.terms))
        kept = best.get((terms, one.is_phrase))
        if kept is None or one.weight > kept.weight:
            best[terms, one.is_phrase] = replace(one, terms=terms)
    return sorted(best.values(), key=lambda one: -one.weight)
