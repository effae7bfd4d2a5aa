"""What visitors follow: how often they go from one page to another, by the referrer that browsers send within a site.

No cookie, no script, no tracking address, nothing about the visitor: only that on this day somebody came from one
address of ours to another. Each process keeps its counts in memory and hands them to the worker once a minute, after an
answer has gone out; so a view costs no write, and at most a minute of counts is lost with a process that is killed.

Counted is what reaches this program. Of visits that a cache in front of it answers nothing is known here, so behind one
the counts say which ways are followed more than others, not how many visitors there were.
"""

import atexit
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signals import request_finished
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, Site

from search.models import FollowCount

logger = logging.getLogger(__name__)

PATIENCE = 60.0  # seconds that counts stay in memory
MOST_WAYS = 2_000  # different ways kept in memory; beyond these nothing new is counted until the next hand-over
LONGEST_PATH = 300


class Way(NamedTuple):
    """From one path of the site to another, on an ISO day."""

    from_path: str
    to_path: str
    day: str


class Counts:
    """The ways followed since the last hand-over; safe among threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.counter: Counter[Way] = Counter()
        self.since = time.monotonic()

    def add(self, way: Way, count: int = 1) -> None:
        with self.lock:
            if way in self.counter or len(self.counter) < MOST_WAYS:
                self.counter[way] += count

    def take(self, is_last: bool = False) -> Counter[Way]:
        """All counts once they have waited long enough (or at once, for the last time); empty if they have not."""
        with self.lock:
            if not is_last and time.monotonic() - self.since < PATIENCE:
                return Counter()
            taken, self.counter, self.since = self.counter, Counter(), time.monotonic()
            return taken


counts = Counts()


class FollowMiddleware:
    """Counts a page view that followed another page of this site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "HTTP_REFERER" in request.META and is_view_of_visitor(request, response):
            count(request)
        return response


def count(request: HttpRequest) -> None:
    if from_path := path_within_site(request):
        counts.add(Way(from_path, request.path, timezone.localdate().isoformat()))


def is_view_of_visitor(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a person who is not staff now looks at a page; a browser that only fetches ahead does not count."""
    return (
        request.method == "GET"
        and response.status_code == 200
        and response.headers.get("Content-Type", "").startswith("text/html")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
    )


def path_within_site(request: HttpRequest) -> str:
    """The path from which the visitor came; empty if that was another site, or the same page."""
    try:
        referrer = urlsplit(request.META["HTTP_REFERER"])
    except ValueError:
        return ""
    is_ours = referrer.netloc == request.get_host() and len(referrer.path) <= LONGEST_PATH
    return referrer.path if is_ours and referrer.path != request.path else ""


def hand_over(is_last: bool = False, **kwargs: object) -> None:
    """Gives the counts to the worker, if it is time; keeps them for the next try if the database does not answer."""
    taken = counts.take(is_last)
    if not taken:
        return
    try:
        add_follows.enqueue([(*way, count) for way, count in taken.items()])
    except Exception:  # a lost or read-only database must not cost a visitor his page
        logger.warning("What visitors followed could not be handed to the worker.", exc_info=True)
        for way, count in taken.items():
            counts.add(way, count)


@task()
def add_follows(rows: list[tuple[str, str, str, int]]) -> None:
    """Adds rows of (path, path, ISO day, count) to what is stored; a path at which no page stands does not count."""
    pages = pages_at({path for row in rows for path in row[:2]})
    for from_path, to_path, day, count in rows:
        if from_path in pages and to_path in pages:
            add_up(pages[from_path], pages[to_path], day, count)


def pages_at(paths: set[str]) -> dict[str, int]:
    """The ids of the pages at these addresses."""
    roots = Site.get_site_root_paths()
    if not roots:
        return {}
    root_path = roots[0].root_path
    known = Page.objects.filter(url_path__in=[root_path + path.removeprefix("/") for path in paths])
    return {f"/{url_path.removeprefix(root_path)}": pk for pk, url_path in known.values_list("pk", "url_path")}


def add_up(from_page: int, to_page: int, day: str, count: int) -> None:
    """One row per way and day, also when two workers add to it at once."""
    row, is_new = FollowCount.objects.get_or_create(
        from_page_id=from_page, to_page_id=to_page, day=day, defaults={"count": count}
    )
    if not is_new:
        FollowCount.objects.filter(pk=row.pk).update(count=F("count") + count)


request_finished.connect(hand_over, dispatch_uid="hand_over_follows")
atexit.register(hand_over, is_last=True)
