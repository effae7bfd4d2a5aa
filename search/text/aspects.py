"""What a text is about in a finer grain than its subjects: how like it is to some thousand questions of this field.

A subject is youth care; an aspect of it is waiting for it. Of each we have four short texts of our own, in different
words (`data/aspects.jsonl`). A text is compared with all of them, and two texts are alike that are like the same ones,
even if they share no word: explicit semantic analysis (Gabrilovich and Markovitch 2007), with texts written for it in
place of an encyclopedia.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data" / "aspects.txt.gz"
VERSION = "1"  # another number for every change of the data
UNIT = 1000
UNKNOWN = 0


@dataclass(frozen=True)
class Aspects:
    """The weights of all known terms: those of term n stand from `starts[n]` to `starts[n + 1]`.

    Term 0 stands for all that are not known: it has no weights, and is the rarest.
    """

    count: int
    number_of: dict[str, int]
    rarities: NDArray[np.float64]
    starts: NDArray[np.int64]
    aspects: NDArray[np.uint16]
    weights: NDArray[np.float32]


@cache
def known() -> Aspects:
    """The terms and their aspects; some 5 MB."""
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        count, rarest = map(int, next(lines).split())
        rows = [line.split() for line in lines]
    pairs = [pair.partition(":") for row in rows for pair in row[2:]]
    return Aspects(
        count,
        {row[0]: number for number, row in enumerate(rows, UNKNOWN + 1)},
        np.array([rarest, *(int(row[1]) for row in rows)]) / UNIT,
        np.cumsum([0, 0, *(len(row) - 2 for row in rows)]),
        np.array([int(aspect) for aspect, _, _ in pairs], dtype=np.uint16),
        np.array([int(weight) for _, _, weight in pairs], dtype=np.float32) / np.float32(UNIT),
    )


def aspect_weights(terms: Mapping[str, float]) -> NDArray[np.float32]:
    """How like a text with these weighted terms is to each aspect: the cosine, from 0 to 1."""
    data = known()
    numbers = np.array([data.number_of.get(term, UNKNOWN) for term in terms], dtype=np.int64)
    said = np.log1p(np.fromiter(terms.values(), np.float64, len(terms))) * data.rarities[numbers]
    starts = data.starts[numbers]
    sizes = data.starts[numbers + 1] - starts
    # The places of all weights of these terms, one run after the other.
    runs = np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    found = np.bincount(data.aspects[runs], np.repeat(said, sizes) * data.weights[runs], data.count)
    return (found / max(math.sqrt(said @ said), 1e-9)).astype(np.float32)
