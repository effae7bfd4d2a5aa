"""What else answers at an address that belongs to a page: its card for other sites."""

from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from pages.cards import ShareCard, card_of
from pages.models import BasePage, SiteSettings
from pages.tasks import bring_card_up_to_date
from pages.visibility import visible

MINUTE = 60  # seconds that a card may outlive its page in the caches of others
ASKED_AGAIN = 10 * MINUTE  # an unmade card is asked of the worker once in this time
HOUSE_CARD = Path(settings.SITE) / "static" / "img" / "kaart.jpg"


@require_safe
def share_card(request, page_id: int, key: str):
    """The card of a page that visitors can see; an older address leads to the present one. Nothing is drawn here."""
    page = visible().filter(pk=page_id).specific().first()
    if not isinstance(page, BasePage):
        raise Http404("Deze kaart bestaat niet.")
    card = card_of(page, SiteSettings.load(request_or_site=request))
    if card is None or card.key != key:
        return kept_a_minute(redirect(card.url if card else page.url))
    picture = card.read()
    if picture is None:
        ask_for(card)
        picture = HOUSE_CARD.read_bytes()
    return kept_a_minute(HttpResponse(picture, content_type="image/jpeg"))


def kept_a_minute(response: HttpResponse) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, public=True, max_age=MINUTE)
    return response


def ask_for(card: ShareCard) -> None:
    """Lets the worker draw the card; a database that cannot be written to is no reason to refuse the visitor."""
    if cache.add(f"card:{card.name}", "asked", ASKED_AGAIN):
        try:
            bring_card_up_to_date.enqueue(card.page_id)
        except DatabaseError:
            cache.delete(f"card:{card.name}")
