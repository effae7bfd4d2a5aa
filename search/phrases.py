"""Words that stand together: quoted phrases, and the query itself in a title or a text."""

from collections.abc import Collection, Sequence

from search.models import IndexedPage
from search.postings import FEW


def holding(phrase: Sequence[str], pages: Collection[int] | None = None) -> set[int]:
    """The pages, of these or of all, whose text has the folded words side by side."""
    rows = IndexedPage.objects.filter(words__contains=f" {' '.join(phrase)} ")
    if pages is not None and len(pages) <= FEW:
        rows = rows.filter(pk__in=pages)
    found = set(rows.values_list("pk", flat=True))
    return found if pages is None else found & set(pages)


def texts(pages: Collection[int]) -> dict[int, tuple[str, str]]:
    """The folded title and text of these pages."""
    rows = IndexedPage.objects.filter(pk__in=list(pages)).values_list("pk", "title_words", "words")
    return {pk: (title, words) for pk, title, words in rows}
