"""How much two profiles have in common, and what."""

from __future__ import annotations

import math
from collections import defaultdict

from search.profiles import Profile, rarity
from search.reasons import SHARED, Reason

FACET_WEIGHT = {"persoon": 0.10, "module": 0.08, "thema": 0.06, "lichting": 0.03, "gemeente": 0.05, "provincie": 0.01}
LINK_WEIGHT = 0.08
KEPT = 12


def ranked(source: Profile, others: list[Profile]) -> list[tuple[Profile, float, tuple[Reason, ...]]]:
    """The others by likeness, the most alike first; equal ones by their age on the site."""
    rare = rarity([source, *others])
    length = {id(profile): norm(profile, rare) for profile in [source, *others]}
    scored = []
    for other in others:
        shared = {
            word: weight * other.words[word] * rare[word] ** 2
            for word, weight in source.words.items()
            if word in other.words
        }
        text = sum(shared.values()) / (length[id(source)] * length[id(other)] or 1)
        score = text + facet_score(source, other) + link_score(source, other)
        scored.append((round(score, 6), other, shared))
    scored.sort(key=lambda entry: (-entry[0], entry[1].page_id))
    return [(other, score, reasons(source, other, shared)) for score, other, shared in scored if score > 0]


def norm(profile: Profile, rare: dict[str, float]) -> float:
    return math.sqrt(sum((weight * rare[word]) ** 2 for word, weight in profile.words.items()))


def facet_score(source: Profile, other: Profile) -> float:
    keys = {key for key, _, _ in source.facets & other.facets}
    return sum(FACET_WEIGHT.get(key, 0) for key in keys)


def link_score(source: Profile, other: Profile) -> float:
    return LINK_WEIGHT * (source.page_id in other.links)


def reasons(source: Profile, other: Profile, shared: dict[str, float]) -> tuple[Reason, ...]:
    """What contributed: shared facets first, then the words that weigh most."""
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for key, _, label in sorted(source.facets & other.facets):
        labels[key].append(label)
    found = [Reason(key, tuple(labels[key])) for key in SHARED if key in labels]
    if source.page_id in other.links:
        found.insert(0, Reason("linked"))
    words = sorted(shared, key=lambda word: (-shared[word], word))[:2]
    if words:
        found.insert(1, Reason("words", tuple(source.surfaces[word] for word in words)))
    return tuple(found)
