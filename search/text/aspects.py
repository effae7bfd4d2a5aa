"""What a text is about in a finer grain than its subjects: how like it is to some thousand questions of this field.

A subject is youth care; an aspect of it is waiting for it. Of each we have four short texts of our own, in different
words (`data/aspects.jsonl`). A text is compared with all of them, and two texts are alike that are like the same ones,
even if they share no word: explicit semantic analysis (Gabrilovich and Markovitch 2007), with texts written for it in
place of an encyclopedia.
"""

from __future__ import annotations

import gzip
import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data" / "aspects.txt.gz"
VERSION = "1"  # another number for every change of the data
UNIT = 1000  # weights and rarities are kept as whole numbers out of this
UNKNOWN = 0


@dataclass(frozen=True)
class Aspects:
    """The aspects of all known terms and their weights: those of term n stand from `starts[n]` to `starts[n + 1]`.

    Term 0 stands for all that are not known: it has no weights, and is the rarest.
    """

    count: int
    number_of: dict[str, int]
    rarities: NDArray[np.float64]
    starts: NDArray[np.int64]
    aspects: NDArray[np.uint16]
    weights: NDArray[np.float32]


@cache
def table() -> Aspects:
    """The terms and their aspects; 4 MB for some 20,000 terms."""
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        count, rarest = map(int, next(lines).split())
        number_of: dict[str, int] = {}
        rarities, starts = [rarest], [0, 0]
        pairs = array("H")  # kept as numbers at once: the same as texts would take 50 MB for a moment
        for number, line in enumerate(lines, UNKNOWN + 1):
            term, rarity, *row = line.replace(":", " ").split()
            number_of[term] = number
            rarities.append(int(rarity))
            pairs.extend(map(int, row))
            starts.append(len(pairs) // 2)
    return Aspects(
        count,
        number_of,
        np.array(rarities) / UNIT,
        np.array(starts, dtype=np.int64),
        np.array(pairs[::2], dtype=np.uint16),
        np.array(pairs[1::2], dtype=np.float32) / np.float32(UNIT),
    )


def aspect_weights(terms: Mapping[str, float]) -> NDArray[np.float32]:
    """How like a text with these weighted terms is to each aspect: the cosine, from 0 to 1."""
    data = table()
    numbers = np.array([data.number_of.get(term, UNKNOWN) for term in terms], dtype=np.int64)
    said = np.log1p(np.fromiter(terms.values(), np.float64, len(terms))) * data.rarities[numbers]
    starts = data.starts[numbers]
    sizes = data.starts[numbers + 1] - starts
    # The places of all weights of these terms, one run after the other.
    runs = np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    found = np.bincount(data.aspects[runs], np.repeat(said, sizes) * data.weights[runs], data.count)
    return (found / max(math.sqrt(said @ said), 1e-9)).astype(np.float32)
