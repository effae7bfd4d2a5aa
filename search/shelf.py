"""All profiles side by side, so that one page is compared with every other at once.

Text: the cosine of the terms two pages share, each weighted by its rarity here. Subjects: the cosine of what both are
about more than pages here usually are. Everything is arithmetic on the same whole numbers in order of page id, so both
databases and every process give the same ranking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.profiles import SCALE, Profile

BUCKETS = 1 << 20  # terms are counted by the last bits of their number; two in one bucket are rare and do little harm
RARITY_POWER = 0.7  # chosen on the judged pairs, as are the next two
USUAL_SHARE = 0.5  # how much of what pages usually say about a subject does not count
# Between what was best on the judged pairs, which are of the thesaurus's own field (nDCG@4 0.606 with 0.45, 0.583 with
# 0.2), and what was best with 30 % of its subjects known (0.486 with 0.2, 0.421 with 0.45): texts about something else.
SUBJECT_WEIGHT = 0.25

Numbers = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass
class Compared:
    """How much one page is like every page of the shelf, in the order of `Shelf.ids`."""

    text: Numbers
    subjects: Numbers

    @property
    def likeness(self) -> Numbers:
        return self.text + np.float32(SUBJECT_WEIGHT) * self.subjects


class Shelf:
    """An immutable set of profiles, ready to compare with."""

    def __init__(self, profiles: Sequence[Profile]):
        profiles = sorted(profiles, key=lambda profile: profile.page_id or 0)
        self.profiles = profiles
        self.ids = np.array([profile.page_id or 0 for profile in profiles], dtype=np.int64)
        self.row_of = {int(pk): row for row, pk in enumerate(self.ids)}
        self.days = np.array([profile.day for profile in profiles], dtype=np.float32)
        self.latest_day = np.float32(self.days.max() if len(profiles) else 0)
        self._read_terms()
        self._read_subjects()
        self.by_fact = self._facts()
        self.linking_to = self._links()
        self._postings: tuple[Rows, NDArray[np.int32], Numbers] | None = None

    def __len__(self) -> int:
        return len(self.profiles)

    def _read_terms(self) -> None:
        lengths = np.array([len(profile.terms) for profile in self.profiles], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self.buckets = joined([profile.terms for profile in self.profiles], np.uint32) & np.uint32(BUCKETS - 1)
        weights = joined([profile.weights for profile in self.profiles], np.uint8).astype(np.float32) / SCALE
        pages_with = np.bincount(self.buckets, minlength=BUCKETS).astype(np.float32)
        self.rarity = (np.log((len(self.profiles) + 1) / (pages_with + 0.5)) ** RARITY_POWER).astype(np.float32)
        self.weights = weights * self.rarity[self.buckets]
        self.lengths = np.sqrt(self._summed(self.weights**2))

    def _summed(self, values: Numbers) -> Numbers:
        """The sum of the values of each page's terms."""
        running = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
        return (running[self.starts[1:]] - running[self.starts[:-1]]).astype(np.float32)

    def _read_subjects(self) -> None:
        raw = np.array([profile.subjects for profile in self.profiles], dtype=np.float32)
        self.subject_scale = np.ones(raw.shape[1:] or (0,), dtype=np.float32)
        self.usual = np.zeros_like(self.subject_scale)
        if len(raw):
            usual = raw.mean(axis=0)
            self.subject_scale = 1 / np.sqrt(usual + 0.1 * usual.mean() + 1e-6)
            self.usual = USUAL_SHARE * usual * self.subject_scale
        self.subjects = self.emphasis(raw)

    def emphasis(self, raw: Numbers) -> Numbers:
        """What pages are about more than usual, each of length 1."""
        if not raw.size:
            return raw.reshape(len(raw), len(self.subject_scale))
        above = np.maximum(raw * self.subject_scale - self.usual, 0)
        return above / np.maximum(np.linalg.norm(above, axis=1, keepdims=True), np.float32(1e-9))

    def _facts(self) -> dict[tuple[str, str], Rows]:
        """For every facet value the rows of the pages that have it."""
        found: dict[tuple[str, str], list[int]] = {}
        for row, profile in enumerate(self.profiles):
            for key, value, _ in profile.facets:
                found.setdefault((key, value), []).append(row)
        return {fact: np.array(rows, dtype=np.int64) for fact, rows in found.items()}

    def _links(self) -> dict[int, list[int]]:
        """For every page that is linked to, the rows of the pages that do."""
        found: dict[int, list[int]] = {}
        for row, profile in enumerate(self.profiles):
            for target in profile.links:
                found.setdefault(target, []).append(row)
        return found

    def vector_of(self, profile: Profile) -> tuple[NDArray[np.uint32], Numbers]:
        """The buckets of a page's terms, and their weights when the page has length 1."""
        buckets = profile.terms & np.uint32(BUCKETS - 1)
        weights = profile.weights.astype(np.float32) / SCALE * self.rarity[buckets]
        return buckets, weights / max(float(np.linalg.norm(weights)), 1e-9)

    def _per_length(self, text: Numbers) -> Numbers:
        return np.asarray(text / np.maximum(self.lengths, 1e-9), dtype=np.float32)

    def compare(self, profile: Profile) -> Compared:
        """One page, on the shelf or not, with every page of the shelf."""
        buckets, weights = self.vector_of(profile)
        own = np.zeros(BUCKETS, dtype=np.float32)
        np.add.at(own, buckets, weights)
        text = self._summed(self.weights * own[self.buckets])
        return Compared(self._per_length(text), self._subjects_of(profile))

    def compare_fast(self, profile: Profile) -> Compared:
        """The same by way of postings, which take a second to make and then serve a whole rebuild."""
        starts, rows, weights = self.postings()
        buckets, own = self.vector_of(profile)
        text = np.zeros(len(self), dtype=np.float32)
        for bucket, weight in zip(buckets, own, strict=True):
            first, last = starts[bucket], starts[bucket + 1]
            text[rows[first:last]] += weights[first:last] * weight
        return Compared(self._per_length(text), self._subjects_of(profile))

    def postings(self) -> tuple[Rows, NDArray[np.int32], Numbers]:
        if self._postings is None:
            order = np.argsort(self.buckets, kind="stable")
            rows = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))[order]
            starts = np.searchsorted(self.buckets[order], np.arange(BUCKETS + 1)).astype(np.int64)
            self._postings = starts, rows, self.weights[order]
        return self._postings

    def _subjects_of(self, profile: Profile) -> Numbers:
        if not len(self):
            return np.zeros(0, dtype=np.float32)
        return np.asarray(self.subjects @ self.emphasis(profile.subjects[np.newaxis])[0], dtype=np.float32)


def joined(parts: Sequence[NDArray[Any]], kind: type) -> NDArray[Any]:
    return np.concatenate([*parts, np.zeros(0, dtype=kind)]).astype(kind)
