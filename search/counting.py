"""Counts what visitors search for, without anything about the visitor and without keeping them waiting."""

import logging
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone

from search.models.count import LONGEST_QUERY, SearchCount
from search.personal import looks_personal

logger = logging.getLogger(__name__)

DAYS_KEPT = 90
MOST_A_DAY = 5_000  # different searches; who wants to fill the database with nonsense ends here

# One statement, the same on both databases: no other process can come between reading and adding.
ADD_ONE = """
    INSERT INTO search_searchcount (day, query, times, found)
    SELECT %s, %s, 1, %s
    WHERE (SELECT COUNT(*) FROM search_searchcount WHERE day = %s) < %s
       OR EXISTS (SELECT 1 FROM search_searchcount WHERE day = %s AND query = %s)
    ON CONFLICT (day, query) DO UPDATE SET times = search_searchcount.times + 1, found = excluded.found
"""


class CountedResponse(TemplateResponse):
    """An answer that counts its search after the visitor has it: the server closes a response when it was sent."""

    search: tuple[str, int] | None = None

    def close(self) -> None:
        super().close()
        if self.search:
            count(*self.search)
            self.search = None


def is_new_search(request: HttpRequest) -> bool:
    """Whether somebody begins a search here: no filter, order or further page of one, and no repeat of it."""
    if request.method != "GET" or set(request.GET) != {"q"}:
        return False
    if "prefetch" in request.headers.get("Sec-Purpose", "") or "max-age=0" in request.headers.get("Cache-Control", ""):
        return False  # fetched before somebody asked, or loaded again
    return not comes_from_same_search(request)


def comes_from_same_search(request: HttpRequest) -> bool:
    """Whether the visitor was on a page of these very results, and took a filter away or went back to page 1."""
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc != request.get_host() or before.path != request.path:
        return False
    return [as_counted(query) for query in parse_qs(before.query).get("q", [])] == [as_counted(request.GET["q"])]


def as_counted(query: str) -> str:
    """The search as it is added up: without capitals, with single spaces."""
    return " ".join(query.casefold().replace("\x00", " ").split())


def count(query: str, found: int) -> None:
    """Adds one to the searches of today, unless the words are no one's business; never raises for the database."""
    words = as_counted(query)
    if not words or len(words) > LONGEST_QUERY or looks_personal(words):
        return
    today = timezone.localdate()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(ADD_ONE, [today, words, found, today, MOST_A_DAY, today, words])
    except DatabaseError:
        logger.warning("A search was not counted.", exc_info=True)


def forget_old_counts(today: date | None = None) -> int:
    """Removes what is older than ninety days; how many rows that were."""
    oldest = (today or timezone.localdate()) - timedelta(days=DAYS_KEPT)
    return SearchCount.objects.filter(day__lt=oldest).delete()[0]
