"""Whether a page is about a subject so clearly that it may be said of it.

Likeness needs no more than a hint: a story of a skipper leans towards steering between council and board, one of a
counted number towards elections. To say so is another thing. A page is about a subject if that is a good part of all it
is about, and either one of its words is the subject's own and others belong to it, or many of its words do; or if it is
about little else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from search.profiles import PERSON, SCALE, Profile, number_of
from search.shelf import Numbers, Shelf
from search.text import subjects
from search.text.analysis import token_terms
from search.text.derivation import bases
from search.text.folding import fold
from search.text.tokens import TOKEN

A_SIGN = 0.3  # the share of a subject in a word that is a sign of it
A_CLEAR_SIGN = 0.5
SEVERAL, MANY = 2, 3  # words of a subject; those of the many are of different roots
STRENGTH = 3.0  # of those many together: their shares, each by the weight of the word
# So much of what a page is about: with a word of the subject's own, with many others, and with several.
GOOD_PART, LARGE_PART, HALF = 0.2, 0.28, 0.5
OUT_OF_REACH = 2.0  # more than all that a page is about


@dataclass(frozen=True)
class Signs:
    """The numbers of all words that are a sign of a subject, in order; of each its root and two likeliest subjects."""

    numbers: NDArray[np.uint32]
    roots: NDArray[np.int64]
    subjects: NDArray[np.int64]  # two for every word, the second maybe -1
    shares: Numbers  # of these
    is_own: NDArray[np.bool_]  # whether it is a word by which the subject is called


@cache
def signs() -> Signs:
    found: dict[int, tuple[int, list[tuple[int, float, bool]]]] = {}
    own, roots = subjects.own_words(), dict[str, int]()
    for term, pairs in subjects.shares().items():
        at_least = [
            (at, share / subjects.UNIT, (term, at) in own)
            for at, share in zip(pairs[::2], pairs[1::2], strict=True)
            if share >= A_SIGN * subjects.UNIT
        ]
        if at_least:
            root = (bases(term) or [term])[-1]
            found[number_of(term)] = (roots.setdefault(root, len(roots)), [*at_least, (-1, 0.0, False)][:2])
    rows = [found[number] for number in sorted(found)]
    return Signs(
        np.array(sorted(found), dtype=np.uint32),
        np.array([root for root, _ in rows], dtype=np.int64),
        np.array([[at for at, _, _ in two] for _, two in rows], dtype=np.int64),
        np.array([[share for _, share, _ in two] for _, two in rows], dtype=np.float32),
        np.array([[is_own for _, _, is_own in two] for _, two in rows]),
    )


def needed_in(page: Profile) -> Numbers:
    """How large a part of a page every subject has to be before one may say so; of a row of length 1."""
    known, count = signs(), len(subjects.names())
    names = [number_of(term) for name in names_of(page) for term, _ in token_terms(name)]  # and their parts
    places = np.minimum(np.searchsorted(known.numbers, page.terms), len(known.numbers) - 1)
    is_sign = known.numbers[places] == page.terms
    if names:
        is_sign &= ~np.isin(page.terms, np.array(names, dtype=np.uint32))
    places, weights = places[is_sign], page.weights[is_sign].astype(np.float32) / SCALE
    about, shares = known.subjects[places].ravel(), known.shares[places].ravel()
    told = np.repeat(weights, 2) * shares
    clear = shares >= A_CLEAR_SIGN
    words = np.bincount(about[about >= 0], minlength=count)
    own = np.bincount(about[known.is_own[places].ravel()], minlength=count)
    strength = np.bincount(about[clear], told[clear], minlength=count)
    different = np.unique(np.repeat(known.roots[places], 2)[clear] * count + about[clear]) % count
    is_many = (np.bincount(different, minlength=count) >= MANY) & (strength >= STRENGTH)
    of_others = np.where(is_many, LARGE_PART, HALF)
    found = np.where(words >= SEVERAL, np.where(own > 0, GOOD_PART, of_others), OUT_OF_REACH)
    return found.astype(np.float32)


def needed_on(shelf: Shelf, row: int) -> Numbers:
    """The same for a page of the shelf, computed once."""
    if row not in shelf.needed:
        shelf.needed[row] = needed_in(shelf.profiles[row])
    return shelf.needed[row]


def names_of(page: Profile) -> set[str]:
    """The words in the names of a page's people: Van den Heuvel does not make a text one about hills."""
    labels = (label for key, _, label in page.facets if key == PERSON)
    return {fold(match.group()) for label in labels for match in TOKEN.finditer(label)}
