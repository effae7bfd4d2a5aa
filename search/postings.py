"""Reading the index: which pages hold which terms, and how much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import Aggregate, BigIntegerField, Count, ExpressionWrapper, F, TextField
from django.db.models.functions import Cast
from numpy.typing import NDArray

from search.models import Posting, Term
from search.phrases import times_said
from search.register import Positions, Register
from search.text.stopwords import STOP_WORDS
from search.weights import HUNDREDTHS, MOST_WEIGHT

MOST_READ = 300  # pages whose text is read to see whether they say a phrase
LEAST_READ = 20  # for each of many phrases
WEIGHT_BITS = MOST_WEIGHT.bit_length()


class Listed(Aggregate):
    """Whole numbers as one text, a space between two: a thousand rows so cost hardly more than one."""

    function = "STRING_AGG"
    template = "%(function)s(CAST(%(expressions)s AS text), ' ')"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


# As a number of 64 bits: the ids of pages have 32, which the product would not fit from page 32,768 on.
PAGE = Cast("page_id", BigIntegerField())
PAGE_AND_WEIGHT = ExpressionWrapper(PAGE * (1 << WEIGHT_BITS) + F("weight"), BigIntegerField())


@dataclass(frozen=True, eq=False)
class Rows:
    """The pages that hold something, in no order, and how much each is about it (hundredths)."""

    pages: Positions
    weights: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.pages)


NONE = Rows(np.zeros(0, np.int64), np.zeros(0, np.float64))


@dataclass
class Postings:
    """The rows of some terms, and how many pages have each."""

    register: Register
    counts: dict[str, int] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], Rows] = field(default_factory=dict)

    def count(self, terms: Iterable[str]) -> None:
        """Looks up how many pages have these terms, for many of which one only wants to know whether any has."""
        new = sorted({term for term in terms if term not in self.counts})
        if not new:
            return
        counted = Term.objects.filter(text__in=new).annotate(pages=Count("postings")).values_list("text", "pages")
        self.counts.update(dict.fromkeys(new, 0))
        self.counts.update(counted)

    def read(self, terms: Iterable[str]) -> None:
        """Reads the rows of these terms, as far as they were not read before; one statement."""
        new = sorted({term for term in terms if term not in self.rows and self.counts.get(term) != 0})
        if not new:
            return
        found = Posting.objects.filter(term__text__in=new).values("term__text").order_by()
        texts = dict(found.annotate(listed=Listed(PAGE_AND_WEIGHT)).values_list("term__text", "listed"))
        for term in new:
            self.rows[term] = self._rows_of(texts[term]) if term in texts else NONE
            self.counts[term] = len(self.rows[term])

    def _rows_of(self, listed: str) -> Rows:
        numbers = np.fromstring(listed, dtype=np.int64, sep=" ")
        pages, present = self.register.positions(numbers >> WEIGHT_BITS)
        return Rows(pages, (numbers[present] & MOST_WEIGHT).astype(np.float64))

    def of(self, term: str) -> Rows:
        """The rows of a term, if they were read."""
        return self.rows.get(term, NONE)

    def of_all(self, terms: Sequence[str]) -> Rows:
        """The pages that hold all these terms, each with the weight of the one it says least of."""
        if len(terms) == 1:
            return self.of(terms[0])
        least = np.full(len(self.register), np.inf)
        held = np.zeros(len(self.register), np.int64)
        for term in terms:
            rows = self.of(term)
            least[rows.pages] = np.minimum(least[rows.pages], rows.weights)
            held[rows.pages] += 1
        pages = np.flatnonzero(held == len(terms))
        return Rows(pages, least[pages])

    def read_phrases(self, phrases: Iterable[tuple[str, ...]]) -> None:
        """Finds the pages that say these stems side by side, as far as that was not known; two statements.

        Only the texts of the pages that say most of all the stems are read: each holds as much as its count of them.
        """
        new = [phrase for phrase in sorted(set(phrases)) if phrase not in self.phrases]
        may_say = {
            phrase: rows
            for phrase in new
            if len(rows := self.of_all([stem for stem in phrase if stem not in STOP_WORDS]))
        }
        most = max(LEAST_READ, MOST_READ // max(1, len(may_say)))
        may_say = {phrase: self._best(rows, most) for phrase, rows in may_say.items()}
        ids = {phrase: self.register.ids[rows.pages].tolist() for phrase, rows in may_say.items()}
        said = times_said(ids)
        for phrase in new:
            self.phrases[phrase] = NONE
            if times := said.get(phrase):
                counts = np.array([times.get(page, 0) for page in ids[phrase]], np.float64) * HUNDREDTHS
                rows, has = may_say[phrase], counts > 0
                self.phrases[phrase] = Rows(rows.pages[has], np.minimum(rows.weights, counts)[has])

    @staticmethod
    def _best(rows: Rows, most: int) -> Rows:
        if len(rows) <= most:
            return rows
        best = np.lexsort((rows.pages, -rows.weights))[:most]
        return Rows(rows.pages[best], rows.weights[best])

    def of_phrase(self, terms: Sequence[str]) -> Rows:
        """The pages that say these stems side by side, if they were read."""
        return self.phrases.get(tuple(terms), NONE)
