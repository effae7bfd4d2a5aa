"""Keeping the index: a page in, a page out, a branch of the tree looked at again."""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection, transaction
from django.db.models import prefetch_related_objects
from wagtail.models import Page

from pages.models import BasePage
from pages.visibility import is_visible, visible
from search.fields import BODY, DOCUMENTS, HEADINGS, LABELS, LEAD, PEOPLE, TITLE, Texts, texts_of
from search.models import IndexedPage, Posting, SiteWord, Term
from search.staleness import ask_the_worker, relations_of
from search.text.analysis import LONGEST, VERSION, lemma, sequence, token_terms
from search.text.tokens import pieces, tokens
from search.weights import term_weights

IN_ORDER = (TITLE, LEAD, LABELS, PEOPLE, HEADINGS, BODY, DOCUMENTS)
AT_ONCE = 50  # pages that an editor waits for
ROWS_AT_ONCE = 2000
MOST_WORDS = 200_000  # letters of text kept per page for phrases
BETWEEN_FIELDS = " | "


def is_findable(page: Page) -> bool:
    """Whether a visitor's search may find this page."""
    return isinstance(page, BasePage) and not page.not_in_search and is_visible(page)


def index_pages(pages: Iterable[Page]) -> int:
    """Puts these specific pages in the index as they stand in the database, or takes them out; how many are in it."""
    pages = list(pages)
    findable = [page for page in pages if is_findable(page)]
    with transaction.atomic():
        remove_pages({page.pk for page in pages} - {page.pk for page in findable})
        _write([(page, texts_of(page)) for page in findable if isinstance(page, BasePage)])
    return len(findable)


def specific(ids: Collection[int]) -> list[Page]:
    """These pages in their own types, with the rows they are named by looked up for all of one type together."""
    pages = list(Page.objects.filter(pk__in=ids).specific())
    by_type: dict[type[Page], list[Page]] = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    for model, alike in by_type.items():
        if issubclass(model, BasePage):
            prefetch_related_objects(alike, *sorted(relations_of(model)))
    return pages


def remove_pages(page_ids: Iterable[int]) -> None:
    ids = list(page_ids)
    if ids:
        _forget_postings(ids)
        IndexedPage.objects.filter(pk__in=ids).delete()


def index_branch(path: str) -> None:
    """Looks again at all pages at and below a tree path: in with what may be seen, out with the rest."""
    below = Page.objects.filter(path__startswith=path)
    wanted = set(visible().filter(path__startswith=path).values_list("pk", flat=True))
    present = set(IndexedPage.objects.filter(page__in=below).values_list("pk", flat=True))
    remove_pages(present - wanted)
    missing = sorted(wanted - present)
    if len(missing) <= AT_ONCE:
        index_pages(specific(missing))
    else:
        _leave_to_the_worker(missing)


def _leave_to_the_worker(page_ids: Sequence[int]) -> None:
    """Rows without words, to be filled in a moment: an editor need not wait for hundreds of pages."""
    empty = [
        IndexedPage(page_id=pk, day=0, kind="", facets="", title_words="", words="", version=VERSION, is_stale=True)
        for pk in page_ids
    ]
    IndexedPage.objects.bulk_create(empty, ignore_conflicts=True, batch_size=1000)
    ask_the_worker()


def _write(entries: Sequence[tuple[BasePage, Texts]]) -> None:
    if not entries:
        return
    ids = [page.pk for page, _ in entries]
    weights = [term_weights(texts) for _, texts in entries]
    words = [_site_words(texts) for _, texts in entries]
    terms = _term_ids({term for found in weights for term in found} | set().union(*(set(w.values()) for w in words)))
    _forget_postings(ids)
    IndexedPage.objects.bulk_create(
        [_row(page, texts) for page, texts in entries],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["day", "kind", "facets", "title_words", "words", "version", "is_stale"],
    )
    _add_postings(
        [
            (page_id, terms[term], weight)
            for page_id, found in zip(ids, weights, strict=True)
            for term, weight in found.items()
        ]
    )
    _add_site_words({word: term for found in words for word, term in found.items()}, terms)


def _forget_postings(page_ids: Sequence[int]) -> None:
    """One statement; Django would first read all rows, as they have a key of two columns."""
    rows = Posting.objects.filter(page__in=page_ids)
    rows._raw_delete(rows.db)


def _add_postings(rows: Sequence[tuple[int, int, int]]) -> None:
    """Whole numbers from this module, written into the statement as they are: several times as fast as parameters."""
    table = connection.ops.quote_name(Posting._meta.db_table)
    with connection.cursor() as cursor:
        for at in range(0, len(rows), ROWS_AT_ONCE):
            values = ",".join(
                f"({int(page)},{int(term)},{int(weight)})" for page, term, weight in rows[at : at + ROWS_AT_ONCE]
            )
            cursor.execute(f"INSERT INTO {table} (page_id, term_id, weight) VALUES {values}")  # noqa: S608 - numbers


def _row(page: BasePage, texts: Texts) -> IndexedPage:
    words = BETWEEN_FIELDS.join(" ".join(sequence(text)) for field in IN_ORDER for text in texts.get(field, ()))
    return IndexedPage(
        page_id=page.pk,
        day=day_of(page),
        kind=page._meta.label_lower,
        facets=facets_of(page),
        title_words=f" {' '.join(sequence(page.title))} "[:800],
        words=f" {words} "[:MOST_WORDS],
        version=VERSION,
        is_stale=False,
    )


def day_of(page: BasePage) -> int:
    """The day by which a page is sorted, counted from the first of January of the year 1; 0 without a date."""
    return page.published_on.toordinal() if page.published_on else 0


def facets_of(page: BasePage) -> str:
    """What the page can be filtered by, as `key:value` in order."""
    found = {f"{key}:{value}" for key, values in page.facets().items() for value, _ in values}
    found.add(f"type:{page._meta.label_lower}")
    if hasattr(page, "date") and page.date:
        found.add(f"jaar:{page.date.year}")
    return " ".join(sorted(fact for fact in found if " " not in fact))[:1000]


def _term_ids(texts: set[str]) -> dict[str, int]:
    """The ids of these terms; new ones are added."""
    wanted = sorted(texts)
    found = _known_terms(wanted)
    missing = [text for text in wanted if text not in found]
    if missing:
        Term.objects.bulk_create([Term(text=text) for text in missing], ignore_conflicts=True, batch_size=2000)
        found.update(_known_terms(missing))
    return found


def _known_terms(texts: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(0, len(texts), 5000):
        rows = Term.objects.filter(text__in=texts[at : at + 5000]).values_list("text", "pk")
        found.update(rows)
    return found


def _site_words(texts: Texts) -> dict[str, str]:
    """The words of a page as they are spelled, each with its term."""
    found: dict[str, str] = {}
    for field, parts in texts.items():
        if field == DOCUMENTS:
            continue  # what was read from a PDF is full of broken words
        for text in parts:
            for token in tokens(text):
                if token_terms(token.text):
                    for piece in pieces(token.text):
                        if len(piece) > 2 and not piece.isdigit():
                            found.setdefault(piece[:LONGEST], lemma(piece))
    return found


def _add_site_words(words: dict[str, str], terms: dict[str, int]) -> None:
    known: set[str] = set()
    texts = sorted(words)
    for at in range(0, len(texts), 5000):
        known.update(SiteWord.objects.filter(text__in=texts[at : at + 5000]).values_list("text", flat=True))
    SiteWord.objects.bulk_create(
        [SiteWord(text=text, term_id=terms[words[text]]) for text in texts if text not in known],
        ignore_conflicts=True,
        batch_size=2000,
    )
