"""Why one page goes with another: what they share, the most telling first.

A reason that is not true is worse than none: the subjects that are said are those that both pages are clearly about
(`search/evidence.py`), and single words are only said where nothing else is known, and if they tell what a text is
about.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

import numpy as np
from django.contrib.contenttypes.models import ContentType

from search.evidence import OUT_OF_REACH, names_of, needed_in, needed_on
from search.profiles import SCALE, Profile
from search.reasons import BELONGS, SHARED, WHOLE, Reason
from search.shelf import BUCKETS, Numbers, Shelf
from search.text import subjects
from search.text.analysis import lemma
from search.text.folding import fold
from search.text.nouns import is_noun

MOST_WORDS_SAID = 2
CLEARLY = 0.06  # what two pages have of one subject together, of 1, from which both are said to be about it
A_HINT = 0.15  # the share that counts when they are added up
TELLING = 0.82  # the shares together of a word that tells what a text is about
LEAST_LETTERS = 4


def reasons(shelf: Shelf, source: Profile, rows: list[int]) -> list[tuple[Reason, ...]]:
    """For each of these rows why it goes with the source: a link, people and facets, then what both are about."""
    needed = needed_in(source)
    own, theirs = shelf.subject_shares(source, np.array(rows, dtype=np.int64))
    found = []
    for row, shares in zip(rows, theirs, strict=True):
        other = shelf.profiles[row]
        facts = [Reason("linked")] if source.page_id in other.links else []
        facts += shared_facets(source, other)
        theirs_needed = needed_on(shelf, row)
        is_clear = (own >= needed) & (shares >= theirs_needed)
        about = shared_subjects(np.where(is_clear, own * shares, 0))
        if not (facts or about):
            is_likely = np.maximum(needed, theirs_needed) < OUT_OF_REACH
            likely = shared_subjects(np.where(is_likely, own * shares, 0), most=1)
            about = likely or shared_words(shelf, source, other)
        found.append((*facts[:1], *about, *facts[1:]))
    return found


def shared_facets(source: Profile, other: Profile) -> list[Reason]:
    """What both have; a module does not share itself with its pages."""
    own = {(key, value) for key, value, _ in source.facets}
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for key, value, label in other.facets:
        if key in SHARED and (key, value) in own:
            labels[key].append(label)
    return [Reason(how(key, source, other), tuple(labels[key])) for key in SHARED if key in labels]


def how(key: str, source: Profile, other: Profile) -> str:
    """The kind of reason that a shared facet is: one of the two may be the very thing, as a module is."""
    if key in BELONGS and key in kept_by_its_own_slug(source.kind):
        return BELONGS[key]
    return WHOLE[key] if key in WHOLE and key in kept_by_its_own_slug(other.kind) else key


@cache
def kept_by_its_own_slug(kind: int) -> frozenset[str]:
    """The facets of which a page of this content type is a value itself."""
    model = ContentType.objects.get_for_id(kind).model_class() if kind else None
    return frozenset(facet.key for facet in getattr(model, "facet_declarations", ()) if facet.value == "slug")


def shared_subjects(both: Numbers, most: int = MOST_WORDS_SAID) -> list[Reason]:
    """The subjects that both are clearly about, by what they have of each in common."""
    clear = (both > CLEARLY).nonzero()[0]
    if not len(clear):
        return []
    telling = clear[(-both[clear]).argsort(kind="stable")][:most].tolist()
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


@lru_cache(maxsize=10_000)
def is_telling(word: str) -> bool:
    """Whether a word as it stands in a text is a noun that tells what the text is about: loket, not bladzijde."""
    pairs = subjects.shares().get(lemma(fold(word)), b"")
    told = sum(share for share in pairs[1::2] if share >= A_HINT * subjects.UNIT)
    return told >= TELLING * subjects.UNIT and is_noun(word)
