"""From text to the terms under which it is kept and found.

A word gives itself under its stem with weight 1, and with less weight what it is made of: the parts of a compound, the
verb of a noun in -ing, the two halves of a word with a hyphen.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from search.text import compounds, derivation
from search.text.folding import fold
from search.text.stemming import default_stem, irregular, is_base, stem
from search.text.stopwords import STOP_WORDS
from search.text.tokens import SEPARATOR, tokens, words_in

VERSION = "6"  # a new number for every change of what terms come out: the index then asks to be rebuilt

LONGEST = 60  # letters of a term
PART = 0.7  # a part of a compound, as good as a word of its own in most queries
WITHIN = 0.8  # a compound within a longer one
HYPHENATED = 0.8
DERIVED = (0.5, 0.3, 0.2)
PARTICLE_VERB = 0.4


@lru_cache(maxsize=40_000)
def lemma(word: str) -> str:
    """The one form under which a folded word is kept, compounds and unknown words included."""
    found = stem(word)
    if found != word or word in irregular() or is_base(word) or not word.isalpha():
        return found[:LONGEST]
    parts = compounds.split(word)
    if parts:
        return _compound_lemma(word, parts[-1])[:LONGEST]
    return default_stem(word)[:LONGEST]


def _compound_lemma(word: str, head: str) -> str:
    """The compound with its last part under its stem: `fietsbruggen` gives fietsbrug."""
    for at in range(3, len(word) - 2):
        if stem(word[at:]) == head:
            return word[:at] + head
    return word


@lru_cache(maxsize=40_000)
def word_terms(word: str) -> tuple[tuple[str, float], ...]:
    """The terms of one folded word with their weights, the word's own first."""
    own = lemma(word)
    weights: dict[str, float] = {own: 1.0}

    def add(term: str, weight: float) -> None:
        if len(term) > 2 and term not in STOP_WORDS:
            weights[term] = max(weight, weights.get(term, 0))

    for base, weight in zip(derivation.bases(own), DERIVED, strict=False):
        add(base, weight)
    if verb := derivation.without_particle(own):
        add(verb, PARTICLE_VERB)
    for inner in compounds.within(word):
        add(lemma(inner), WITHIN)
    for part in compounds.split(word) or compounds.split(own):
        add(part, PART)
        for finer in compounds.split(part):
            add(finer, PART * 0.8)
        for base, weight in zip(derivation.bases(part), DERIVED, strict=False):
            add(base, PART * weight)
    return tuple(weights.items())


@lru_cache(maxsize=20_000)
def token_terms(token: str) -> tuple[tuple[str, float], ...]:
    """The terms of a token as it stands in a text; none for a stop word."""
    words = words_in(token)
    if not words.parts:
        return () if words.whole in STOP_WORDS else word_terms(words.whole)
    weights: dict[str, float] = dict(word_terms(words.whole)[:1])
    for part in words.parts:
        if part not in STOP_WORDS:
            for term, weight in word_terms(part):
                weights[term] = max(HYPHENATED * weight, weights.get(term, 0))
    return tuple(weights.items())


def weighted_terms(text: str) -> dict[str, float]:
    """Every term of the text with the sum of its weights."""
    total: dict[str, float] = defaultdict(float)
    for token in tokens(text):
        for term, weight in token_terms(token.text):
            total[term] += weight
    return dict(total)


def analyse(text: str) -> list[str]:
    """The words of the text under their stems, in order, without stop words; parts and bases are left out."""
    return list(own_terms(text))


def own_terms(text: str) -> Iterator[str]:
    for token in tokens(text):
        if terms := token_terms(token.text):
            yield terms[0][0]


def sequence(text: str) -> list[str]:
    """The folded words of the text in order, stop words too, split at hyphens: what phrases are compared with."""
    return [piece for token in tokens(text) for piece in SEPARATOR.split(_folded(token.text)) if piece]


@lru_cache(maxsize=20_000)
def _folded(token: str) -> str:
    return fold(token)
