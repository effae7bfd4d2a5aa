"""Pages by the words of their title, for an editor who knows what to look for."""

from django.db.models import Q
from wagtail.models import Page

MOST_CHARACTERS, MOST_WORDS, MOST_PAGES = 200, 10, 8


def pages_found(query: str) -> list[Page]:
    """Up to eight pages with all these words in their title, also drafts; those that start with them and the newest
    first. Empty for a query without words."""
    words = query.replace("\x00", " ")[:MOST_CHARACTERS].split()[:MOST_WORDS]
    if not words:
        return []
    pages = Page.objects.filter(depth__gt=1)
    for word in words:
        pages = pages.filter(Q(title__icontains=word) | Q(draft_title__icontains=word))
    starts = Q(title__istartswith=words[0])
    found = [
        *pages.filter(starts).order_by("-latest_revision_created_at", "-pk")[:MOST_PAGES],
        *pages.exclude(starts).order_by("-latest_revision_created_at", "-pk")[:MOST_PAGES],
    ]
    return in_order([page.pk for page in found[:MOST_PAGES]])


def in_order(ids: list[int]) -> list[Page]:
    """The pages with these ids as their own types, also drafts, in that order; one that is gone is left out."""
    found = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [found[pk] for pk in ids if pk in found]
