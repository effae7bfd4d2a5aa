"""The rows of the index: few statements, however many pages."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection

from search.models import IndexedPage, PageText, Posting, SiteWord, Term
from search.weights import Analysed

ROWS_AT_ONCE = 5000
KEPT_OF_A_PAGE = ["day", "kind", "facets", "title_words", "subjects", "version", "is_stale", "stamp"]


def write(entries: Sequence[tuple[IndexedPage, Analysed]]) -> None:
    """Puts these pages in the index in place of what it had of them."""
    if not entries:
        return
    terms = _term_ids({term for _, found in entries for term in (*found.weights, *found.spelled.values())})
    # First, and in order: who writes the same pages at the same time waits here, and forgets our postings after that.
    IndexedPage.objects.bulk_create(
        sorted((page for page, _ in entries), key=lambda page: page.pk),
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=KEPT_OF_A_PAGE,
    )
    forget_postings([page.pk for page, _ in entries])
    PageText.objects.bulk_create(
        [PageText(page_id=page.pk, words=found.words) for page, found in entries],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["words"],
    )
    _add_postings((page.pk, terms[term], weight) for page, found in entries for term, weight in found.weights.items())
    _add_site_words({word: term for _, found in entries for word, term in found.spelled.items()}, terms)


def forget_postings(page_ids: Sequence[int]) -> None:
    """One statement; Django would first read all rows, as they have a key of two columns."""
    rows = Posting.objects.filter(page__in=page_ids)
    rows._raw_delete(rows.db)


def _add_postings(rows: Iterable[tuple[int, int, int]]) -> None:
    """Whole numbers from this module, written into the statement as they are: several times as fast as parameters."""
    table = connection.ops.quote_name(Posting._meta.db_table)
    with connection.cursor() as cursor:
        for some in _batches(rows):
            values = ",".join(f"({int(page)},{int(term)},{int(weight)})" for page, term, weight in some)
            cursor.execute(f"INSERT INTO {table} (page_id, term_id, weight) VALUES {values}")  # noqa: S608 - numbers


def _batches(rows: Iterable[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    waiting = iter(rows)
    while some := list(islice(waiting, ROWS_AT_ONCE)):
        yield some


def _term_ids(texts: Collection[str]) -> dict[str, int]:
    """The ids of these terms; new ones are added."""
    wanted = sorted(texts)
    found = _known(wanted)
    missing = [text for text in wanted if text not in found]
    if missing:
        Term.objects.bulk_create([Term(text=text) for text in missing], ignore_conflicts=True, batch_size=ROWS_AT_ONCE)
        found.update(_known(missing))
    return found


def _known(texts: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(0, len(texts), ROWS_AT_ONCE):
        found.update(Term.objects.filter(text__in=texts[at : at + ROWS_AT_ONCE]).values_list("text", "pk"))
    return found


def _add_site_words(words: dict[str, str], terms: dict[str, int]) -> None:
    texts = sorted(words)
    known: set[str] = set()
    for at in range(0, len(texts), ROWS_AT_ONCE):
        some = SiteWord.objects.filter(text__in=texts[at : at + ROWS_AT_ONCE])
        known.update(some.values_list("text", flat=True))
    SiteWord.objects.bulk_create(
        [SiteWord(text=text, term_id=terms[words[text]]) for text in texts if text not in known],
        ignore_conflicts=True,
        batch_size=ROWS_AT_ONCE,
    )
