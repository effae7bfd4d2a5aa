"""Scores: BM25F over concepts, pages with all of them first.

score(page) = sum over concepts of the best of its alternatives: weight x idf x f (k + 1) / (f + k), with f the page's
weighted frequency and idf = ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza, "The Probabilistic Relevance
Framework", 2009). An alternative of several terms counts as often as its rarest.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.concepts import Alternative, Concept
from search.postings import Postings
from search.weights import HUNDREDTHS

SATURATION = 1.2
BESIDE = 0.25  # what a second way of saying the same adds


@dataclass
class Scored:
    """Scores of pages, of those with all concepts and of the others; the share of the query that each covers."""

    scores: dict[int, float]
    complete: set[int]
    covered: dict[int, float]


def rarity(pages: int, total: int) -> float:
    return math.log(1 + (total - pages + 0.5) / (pages + 0.5))


def score(concepts: Sequence[Concept], postings: Postings, total: int) -> Scored:
    """The scores of all pages that hold at least one concept."""
    scores: dict[int, float] = {}
    seen: dict[int, int] = {}
    covered: dict[int, float] = {}
    for concept in concepts:
        found = concept_scores(concept, postings, total)
        importance = concept_rarity(concept, postings, total)
        for page, points in found.items():
            scores[page] = scores.get(page, 0.0) + points
            seen[page] = seen.get(page, 0) + 1
            covered[page] = covered.get(page, 0.0) + importance
    complete = {page for page, count in seen.items() if count == len(concepts)}
    return Scored(scores, complete, covered)


def concept_rarity(concept: Concept, postings: Postings, total: int) -> float:
    """How telling the concept is: as its likeliest alternative; of a word that no page has, as the rarest."""
    counts = [count for one in concept.alternatives if (count := alternative_count(one, postings))]
    return rarity(max(counts, default=0), total)


def alternative_count(one: Alternative, postings: Postings) -> int:
    return min((postings.counts.get(term, 0) for term in one.terms), default=0)


def concept_scores(concept: Concept, postings: Postings, total: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for one in concept.alternatives:
        for page, points in alternative_scores(one, postings, total).items():
            had = best.get(page)
            if had is None:
                best[page] = points
            else:
                best[page] = max(had, points) + BESIDE * min(had, points)
    return best


def alternative_scores(one: Alternative, postings: Postings, total: int) -> dict[int, float]:
    if any(term not in postings.weights for term in one.terms):
        return {}
    pages: Collection[int]
    if len(one.terms) == 1:
        weights = postings.weights[one.terms[0]]
        idf = one.weight * rarity(postings.counts[one.terms[0]], total) * (SATURATION + 1)
        k = SATURATION * HUNDREDTHS
        return {page: idf * weight / (weight + k) for page, weight in weights.items()}
    pages = postings.holding_all(one.terms)
    idf = one.weight * rarity(len(pages), total) * (SATURATION + 1)
    k = SATURATION * HUNDREDTHS
    found = {}
    for page in pages:
        weight = min(postings.weights[term][page] for term in one.terms)
        found[page] = idf * weight / (weight + k)
    return found
