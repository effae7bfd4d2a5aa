"""All profiles side by side, so that one page is compared with every other at once.

Words: the cosine of the terms and families of words two pages share, each weighted by its rarity here. Meaning: the
cosine of the subjects both are about more than pages of their kind usually are, less as the thesaurus knows less of
their words, and that of their aspects. What a page's nearest are like counts for a part. Everything is arithmetic on
the same numbers in order of page id, so both databases and every process give the same ranking.

The numbers below were chosen on judged sets that disagree; `tests/relevance/README.md` says which, and what else was
tried.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.profiles import SCALE, Profile

BUCKETS = 1 << 20  # terms are counted by the last bits of their number; two in one bucket are rare and do little harm
FEW_OF_A_KIND = 10  # pages: so much counts what is usual for all in what is usual for a kind
SUBJECT_WEIGHT, USUAL_OF_SUBJECTS = 0.5, 0.4  # how much of what pages usually say does not count
ASPECT_WEIGHT, USUAL_OF_ASPECTS = 0.5, 1.3
HALF_LIFE = 730  # days
MOST_OF_A_PAGE = 0.6  # of the square of its length, in the terms by which many pages are compared roughly
NEAREST = 3  # pages whose likeness to others counts for a page too
AT_ONCE = 1000  # pages that are read together
MEANING_SCALE = np.float32(65_535)  # what is kept of a meaning is from 0 to 1, in two bytes
BY_THE_NEAREST = 0.3  # of the likeness is that of these
WELL_KNOWN = 0.28  # of the words of a text in the thesaurus's field belongs to a subject; of other texts far less

Numbers = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass
class Compared:
    """How much one page is like every page of the shelf, in the order of `Shelf.ids`; the two parts are added."""

    words: Numbers
    meaning: Numbers

    @property
    def likeness(self) -> Numbers:
        return self.words + self.meaning


class Shelf:
    """An immutable set of profiles, ready to compare with."""

    def __init__(self, profiles: Sequence[Profile]):
        profiles = sorted(profiles, key=lambda profile: profile.page_id or 0)
        self.profiles = profiles
        self.ids = np.array([profile.page_id or 0 for profile in profiles], dtype=np.int64)
        self.row_of = {int(pk): row for row, pk in enumerate(self.ids)}
        self.days = np.array([profile.day for profile in profiles], dtype=np.float32)
        self.is_suggested = np.array([profile.is_suggested for profile in profiles], dtype=np.bool_)
        self.latest_day = np.float32(self.days.max() if len(profiles) else 0)
        self.needed: dict[int, Numbers] = {}  # by row; `search.evidence` keeps them here
        self._read_terms()
        self._read_meanings()

    def __len__(self) -> int:
        return len(self.profiles)

    def _read_terms(self) -> None:
        lengths = np.array([len(profile.terms) for profile in self.profiles], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self.buckets = joined([profile.terms for profile in self.profiles], np.uint32) & np.uint32(BUCKETS - 1)
        # Most buckets are empty, and few numbers of pages differ: the logarithm of each is taken once.
        counts, place = np.unique(np.bincount(self.buckets, minlength=BUCKETS), return_inverse=True)
        rarity = np.log((len(self.profiles) + 1) / (counts + 0.5))
        self.rarity = rarity.astype(np.float32)[place]
        weights = joined([profile.weights for profile in self.profiles], np.uint8).astype(np.float32)
        weights /= np.float32(SCALE)
        self.spoken = summed(weights, self.starts)
        self.weights = weights * self.rarity[self.buckets]
        lengths = np.sqrt(summed(self.weights**2, self.starts))
        self.lengths: Numbers = np.maximum(lengths, 1e-9).astype(np.float32)

    def _read_meanings(self) -> None:
        groups = by_kind(self.profiles)
        subjects = {kind: [profile.subjects for profile in group] for kind, group in groups.items()}
        aspects = {kind: [profile.aspects for profile in group] for kind, group in groups.items()}
        self.usual_subjects = Usual(subjects, USUAL_OF_SUBJECTS)
        self.usual_aspects = Usual(aspects, USUAL_OF_ASPECTS)
        self.size_of_subjects = self.usual_subjects.of_all.size
        # As whole numbers: this is the largest table by far, and these take half the room and no time to read.
        self.meanings = np.zeros((len(self), self.size_of_subjects + self.usual_aspects.of_all.size), dtype=np.uint16)
        for kind, group in groups.items():
            for start in range(0, len(group), AT_ONCE):
                piece = group[start : start + AT_ONCE]
                rows = [self.row_of[profile.page_id or 0] for profile in piece]
                self.meanings[rows] = np.round(MEANING_SCALE * self._meanings(piece, kind, self.spoken[rows]))

    @cached_property
    def newness(self) -> Numbers:
        """1 for the newest page, half for one of two years older; one without a date is neither new nor old."""
        found = np.exp2((self.days - self.latest_day) / np.float32(HALF_LIFE))
        is_dated = self.days > 0
        return np.where(is_dated, found, found[is_dated].mean() if is_dated.any() else np.float32(0))

    @cached_property
    def by_fact(self) -> dict[tuple[str, str], Rows]:
        """For every facet value the rows of the pages that have it."""
        found: dict[tuple[str, str], list[int]] = {}
        for row, profile in enumerate(self.profiles):
            for key, value, _ in profile.facets:
                found.setdefault((key, value), []).append(row)
        return {fact: np.array(rows, dtype=np.int64) for fact, rows in found.items()}

    @cached_property
    def linking_to(self) -> dict[int, list[int]]:
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

    def compare(self, profile: Profile) -> Compared:
        """One page, on the shelf or not, with every page of the shelf."""
        buckets, weights = self.vector_of(profile)
        words = summed(self.weights * _sheet.weights_of(self.buckets, buckets, weights), self.starts)
        return Compared(words / self.lengths, self.meant(self.meaning_of(profile)[np.newaxis])[0])

    def compare_roughly(self, profiles: Sequence[Profile]) -> Iterator[Compared]:
        """The same for many pages, by the most telling words of each alone: a little too low, and fast.

        These are the rare ones, which few pages have; they are looked up in the postings, which take a while to make.
        """
        starts, rows, weights = self.postings
        meant = self.meant(np.stack([self.meaning_of(profile) for profile in profiles]))
        for profile, meaning in zip(profiles, meant, strict=True):
            buckets, own = self.vector_of(profile)
            order = np.argsort(-own, kind="stable")
            telling = order[: 1 + int(np.searchsorted(np.cumsum(own[order] ** 2), MOST_OF_A_PAGE))]
            words = np.zeros(len(self), dtype=np.float32)
            for bucket, weight in zip(buckets[telling], own[telling], strict=True):
                first, last = starts[bucket], starts[bucket + 1]
                words[rows[first:last]] += weights[first:last] * weight
            yield Compared(words / self.lengths, meaning)

    def likeness_to(self, profile: Profile, rows: Rows) -> Numbers:
        """How much one page is like the pages in these rows, in all their words; whatever they were found by.

        For a part it is the likeness of the pages nearest to it among these (Rocchio, "Relevance feedback in
        information retrieval", 1971, with the nearest taken for relevant): two pages that go with the same pages go
        with each other, even where their own words differ.
        """
        part = Part(self, rows)
        own = part.like(*self.vector_of(profile), self.meaning_of(profile))
        order = np.argsort(-own, kind="stable")
        nearest = order[(self.ids[rows[order]] != (profile.page_id or 0)) & (own[order] > 0)][:NEAREST]
        if not len(nearest):
            return own
        shares = own[nearest] / own[nearest].sum()
        theirs = part.like(*self._together(rows[nearest], shares))
        # No page speaks for itself: how much it is like itself makes room for how much the nearest are like this one.
        meaning = (self.meanings_in(rows[nearest]) ** 2).sum(axis=1)
        theirs[nearest] += shares * (own[nearest].mean() - 1 - meaning)
        return (1 - np.float32(BY_THE_NEAREST)) * own + np.float32(BY_THE_NEAREST) * theirs

    def _together(self, rows: Rows, shares: Numbers) -> tuple[NDArray[np.uint32], Numbers, Numbers]:
        """The terms and meanings of these pages as those of one, each for its share."""
        pieces = [slice(self.starts[row], self.starts[row + 1]) for row in rows]
        factors = shares / self.lengths[rows]
        weights = [self.weights[piece] * factor for piece, factor in zip(pieces, factors, strict=True)]
        meaning = (self.meanings_in(rows) * shares[:, np.newaxis]).sum(axis=0)
        return np.concatenate([self.buckets[piece] for piece in pieces]), np.concatenate(weights), meaning

    @cached_property
    def postings(self) -> tuple[Rows, NDArray[np.int32], Numbers]:
        """For every bucket where its pages begin; the rows of these, and the weight of the bucket in each."""
        counts = np.bincount(self.buckets, minlength=BUCKETS)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        order = np.argsort(self.buckets, kind="stable")
        return starts, np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))[order], self.weights[order]

    def meaning_of(self, profile: Profile) -> Numbers:
        """What one page is about more than usual: its subjects, shorter the less the thesaurus knows of its words, and
        its aspects. The product of two such rows is what they mean alike."""
        spoken = profile.weights.sum(keepdims=True, dtype=np.float32) / np.float32(SCALE)
        return self._meanings([profile], profile.kind, spoken)[0]

    def _meanings(self, profiles: Sequence[Profile], kind: int, spoken: Numbers) -> Numbers:
        raw = np.stack([profile.subjects for profile in profiles])
        known = np.minimum(raw.sum(axis=1) / np.maximum(spoken, 1e-9) / np.float32(WELL_KNOWN), 1)
        subjects = self.usual_subjects.beyond(raw, kind) * known[:, np.newaxis] * np.float32(SUBJECT_WEIGHT**0.5)
        aspects = self.usual_aspects.beyond(np.stack([profile.aspects for profile in profiles]), kind)
        return np.hstack([subjects, aspects * np.float32(ASPECT_WEIGHT**0.5)], dtype=np.float32)

    def meant(self, meanings: Numbers) -> Numbers:
        """For each of these meanings how much every page of the shelf means the same."""
        found = np.empty((len(meanings), len(self)), dtype=np.float32)
        for start in range(0, len(self), AT_ONCE):
            piece = slice(start, start + AT_ONCE)
            found[:, piece] = meanings @ self.meanings_in(piece).T
        return found

    def meanings_in(self, rows: Rows | slice) -> Numbers:
        """What the pages in these rows mean, as `meaning_of` gives it."""
        return self.meanings[rows].astype(np.float32) / MEANING_SCALE

    def subject_shares(self, profile: Profile, rows: Rows) -> tuple[Numbers, Numbers]:
        """How much one page, and each of these rows, is about every subject: parts of a row of length 1."""
        one = self.meaning_of(profile)[: self.size_of_subjects]
        others = self.meanings_in(rows)[:, : self.size_of_subjects]
        lengths = np.maximum(np.linalg.norm(others, axis=1, keepdims=True), 1e-9)
        return np.asarray(one / max(float(np.linalg.norm(one)), 1e-9)), np.asarray(others / lengths)


class Usual:
    """What pages are usually about: all, and those of each kind.

    Somebody who tells of his work says more about himself than any research does. What portraits are about as portraits
    says nothing of what goes with one of them; what one is about beyond that does.
    """

    def __init__(self, groups: Mapping[int, Sequence[NDArray[Any]]], share: float):
        sums = {kind: total(group) for kind, group in groups.items()}
        pages = sum(map(len, groups.values()))
        self.of_all: Numbers = np.asarray(sum(sums.values()) / np.float32(max(pages, 1)), dtype=np.float32)
        usual = {
            kind: (of + FEW_OF_A_KIND * self.of_all) / np.float32(len(groups[kind]) + FEW_OF_A_KIND)
            for kind, of in sums.items()
        }
        self._share = np.float32(share)
        self._usual = {kind: self._measure(of) for kind, of in usual.items()}
        self._otherwise = self._measure(self.of_all)

    def _measure(self, usual: Numbers) -> tuple[Numbers, Numbers]:
        """What does not count, and how much what is beyond that does: the more the rarer it is."""
        rarity = 1 / np.sqrt(usual + 0.1 * self.of_all.mean() + 1e-6)
        return usual - (np.float32(1) - self._share) * self.of_all, rarity.astype(np.float32)

    def beyond(self, raw: Numbers, kind: int) -> Numbers:
        """What pages of this kind are about more than usual, each of length 1; or nothing."""
        usual, rarity = self._usual.get(kind, self._otherwise)
        above = np.maximum(raw - usual, 0) * rarity
        lengths = np.maximum(np.linalg.norm(above, axis=1, keepdims=True), np.float32(1e-9))
        return np.asarray(above / lengths, dtype=np.float32)


def by_kind(profiles: Iterable[Profile]) -> dict[int, list[Profile]]:
    found: dict[int, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(profile.kind, []).append(profile)
    return found


def total(rows: Sequence[NDArray[Any]]) -> Numbers:
    """The sum of these rows, a piece of them at a time."""
    pieces = (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
    return np.asarray(sum(np.sum(piece, axis=0, dtype=np.float32) for piece in pieces), dtype=np.float32)


class Part:
    """Some rows of a shelf, for comparing several times with the same few pages."""

    def __init__(self, shelf: Shelf, rows: Rows):
        self.shelf, self.rows = shelf, rows
        lengths = shelf.starts[rows + 1] - shelf.starts[rows]
        self.starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        at = np.arange(self.starts[-1]) + np.repeat(shelf.starts[rows] - self.starts[:-1], lengths)
        self.buckets, self.weights = shelf.buckets[at], shelf.weights[at]
        self.meanings = shelf.meanings_in(rows)

    def like(self, buckets: NDArray[np.uint32], weights: Numbers, meaning: Numbers) -> Numbers:
        """How much these pages are like one with such terms and such a meaning."""
        words = summed(self.weights * _sheet.weights_of(self.buckets, buckets, weights), self.starts)
        return Compared(words / self.shelf.lengths[self.rows], np.einsum("ij,j->i", self.meanings, meaning)).likeness


class Sheet(threading.local):
    """A place for every bucket, all empty between two comparisons; laying out a new one each time takes longer."""

    def __init__(self) -> None:
        self.places = np.zeros(BUCKETS, dtype=np.float32)

    def weights_of(self, wanted: NDArray[np.uint32], buckets: NDArray[np.uint32], weights: Numbers) -> Numbers:
        """For each of the wanted buckets the sum of the weights that these buckets give it."""
        np.add.at(self.places, buckets, weights)
        found: Numbers = self.places[wanted]
        self.places[buckets] = 0
        return found


_sheet = Sheet()


def summed(values: Numbers, starts: Rows) -> Numbers:
    """The sum of the values of each page; those of page n begin at starts[n]."""
    total = np.zeros(len(starts) - 1, dtype=np.float32)
    filled = starts[:-1] < starts[1:]
    if filled.any():
        total[filled] = np.add.reduceat(values, starts[:-1][filled])
    return total


def joined(arrays: list[Any], dtype: type) -> Any:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=dtype)
