"""What the editor's tab ‘Ook interessant’ asks for: suggestions for the form as it stands, and pages to pin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Page

from pages.models import BasePage
from pages.visibility import is_visible
from search.drafts import NoDraftError, draft_of, new_draft_of
from search.likeness import KEPT
from search.pages_found import in_order, pages_found
from search.related import SHOWN, suggest_for_draft

NOT_PUBLIC = "Nog niet gepubliceerd. Bezoekers zien deze pas als dat is gebeurd."
NO_ROOM = "Past er niet meer bij: bezoekers zien er vier."
NEVER_SUGGESTED = "Bij deze pagina staat ‘nergens voorstellen’ aan. Bezoekers zien haar daarom niet."


@dataclass(frozen=True)
class Row:
    """One page in the list that the editor sees."""

    page: Page
    reason: str = ""
    is_pinned: bool = False
    is_shown: bool = True  # to visitors
    note: str = ""  # why not


@never_cache
@require_POST
def draft_suggestions(request: HttpRequest, page_id: int) -> HttpResponse:
    """Suggestions for a page that was saved before, as HTML."""
    return answer(request, draft_of, page_id=page_id)


@never_cache
@require_POST
def new_draft_suggestions(request: HttpRequest, app_label: str, model_name: str, parent_id: int) -> HttpResponse:
    """Suggestions for a page that was never saved, as HTML."""
    return answer(request, new_draft_of, app_label=app_label, model_name=model_name, parent_id=parent_id)


@never_cache
@require_GET
def pages_to_pin(request: HttpRequest) -> HttpResponse:
    """Pages for which the editor searches by title, as HTML."""
    query = request.GET.get("q", "").strip()
    return render(request, "search/pages_to_pin.html", {"query": query, "pages": pages_found(query)})


def answer(request: HttpRequest, read: Callable[..., BasePage], **where: Any) -> HttpResponse:
    try:
        page = read(request, **where)
    except NoDraftError as error:
        return HttpResponse(str(error), status=error.status, content_type="text/plain; charset=utf-8")
    rows = rows_for(page)
    shown = [row for row in rows if row.is_shown or row.is_pinned]
    return render(
        request,
        "search/draft_suggestions.html",
        {
            "rows": shown,
            "more": rows[len(shown) :],
            "refused": refused_by(page),
        },
    )


def rows_for(page: BasePage) -> list[Row]:
    """First the pins in the editor's order, then what visitors see besides, then what they do not see."""
    suggestions = suggest_for_draft(page, KEPT)
    seen = {each.page_id: each for each in suggestions[:SHOWN]}
    pinned = pinned_by(page)
    pins = [
        Row(target, seen[target.pk].reason if target.pk in seen else "", True, target.pk in seen, why_not(target, seen))
        for target in pinned
    ]
    known = {target.pk for target in pinned}
    rest = [
        Row(each.page, each.reason, is_shown=each.page_id in seen) for each in suggestions if each.page_id not in known
    ]
    return pins + sorted(rest, key=lambda row: not row.is_shown)


def pinned_by(page: BasePage) -> list[Page]:
    """The pages that the draft pins, each once, in its order."""
    pins = sorted(page.related_pins.all(), key=lambda pin: pin.sort_order or 0)
    return in_order(list(dict.fromkeys(pin.target_id for pin in pins if pin.target_id)))


def refused_by(page: BasePage) -> list[Page]:
    """The pages that the draft refuses."""
    return in_order(list(dict.fromkeys(row.target_id for row in page.related_refusals.all() if row.target_id)))


def why_not(page: Page, seen: dict[int, Any]) -> str:
    """Why visitors do not see this pinned page; empty if they do."""
    if page.pk in seen:
        return ""
    if not is_visible(page):
        return NOT_PUBLIC
    return NEVER_SUGGESTED if getattr(page, "never_suggested", False) else NO_ROOM
