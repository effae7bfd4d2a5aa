"""How much a page is about each of its terms: the frequencies of BM25F.

After Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004): per field the
frequency is divided by how long the field is against what is usual, the fields are added by weight, and saturation
comes after that, when a query is answered. What is usual is fixed here, so that a page's postings depend on that
page alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.text.analysis import token_terms
from search.text.tokens import tokens

HUNDREDTHS = 100


@dataclass(frozen=True)
class FieldWeight:
    weight: float
    usual: int  # words
    length: float  # how much length counts: b of BM25


FIELDS: dict[str, FieldWeight] = {
    "title": FieldWeight(4.0, 9, 0.3),
    "lead": FieldWeight(2.5, 30, 0.4),
    "headings": FieldWeight(1.6, 15, 0.4),
    "body": FieldWeight(1.0, 300, 0.4),
    "labels": FieldWeight(2.0, 8, 0.3),
    "people": FieldWeight(3.0, 4, 0.2),
    "documents": FieldWeight(0.5, 1500, 0.7),
}


def term_weights(texts: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The terms of a page with their weighted frequency in hundredths, at least 1."""
    total: dict[str, float] = defaultdict(float)
    for name, field in FIELDS.items():
        frequencies: dict[str, float] = defaultdict(float)
        length = 0
        for text in texts.get(name, ()):
            for token in tokens(text):
                terms = token_terms(token.text)
                length += bool(terms)
                for term, weight in terms:
                    frequencies[term] += weight
        share = field.weight / (1 - field.length + field.length * length / field.usual) if length else 0
        for term, frequency in frequencies.items():
            total[term] += frequency * share
    return {term: max(1, round(weight * HUNDREDTHS)) for term, weight in total.items()}
