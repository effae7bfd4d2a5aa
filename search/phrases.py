"""Words that stand together: quoted phrases, and the query itself in a title or a text."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models.functions import Left

from search.models import PageText

FEW = 900  # ids that fit in one statement on every database
ENOUGH = 20_000  # letters from the beginning of a text


def holding(phrase: Sequence[str], pages: Collection[int] | None = None) -> set[int]:
    """The pages, of these or of all, whose text has the folded words side by side."""
    rows = PageText.objects.filter(words__contains=f" {' '.join(phrase)} ")
    if pages is not None and len(pages) <= FEW:
        rows = rows.filter(pk__in=pages)
    found = set(rows.values_list("pk", flat=True))
    return found if pages is None else found & set(pages)


def holding_all(wanted: Iterable[Sequence[str]]) -> set[int]:
    """The pages whose text has each of these phrases."""
    rows = PageText.objects.all()
    for phrase in wanted:
        rows = rows.filter(words__contains=f" {' '.join(phrase)} ")
    return set(rows.values_list("pk", flat=True))


def texts(pages: Collection[int]) -> dict[int, tuple[str, str]]:
    """The folded title and text of these pages, of a long text the beginning."""
    rows = PageText.objects.filter(pk__in=list(pages)).annotate(beginning=Left("words", ENOUGH))
    return {pk: (title, words) for pk, title, words in rows.values_list("pk", "page__title_words", "beginning")}
