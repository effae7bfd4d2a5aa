"""Pages in which the words of the query stand together, or make up the title, go before pages that just hold them."""

from itertools import pairwise

from search.asking import Asked
from search.phrases import texts
from search.text.analysis import sequence

LOOKED_AT = 60  # pages at the top whose order is refined
IS_TITLE = 2.0
BEGINS_TITLE = 1.5
IN_TITLE = 1.25
IN_TEXT = 1.15
PAIRS = 0.15


def sharpened(scores: dict[int, float], asked: Asked) -> dict[int, float]:
    """The scores, those of the best pages raised by how the words stand in them."""
    words = sequence(asked.plain)
    best = sorted(scores, key=lambda page: (-scores[page], page))[:LOOKED_AT]
    found = dict(scores)
    for page, (title, text) in texts(best).items():
        found[page] = scores[page] * factor(words, title, text)
    return found


def factor(words: list[str], title: str, text: str) -> float:
    together = f" {' '.join(words)} "
    if title == together:
        return IS_TITLE
    if title.startswith(together):
        return BEGINS_TITLE
    if len(words) < 2:
        return 1.0
    if together in title:
        return IN_TITLE
    if together in text:
        return IN_TEXT
    pairs = sum(f" {left} {right} " in text for left, right in pairwise(words))
    return 1 + PAIRS * pairs / len(words)
