"""Why one page goes with another: what they share, the most telling first.

A reason that is not true is worse than none: the subjects that are said are those of which both pages have several
words (the parts of a compound are words too), and single words are only said where nothing else is known, and if they
tell what a text is about.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from search.profiles import PERSON, SCALE, Profile, number_of
from search.reasons import SHARED, Reason
from search.shelf import BUCKETS, Numbers, Shelf
from search.text import subjects
from search.text.analysis import lemma, token_terms
from search.text.folding import fold
from search.text.nouns import is_noun
from search.text.tokens import TOKEN

MOST_WORDS_SAID = 2
CLEARLY = 0.06  # what two pages have of one subject together, of 1, from which both are said to be about it
SEVERAL = 2  # words of a subject that both pages have to have
A_SIGN = 0.3  # the share of a subject in a word that is a sign of it
A_HINT = 0.15  # the share that counts when they are added up
TELLING = 0.82  # the shares together of a word that tells what a text is about
LEAST_LETTERS = 4


def reasons(shelf: Shelf, source: Profile, rows: list[int]) -> list[tuple[Reason, ...]]:
    """For each of these rows why it goes with the source: a link, people and facets, then what both are about."""
    own = {(key, value) for key, value, _ in source.facets}
    signs = signs_in(source)
    found = []
    for row, common in zip(rows, shelf.subjects_in_common(source, np.array(rows, dtype=np.int64)), strict=True):
        other = shelf.profiles[row]
        facts = [Reason("linked")] if source.page_id in other.links else []
        facts += shared_facets(own, other)
        both = np.where(np.minimum(signs, signs_on(shelf, row)) >= SEVERAL, common, 0)
        about = shared_subjects(both) or ([] if facts else shared_words(shelf, source, other))
        found.append((*facts[:1], *about, *facts[1:]))
    return found


def shared_facets(own: set[tuple[str, str]], other: Profile) -> list[Reason]:
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for key, value, label in other.facets:
        if key in SHARED and (key, value) in own:
            labels[key].append(label)
    return [Reason(key, tuple(labels[key])) for key in SHARED if key in labels]


def shared_subjects(both: Numbers) -> list[Reason]:
    """The subjects that both are clearly about, by what they have of each in common."""
    clear = (both > CLEARLY).nonzero()[0]
    if not len(clear):
        return []
    telling = clear[(-both[clear]).argsort(kind="stable")][:MOST_WORDS_SAID].tolist()
    return [Reason("subjects", tuple(subjects.names()[at] for at in telling))]


def shared_words(shelf: Shelf, source: Profile, other: Profile) -> list[Reason]:
    """The words that both have and that weigh most, of those that tell what a text is about."""
    shared, at_one, at_two = np.intersect1d(source.terms, other.terms, assume_unique=True, return_indices=True)
    rarity = shelf.rarity[shared & np.uint32(BUCKETS - 1)]
    weight = source.weights[at_one] * rarity * other.weights[at_two] * rarity / SCALE**2
    names = names_of(source) | names_of(other)
    said: list[str] = []
    for at in np.argsort(-weight, kind="stable"):
        word = source.words.get(str(shared[at]))
        if word and len(word) >= LEAST_LETTERS and fold(word) not in names and is_telling(word):
            said.append(word if word.isupper() else word.lower())
        if len(said) == MOST_WORDS_SAID:
            break
    return [Reason("words", tuple(said))] if said else []


def names_of(page: Profile) -> set[str]:
    """The words in the names of a page's people: Van den Heuvel does not make a text one about hills."""
    labels = (label for key, _, label in page.facets if key == PERSON)
    return {fold(match.group()) for label in labels for match in TOKEN.finditer(label)}


@lru_cache(maxsize=10_000)
def is_telling(word: str) -> bool:
    """Whether a word as it stands in a text is a noun that tells what the text is about: loket, not bladzijde."""
    pairs = subjects.shares().get(lemma(fold(word)), b"")
    told = sum(share for share in pairs[1::2] if share >= A_HINT * subjects.UNIT)
    return told >= TELLING * subjects.UNIT and is_noun(word)


def signs_in(page: Profile) -> NDArray[np.uint8]:
    """How many words of each subject a page has, at most 255; names of its people and their parts do not count."""
    numbers, signs = signs_by_number()
    names = [number_of(term) for name in names_of(page) for term, _ in token_terms(name)]
    terms = page.terms[~np.isin(page.terms, np.array(names, dtype=np.uint32))] if names else page.terms
    places = np.minimum(np.searchsorted(numbers, terms), len(numbers) - 1)
    said = signs[places[numbers[places] == terms]]
    return np.minimum(np.bincount(said[said >= 0], minlength=len(subjects.names())), 255).astype(np.uint8)


def signs_on(shelf: Shelf, row: int) -> NDArray[np.uint8]:
    """The same for a page of the shelf, counted once."""
    if row not in shelf.signs:
        shelf.signs[row] = signs_in(shelf.profiles[row])
    return shelf.signs[row]


@cache
def signs_by_number() -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The numbers of all words that are a sign of a subject, in order; of each its two likeliest subjects, or -1."""
    found: dict[int, list[int]] = {}
    for term, pairs in subjects.shares().items():
        likely = [at for at, share in zip(pairs[::2], pairs[1::2], strict=True) if share >= A_SIGN * subjects.UNIT]
        if likely:
            found[number_of(term)] = [*likely, -1][:2]
    return np.array(sorted(found), dtype=np.uint32), np.array([found[number] for number in sorted(found)])
