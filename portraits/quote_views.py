"""The page of the admin on which quote cards are chosen, seen and downloaded, and the cards themselves."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from media.cards.quotes import FORMATS, Saying, quote_card
from media.cards.typography import quote, tidy
from media.photos import photo_of
from pages.models import SiteSettings
from portraits import quotes
from portraits.models import PortraitPage
from portraits.quote_form import QuoteForm

TITLE = "Citaatkaarten"


def portrait_for(user, page_id: int) -> PortraitPage:
    """The portrait; PermissionDenied for who may not change it."""
    portraits = PortraitPage.objects.select_related("image", "municipality")
    page = get_object_or_404(portraits, pk=page_id)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


@require_safe
def choose_quote(request, page_id: int):
    """Words, colours, the three cards, and the text for who does not see them."""
    page = portrait_for(request.user, page_id)
    context = {
        "page": page,
        "header_title": f"{TITLE}: {page.title}",
        "header_icon": "openquote",
        "breadcrumbs_items": breadcrumbs(page),
        "refusal": quotes.refusal(page),
    }
    if context["refusal"]:
        return TemplateResponse(request, "portraits/quote_cards.html", context, status=403)
    form = QuoteForm(request.GET, page)
    if form.is_valid():
        said = quotes.saying(page, form.cleaned_data["words"], SiteSettings.load(request_or_site=request).site_name)
        context |= {"cards": cards(page, form.cleaned_data), "alt": alternative_text(page, said)}
    return TemplateResponse(request, "portraits/quote_cards.html", context | {"form": form})


@require_safe
def quote_card_file(request, page_id: int, format_key: str):
    """One card as a PNG; a refusal is a sentence."""
    page = portrait_for(request.user, page_id)
    if refused := quotes.refusal(page):
        return HttpResponse(refused, status=403, content_type="text/plain; charset=utf-8")
    form = QuoteForm(request.GET, page)
    if format_key not in FORMATS or not form.is_valid():
        reason = " ".join(str(message) for messages in form.errors.values() for message in messages)
        return HttpResponse(reason or "Zo'n kaart is er niet.", status=400, content_type="text/plain; charset=utf-8")
    said = quotes.saying(page, form.cleaned_data["words"], SiteSettings.load(request_or_site=request).site_name)
    card = quote_card(format_key, said, photo_of(page.image), form.cleaned_data["grond"])
    response = HttpResponse(card.png(), content_type="image/png")
    response["Content-Disposition"] = f'inline; filename="{file_name(page, format_key)}"'
    return response


def cards(page: PortraitPage, chosen: dict[str, str]) -> list[dict]:
    """The three cards as the page shows them: where they are, how large, and what the download is called."""
    query = urlencode({"citaat": chosen["citaat"], "tekst": chosen["tekst"], "grond": chosen["grond"]})
    return [
        {
            "key": key,
            "label": format_.label,
            "width": format_.width,
            "height": format_.height,
            "url": f"{reverse('quote_card', args=[page.pk, key])}?{query}",
            "file_name": file_name(page, key),
        }
        for key, format_ in FORMATS.items()
    ]


def file_name(page: PortraitPage, format_key: str) -> str:
    return f"citaat-{slugify(page.title)}-{format_key}.png"


def alternative_text(page: PortraitPage, said: Saying) -> str:
    """What a screen reader says of the card: its words, whose they are, and what the photo shows."""
    by = ", ".join(tidy(part) for part in (said.name, said.caption) if part)
    photo = f" Op de foto: {page.alt_text}" if page.image and page.alt_text else ""
    return f"Citaatkaart van {tidy(said.site_name)}. {quote(said.words)} – {by}.{photo}"


def breadcrumbs(page: PortraitPage) -> list[dict[str, str]]:
    return [
        {"url": reverse("wagtailadmin_home"), "label": "Home"},
        {"url": reverse("portretten:index"), "label": "Portretten"},
        {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
        {"url": "", "label": f"{TITLE} van {page.title}"},
    ]
