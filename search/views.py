"""The search page, the suggestions while typing, and what browsers ask to know how to search here."""

import textwrap
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from pages.models import SiteSettings, Theme
from pages.visibility import closed_branches_looked_up_once, visible
from search.corrections import looking_like
from search.counting import CountedResponse, is_new_search
from search.find import Found, find
from search.promotions import promoted
from search.refining import Refinements, Search, theme_address
from search.results import results
from search.suggest import Suggestion, suggest
from search.text.analysis import sequence

PER_PAGE = 10
MOST_SUGGESTIONS = 8
MOST_NEAR = 6


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The page of results, or how to begin if nothing was asked."""
    asked = Search.from_address(request.GET)
    with closed_branches_looked_up_once():
        found = find(asked.query, asked.filters, sort=asked.sort, page=asked.page, per_page=PER_PAGE)
        if asked.page > max(found.page_count, 1):
            raise Http404("Deze bladzijde bestaat niet.")
        response = CountedResponse(request, "search/search.html", context_of(found, asked))
        response.render()
    if found.query and is_new_search(request):
        response.search = (found.query, found.total + found.total_partial)
    patch_cache_control(response, private=True)  # so that every search reaches the counter
    return response


def context_of(found: Found, asked: Search) -> dict[str, Any]:
    shown = results([hit.page_id for hit in found.hits], found.marked)
    recommended = promoted(found.query, found.marked) if asked.page == 1 else []
    apart = {promotion.page_id for promotion in recommended}
    hits = [hit for hit in found.hits if hit.page_id in shown and hit.page_id not in apart]
    items = Paginator(range(found.total + found.total_partial), PER_PAGE).get_page(asked.page)
    return {
        "found": found,
        "filters": Refinements(found.query, asked.sort, found.facets),
        "recommended": recommended,
        "complete": [shown[hit.page_id] for hit in hits if hit.has_all_words],
        "partial": [shown[hit.page_id] for hit in hits if not hit.has_all_words],
        "pages_shown": [shown[hit.page_id].page for hit in hits],
        "items": items,
        "page_numbers": list(items.paginator.get_elided_page_range(items.number, on_each_side=1, on_ends=1)),
        "near": [] if found.hits else near_words(found.query),
        "themes": [] if found.hits else themes_with_pages(),
    }


def near_words(query: str) -> list[str]:
    """Words of the site that look like the first words of the query; each of them finds something."""
    near = [other for word in sequence(query)[:5] for other in looking_like(word)]
    return list(dict.fromkeys(near))[:MOST_NEAR]


def themes_with_pages() -> list[Theme]:
    """The themes that a visitor can read something about."""
    return list(Theme.objects.filter(page_links__page__in=visible().values("pk")).distinct())


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """People, pages and themes that begin with what was typed: kind, label and address of each, as JSON."""
    with closed_branches_looked_up_once():
        found = suggest(request.GET.get("q", ""), MOST_SUGGESTIONS)
        response = JsonResponse({"suggesties": as_links(found)})
    patch_cache_control(response, private=True)
    return response


def as_links(found: list[Suggestion]) -> list[dict[str, str]]:
    """The suggestions with their addresses; a person leads to the page on which they appear."""
    ids = [suggestion.page_id for suggestion in found if suggestion.page_id]
    columns = ("url_path", "path", "depth", "content_type", "locale")
    pages = {page.pk: page for page in visible(Page).filter(pk__in=ids).only(*columns)} if ids else {}
    links = []
    for suggestion in found:
        page = pages.get(suggestion.page_id or 0)
        if suggestion.kind == "theme":
            kind, address = "Thema", theme_address(suggestion.label, suggestion.value)
        elif page and page.url:
            kind = "Persoon" if suggestion.kind == "person" else kind_of(page)
            address = page.url
        else:
            continue
        links.append({"soort": kind, "tekst": suggestion.label, "adres": address})
    return links


def kind_of(page: Page) -> str:
    """What a page is, by its type alone: Portret, Nieuws."""
    return str(page.cached_content_type.model_class()._meta.verbose_name).capitalize()


@require_safe
@cache_control(max_age=86_400)
def description(request: HttpRequest) -> HttpResponse:
    """What browsers read to offer this site as a search engine (OpenSearch 1.1)."""
    site = SiteSettings.load(request_or_site=request)
    context = {"site": site, "short_name": short_name(site.site_name), "base_url": settings.BASE_URL}
    return render(request, "search/opensearch.xml", context, "application/opensearchdescription+xml")


def short_name(name: str) -> str:
    """The first words of the name, as many as fit in the sixteen characters that OpenSearch allows."""
    return textwrap.shorten(name, 16, placeholder="") or name[:16]
