"""How much a page is about each of its terms: the frequencies of BM25F.

After Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004): per field the
frequency is divided by how long the field is against what is usual, the fields are added by weight, and saturation
comes after that, when a query is answered. What is usual is fixed here, so that a page's postings depend on that
page alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.text import analysis, subjects
from search.text.analysis import LONGEST, lemma, token_terms
from search.text.tokens import pieces, tokens

# Another number for every change of the weights below; the index then asks to be rebuilt, as for analyser and subjects.
VERSION = f"1.{analysis.VERSION}.{subjects.VERSION}"
HUNDREDTHS = 100
MOST_WEIGHT = 65_535  # so that a page and its weight go into one number
UNSURE = "documents"  # what was read from a PDF is full of broken words
MOST_LETTERS = 200_000  # of text kept per page for phrases
BETWEEN_FIELDS = " | "


@dataclass(frozen=True)
class FieldWeight:
    weight: float
    usual: int  # words
    length: float  # how much length counts: b of BM25


# In the order in which their words are kept.
FIELDS: dict[str, FieldWeight] = {
    "title": FieldWeight(4.0, 9, 0.3),
    "lead": FieldWeight(2.5, 30, 0.4),
    "labels": FieldWeight(2.0, 8, 0.3),
    "people": FieldWeight(3.0, 4, 0.2),
    "headings": FieldWeight(1.6, 15, 0.4),
    "body": FieldWeight(1.0, 300, 0.4),
    "documents": FieldWeight(0.5, 1500, 0.7),
}


@dataclass(frozen=True, slots=True)
class Analysed:
    """What the index keeps of a page's texts."""

    weights: dict[str, int]  # the terms with their weighted frequency in hundredths, at least 1
    spelled: dict[str, str]  # the folded words as they are spelled, each with its term
    words: str  # all folded words in order, with a space on either side
    subjects: list[float]  # how much they are about each subject


def analysed(texts: Mapping[str, Sequence[str]]) -> Analysed:
    """The texts of a page, by field, as the index keeps them."""
    total: dict[str, float] = defaultdict(float)
    spelled: dict[str, str] = {}
    parts: list[str] = []
    for name in FIELDS:
        frequencies: dict[str, float] = defaultdict(float)
        length = 0
        for text in texts.get(name, ()):
            said = [token.text for token in tokens(text)]
            parts.append(" ".join(piece for word in said for piece in pieces(word)))
            for word in said:
                terms = token_terms(word)
                length += bool(terms)
                for term, weight in terms:
                    frequencies[term] += weight
            if name != UNSURE:
                spelled.update(_spelled(said))
        field = FIELDS[name]
        share = field.weight / (1 - field.length + field.length * length / field.usual) if length else 0
        for term, frequency in frequencies.items():
            total[term] += frequency * share
    weights = {term: min(max(1, round(weight * HUNDREDTHS)), MOST_WEIGHT) for term, weight in total.items()}
    words = f" {BETWEEN_FIELDS.join(parts)} "[:MOST_LETTERS]
    return Analysed(weights, spelled, words, subjects.subject_weights(total))


def _spelled(words: Sequence[str]) -> dict[str, str]:
    """The words that say something as they are spelled, each with its term."""
    telling = (word for word in words if token_terms(word))
    return {
        piece[:LONGEST]: lemma(piece)
        for word in telling
        for piece in pieces(word)
        if len(piece) > 2 and not piece.isdigit()
    }
