"""What a visitor may see: the one question that every list, teaser, feed and suggestion asks."""

from django.db.models import Q, QuerySet
from wagtail.models import Page


def visible(model: type[Page] = Page) -> QuerySet:
    """Pages of the model that are live, public, and under live and public ancestors only.

    Wagtail's own `live()` keeps the children of an unpublished section. Costs one query for the closed branches, which
    is nearly always empty; the pages themselves are fetched when the queryset is used.
    """
    pages = model.objects.filter(live=True)
    for path in closed_branches():
        pages = pages.exclude(path__startswith=path)
    return pages


def closed_branches() -> list[str]:
    """Tree paths below which nothing is public: unpublished pages with children, and pages with a view restriction."""
    unpublished = Q(live=False, numchild__gt=0)
    return list(
        Page.objects.filter(unpublished | Q(view_restrictions__isnull=False))
        .order_by()
        .values_list("path", flat=True)
        .distinct()
    )
