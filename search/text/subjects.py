"""What words are about: the share of each subject in a word, and from that in a text.

Two texts can be about the same thing in other words: one says hack, the other gijzelsoftware. `data/subjects.txt` is a
thesaurus of this field, made by hand; `data/subject_shares.txt.gz` says of some tens of thousands of Dutch words how
near they stand to its subjects. `data/make_subjects.py` makes the second from the first, and says how.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from search.text.analysis import lemma
from search.text.folding import fold

DATA = Path(__file__).parent / "data"
VERSION = "4"
UNIT = 99  # shares are kept as whole numbers out of this; those of a rare word add up to 1.4 times as much
CALLED = 2  # so many words at the head of a list name its subject, the rest belong to it


@cache
def names() -> tuple[str, ...]:
    """The subjects, as they read in `beide over …`, in the order of the shares."""
    return tuple(name for name, _ in entries())


@cache
def own_words() -> frozenset[tuple[str, int]]:
    """(term, subject) of the words by which a subject is called: those of its name, and the first of its list."""
    found: set[tuple[str, int]] = set()
    for at, (name, words) in enumerate(entries()):
        called = [*name.split(), *(word.strip() for word in words.split(",")[:CALLED])]
        found |= {(lemma(fold(word)), at) for word in called if " " not in word}
    return frozenset(found)


def entries() -> list[tuple[str, str]]:
    """The name of every subject, and its words by hand."""
    lines = (DATA / "subjects.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition(":") for line in lines if ":" in line and not line.startswith("#"))
    return [(name.strip(), words) for name, _, words in told]


@cache
def shares() -> dict[str, bytes]:
    """For every known term its subjects, each followed by its share in 99ths, more of it the more the term tells.

    Some 75,000 terms; they take 10 MB.
    """
    found: dict[str, bytes] = {}
    with gzip.open(DATA / "subject_shares.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            term, _, pairs = line.rstrip().partition(" ")
            found[term] = bytes(map(int, pairs.replace(":", " ").split()))
    return found


def subject_weights(terms: Mapping[str, float]) -> list[float]:
    """How much a text with these weighted terms is about each subject; a term that is said often counts a bit more."""
    known = shares()
    total = [0.0] * len(names())
    for term, weight in terms.items():
        if pairs := known.get(term):
            heard = math.log1p(weight) / UNIT
            one = iter(pairs)
            for subject, share in zip(one, one, strict=True):
                total[subject] += heard * share
    return total
