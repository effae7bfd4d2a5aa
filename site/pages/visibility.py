"""What a visitor may see: the one question that every list, teaser, feed and suggestion asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

_remembered: ContextVar[list[str] | None] = ContextVar("closed_branches", default=None)


def visible(model: type[Page] = Page) -> PageQuerySet:
    """Pages of the model that are live, public, and under live and public ancestors only.

    Wagtail's own `live()` keeps the children of an unpublished section. Costs one query for the closed branches, which
    is nearly always empty; the pages themselves are fetched when the queryset is used.
    """
    pages = model.objects.filter(live=True)
    for path in closed_branches():
        pages = pages.exclude(path__startswith=path)
    return pages


def is_visible(page: Page) -> bool:
    """The same question about one page that is already in memory."""
    return page.live and not page.path.startswith(tuple(closed_branches()))


def closed_branches() -> list[str]:
    """Tree paths below which nothing is public: unpublished pages with children, and pages with a view restriction."""
    remembered = _remembered.get()
    return look_up_closed_branches() if remembered is None else remembered


def look_up_closed_branches() -> list[str]:
    pages = Page.objects.order_by()
    unpublished = pages.filter(live=False, numchild__gt=0)
    restricted = pages.filter(pk__in=PageViewRestriction.objects.values("page"))
    # Two questions in one, because either has an index to be answered by and both together have none.
    return list(unpublished.values_list("path", flat=True).union(restricted.values_list("path", flat=True)))


def remembered_closed_branches() -> list[str] | None:
    """The closed branches that are known for the moment; None if every question looks them up."""
    return _remembered.get()


@contextmanager
def closed_branches_looked_up_once() -> Iterator[None]:
    """While one thing is made for visitors, its many lists share one look at the closed branches."""
    with closed_branches_known(look_up_closed_branches()):
        yield


@contextmanager
def closed_branches_known(paths: list[str]) -> Iterator[None]:
    """The same, by one who has looked already."""
    token = _remembered.set(paths)
    try:
        yield
    finally:
        _remembered.reset(token)
