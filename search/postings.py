"""Reading the index: which pages hold which terms, and how much."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count

from search.models import IndexedPage, Posting, Term

FEW = 900  # ids that fit in one statement on every database


@dataclass
class Postings:
    """The rows of some terms: term → page → weight; and how many pages each term has in all."""

    ids: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    weights: dict[str, dict[int, int]] = field(default_factory=dict)

    def learn(self, terms: Iterable[str]) -> None:
        """Looks up the ids and counts of terms that were not asked for before."""
        new = sorted({term for term in terms if term not in self.counts})
        if not new:
            return
        known = dict(Term.objects.filter(text__in=new).values_list("text", "pk"))
        counted = Posting.objects.filter(term__in=known.values()).values("term").annotate(pages=Count("page"))
        by_id = dict(counted.values_list("term", "pages"))
        for term in new:
            self.counts[term] = by_id.get(known.get(term, 0), 0)
            if self.counts[term]:
                self.ids[term] = known[term]

    def fetch(self, terms: Iterable[str], within: Collection[int] | None = None) -> None:
        """Reads the rows of these terms; `within` only of these pages, where that is fewer rows."""
        new = [term for term in dict.fromkeys(terms) if term in self.ids and term not in self.weights]
        if not new:
            return
        names = {self.ids[term]: term for term in new}
        rows = Posting.objects.filter(term__in=names)
        if within is not None and len(within) <= FEW and len(within) < sum(self.counts[term] for term in new):
            rows = rows.filter(page__in=within)
        for term in new:
            self.weights[term] = {}
        for term_id, page_id, weight in rows.values_list("term_id", "page_id", "weight"):
            self.weights[names[term_id]][page_id] = weight

    def holding_all(self, terms: Sequence[str]) -> set[int]:
        """The pages that hold all these terms, of those fetched."""
        found = [self.weights.get(term, {}).keys() for term in terms]
        return set(found[0]).intersection(*found[1:]) if found else set()


def number_of_pages() -> int:
    return IndexedPage.objects.count()
