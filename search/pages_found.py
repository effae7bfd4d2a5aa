"""Pages for an editor who knows what to look for: by the words of their title, and as a visitor would find them."""

from django.db.models import Q
from wagtail.models import Page

from search.find import find

MOST_CHARACTERS, MOST_WORDS, MOST_PAGES = 200, 10, 8


def pages_found(query: str) -> list[Page]:
    """Up to eight pages: those with all these words in their title, also drafts, and then those that search finds by
    all of them; if there are none, those that it finds by some. Empty for a query without words."""
    words = query.replace("\x00", " ")[:MOST_CHARACTERS].split()[:MOST_WORDS]
    if not words:
        return []
    found = by_title(words)
    if len(found) < MOST_PAGES:
        hits = find(" ".join(words), per_page=2 * MOST_PAGES)
        found += [hit.page_id for hit in hits if hit.has_all_words]
        found = found or [hit.page_id for hit in hits]
    return in_order(list(dict.fromkeys(found))[:MOST_PAGES])


def by_title(words: list[str]) -> list[int]:
    """Ids of the pages with all words in their title; those that start with them and the newest first."""
    pages = Page.objects.filter(depth__gt=1)
    for word in words:
        pages = pages.filter(Q(title__icontains=word) | Q(draft_title__icontains=word))
    starts = Q(title__istartswith=words[0])
    newest = ("-latest_revision_created_at", "-pk")
    found = [
        *pages.filter(starts).order_by(*newest).values_list("pk", flat=True)[:MOST_PAGES],
        *pages.exclude(starts).order_by(*newest).values_list("pk", flat=True)[:MOST_PAGES],
    ]
    return found[:MOST_PAGES]


def in_order(ids: list[int]) -> list[Page]:
    """The pages with these ids as their own types, also drafts, in that order; one that is gone is left out."""
    found = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [found[pk] for pk in ids if pk in found]
