"""What one look at the tree tells about a visit: the way to the page, the sections of the site, and what is closed.

A page has some forty columns and costs a dozen times as much to make as its row to find; here places are enough.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction, Site

from pages.prepared import prepared
from pages.visibility import closed_branches_known

SECTION_DEPTH = 3  # directly below the home page
COLUMNS = (
    "pk",
    "path",
    "depth",
    "numchild",
    "title",
    "url_path",
    "live",
    "show_in_menus",
    "content_type_id",
    "alias_of_id",
    "is_restricted",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies in the tree and what links to it need."""

    pk: int
    path: str
    depth: int
    numchild: int
    title: str
    url_path: str
    live: bool
    show_in_menus: bool
    content_type_id: int
    alias_of_id: int | None
    is_restricted: bool

    @property
    def url(self) -> str:
        return address_of(self.url_path) or ""

    @property
    def model(self) -> Any:
        """The type of the page; that of a row whose type is no longer in the code is Page."""
        return ContentType.objects.get_for_id(self.content_type_id).model_class() or Page

    @property
    def is_closed(self) -> bool:
        """Whether a visitor can see nothing of what lies below."""
        return self.is_restricted or (not self.live and self.numchild > 0)


@dataclass
class Visit:
    """What is known while one page is made for a visitor: the root of the site and the places near the page."""

    root_path: str
    places: list[Place]
    closed: list[str] = field(init=False)

    def __post_init__(self):
        self.closed = [place.path for place in self.places if place.is_closed]

    @cached_property
    def sections(self) -> list[Place]:
        """The visible places directly below the home page, in tree order."""
        closed = tuple(self.closed)
        found = {
            place.path: place
            for place in self.places
            if place.depth == SECTION_DEPTH and place.live and not place.path.startswith(closed)
        }
        return [found[path] for path in sorted(found)]

    def trail(self, url_paths: Sequence[str]) -> list[Place]:
        """The places at these addresses, up to the first at which there is none."""
        found = {place.url_path: place for place in self.places}
        trail = []
        for url_path in url_paths:
            if url_path not in found:
                break
            trail.append(found[url_path])
        return trail


_current: ContextVar[Visit | None] = ContextVar("visit", default=None)


def current_visit() -> Visit | None:
    """The visit for which a page is being made now; None in the admin, in a command, in a preview."""
    return _current.get()


@contextmanager
def visiting(root_path: str, url_paths: Sequence[str]) -> Iterator[Visit]:
    """A visit to the last of these addresses, with their places, the sections and the closed branches; one query."""
    visit = look_around(root_path, url_paths)
    token = _current.set(visit)
    try:
        with closed_branches_known(visit.closed):
            yield visit
    finally:
        _current.reset(token)


def look_around(root_path: str, url_paths: Sequence[str] = ()) -> Visit:
    """The places at these addresses, the sections and what is closed, as one query finds them."""
    with closed_branches_known([]):  # the query itself asks for what is closed, and shows nothing
        return Visit(root_path, [Place(*row) for row in near(list(url_paths))])


@prepared
def near(url_paths) -> QuerySet:
    """The rows of `Place` for these addresses, for the sections and for all closed branches; some of them twice."""
    restricted = Exists(PageViewRestriction.objects.filter(page=OuterRef("pk")))
    pages = Page.objects.order_by().annotate(is_restricted=restricted)
    parts = (
        pages.filter(url_path__in=url_paths),
        pages.filter(depth=SECTION_DEPTH, live=True),
        pages.filter(live=False, numchild__gt=0),
        pages.filter(pk__in=PageViewRestriction.objects.values("page")),
    )
    first, *others = (part.values_list(*COLUMNS) for part in parts)
    return first.union(*others, all=True)


def room_below(path: str) -> tuple[str, str, int]:
    """The first and last tree path that a page directly below this one can have, and its depth."""
    steplen, alphabet = Page.steplen, Page.alphabet
    return path + alphabet[0] * steplen, path + alphabet[-1] * steplen, len(path) // steplen + 1


def address_of(url_path: str) -> str | None:
    """The address of the page at this tree path without host; None if it is not below the home page of a visit."""
    visit = _current.get()
    root_path = visit.root_path if visit else only_root_path()
    if root_path is None or not url_path.startswith(root_path):
        return None
    return f"/{url_path[len(root_path) :]}"


def url_of(page: Page) -> str:
    """The address of any page, made as its own type or not; empty if it has none."""
    return address_of(page.url_path) or page.url or ""


def only_root_path() -> str | None:
    """The tree path of the home page, if there is one site."""
    roots = Site.get_site_root_paths()
    return roots[0].root_path if len(roots) == 1 else None
