from typing import Any

from django import template
from wagtail.models import Page

from pages.models import BasePage
from search.related import SHOWN, related_to, suggest_for_draft

register = template.Library()


@register.simple_tag(takes_context=True)
def related_items(context: dict[str, Any], page: BasePage) -> list[Page]:
    """At most four visible pages that go with this one, best first; of a preview those of the draft in memory."""
    is_preview = getattr(context.get("request"), "is_preview", False)
    suggestions = suggest_for_draft(page, SHOWN) if is_preview else related_to(page, while_waiting=True)
    return [each.page for each in suggestions]
