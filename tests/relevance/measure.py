"""nDCG and what is sure about it."""

import math
import random
from collections.abc import Mapping, Sequence

CUT = 10


def gain(grade: int) -> int:
    return 2**grade - 1


def ndcg(found: Sequence[str], grades: Mapping[str, int], cut: int = CUT) -> float:
    """nDCG at `cut` with gain 2^grade - 1 and discount log2(rank + 1); what was not judged counts as 0."""
    best = sorted(grades.values(), reverse=True)[:cut]
    ideal = sum(gain(grade) / math.log2(rank + 2) for rank, grade in enumerate(best))
    got = sum(gain(grades.get(one, 0)) / math.log2(rank + 2) for rank, one in enumerate(found[:cut]))
    return got / ideal if ideal else 0.0


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float], draws: int = 2000) -> tuple[float, float]:
    """The 95 % bootstrap interval of the mean."""
    chance = random.Random(20261127)
    means = sorted(mean(chance.choices(values, k=len(values))) for _ in range(draws)) if values else [0.0]
    return means[int(len(means) * 0.025)], means[int(len(means) * 0.975)]
