"""Weak evidence beside the words themselves: whether a page is about the subjects that a query is about.

Two texts may be about one thing in other words. Of every page the index keeps how much it is about each subject of
`search.text.subjects`; here these are compared with the subjects of the words that were asked for. The likeness is a
cosine of what both are about more than pages of this site usually are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.concepts import Alternative, Concept
from search.text import subjects

USUAL_SHARE = 0.5  # of what pages usually say about a subject does not count
CLEARLY = 0.3  # the share of one subject from which a query is about something
SURELY = 0.5  # the weight from which an alternative tells what a word is about

Numbers = NDArray[np.float64]
Positions = NDArray[np.int64]


def packed(weights: Sequence[float]) -> bytes:
    """The subjects of a page as the index keeps them."""
    return np.array(weights, dtype=np.float16).tobytes()


@dataclass(frozen=True, eq=False)
class Topics:
    """What all pages are about, one row for each, of length 1 or, for a page about nothing in particular, 0."""

    rows: NDArray[np.float16]  # 27 MB for a hundred thousand pages
    scale: NDArray[np.float32]

    def likeness(self, concepts: Sequence[Concept], pages: NDArray[np.bool_]) -> Numbers:
        """For every page, from 0 to 1, how much it is about what the query is about; 0 if that is not clear, and for
        all but these pages."""
        found = np.zeros(len(self.rows))
        if is_clear(concepts):
            about = subjects_of_all(concepts)
            wanted = (about * self.scale).astype(np.float32)
            found[pages] = self.rows[pages].astype(np.float32) @ (wanted / np.linalg.norm(wanted))
        return found

    def likeness_to(self, pages: Positions, weights: Numbers, others: Positions) -> Numbers:
        """For each of the others, from 0 to 1, how much it is about what these pages are about, by weight."""
        wanted = weights.astype(np.float32) @ self.rows[pages].astype(np.float32)
        length = float(np.linalg.norm(wanted))
        found = self.rows[others].astype(np.float32) @ (wanted / length) if length else np.zeros(len(others))
        return np.asarray(found, np.float64)


def topics_of(pages: Iterable[bytes | memoryview]) -> Topics:
    """What these pages are about, in their order."""
    size = len(subjects.names())
    nothing = bytes(2 * size)
    joined = b"".join(kept if len(kept) == len(nothing) else nothing for kept in map(bytes, pages))
    raw = np.frombuffer(joined, dtype=np.float16).reshape(-1, size).astype(np.float32)
    usual = raw.mean(axis=0) if len(raw) else np.zeros(size, np.float32)
    scale = 1 / np.sqrt(usual + 0.1 * usual.mean() + 1e-6)
    above = np.maximum((raw - USUAL_SHARE * usual) * scale, 0)
    lengths = np.maximum(np.linalg.norm(above, axis=1, keepdims=True), np.float32(1e-9))
    return Topics((above / lengths).astype(np.float16), scale)


def is_clear(concepts: Sequence[Concept]) -> bool:
    """Whether it is clear what these are about."""
    return bool(subjects_of_all(concepts).max(initial=0) >= CLEARLY)


def subjects_of_all(concepts: Sequence[Concept]) -> Numbers:
    return sum((subjects_of(concept) for concept in concepts), np.zeros(len(subjects.names())))


def subjects_of(concept: Concept) -> Numbers:
    """The share of every subject in one thing that was asked for, by its likeliest reading that is known."""
    for one in concept.alternatives:
        if one.weight >= SURELY and (shares := _shares_of(one)).any():
            return shares
    return np.zeros(len(subjects.names()))


def _shares_of(one: Alternative) -> Numbers:
    found = np.zeros(len(subjects.names()))
    for term in one.terms:
        pairs = subjects.shares().get(term, b"")
        for subject, share in zip(pairs[::2], pairs[1::2], strict=True):
            found[subject] += share / subjects.UNIT / len(one.terms)
    return found
