"""Scores: BM25F over concepts, for all pages at once.

score(page) = sum over concepts of the best of its alternatives: weight x idf x f (k + 1) / (f + k), with f the page's
weighted frequency and idf = ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza, "The Probabilistic Relevance
Framework", 2009). An alternative of several terms counts as often as its rarest.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.concepts import Alternative, Concept
from search.postings import Postings
from search.weights import HUNDREDTHS

SATURATION = 1.2
FIRM = 0.7  # the weight from which an alternative is surely the word that was asked for
SAID = 0.5  # the weight from which a word counts as found; what only lies near it is not it
BESIDE = 0.25  # what a second way of saying the same adds

Numbers = NDArray[np.float64]


@dataclass
class Scored:
    """For every page of the register its score, how much of the query it covers, and whether it has all concepts."""

    scores: Numbers
    covered: Numbers
    complete: NDArray[np.bool_]


def rarity(pages: int, total: int) -> float:
    return math.log(1 + (total - pages + 0.5) / (pages + 0.5))


def score(concepts: Sequence[Concept], postings: Postings) -> Scored:
    """The scores of all pages."""
    total = len(postings.register)
    scores, covered, seen = np.zeros(total), np.zeros(total), np.zeros(total, np.int64)
    for concept in concepts:
        points, trust = concept_scores(concept, postings)
        scores += points
        seen += trust >= SAID
        covered += np.minimum(trust / FIRM, 1) * importance(concept, postings)
    return Scored(scores, covered, seen == len(concepts))


def importance(concept: Concept, postings: Postings) -> float:
    """How much of a query the concept is; one of several words counts for as many."""
    return len(concept.words) * concept_rarity(concept, postings)


def concept_rarity(concept: Concept, postings: Postings) -> float:
    """How telling the concept is: as its likeliest alternative; of a word that no page has, as the rarest."""
    counts = [count for one in concept.alternatives if (count := alternative_count(one, postings))]
    return rarity(max(counts, default=0), len(postings.register))


def alternative_count(one: Alternative, postings: Postings) -> int:
    if one.is_phrase:
        return len(postings.of_phrase(one.terms))
    return min((postings.counts.get(term, 0) for term in one.terms), default=0)


def concept_scores(concept: Concept, postings: Postings) -> tuple[Numbers, Numbers]:
    """For every page what its best way of saying the concept counts, and a little of its other ways; and the weight of
    the surest way."""
    best, trust = np.zeros(len(postings.register)), np.zeros(len(postings.register))
    asked = alternative_count(concept.alternatives[0], postings)
    most = rarity(asked, len(best)) if asked else np.inf
    for one in concept.alternatives:
        rows = postings.of_phrase(one.terms) if one.is_phrase else postings.of_all(one.terms)
        if not len(rows):
            continue
        idf = one.weight * min(most, rarity(len(rows), len(best))) * (SATURATION + 1)
        points = idf * rows.weights / (rows.weights + SATURATION * HUNDREDTHS)
        had = best[rows.pages]
        best[rows.pages] = np.maximum(had, points) + BESIDE * np.minimum(had, points)
        trust[rows.pages] = np.maximum(trust[rows.pages], one.weight)
    return best, trust
