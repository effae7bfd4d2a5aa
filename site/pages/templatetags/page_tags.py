"""What every template of the site can ask of pages."""

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from pages.cards import card_of
from pages.children import children
from pages.models import BasePage, InfoPage, SiteSettings
from pages.prepared import prepared
from pages.richtext import expanded
from pages.sound_text import sound
from pages.structured_data import as_script, structured_data
from pages.visit import Place, current_visit, look_around

register = template.Library()


@register.simple_tag(takes_context=True)
def site_settings(context):
    """The settings of the site; read once for each request."""
    request = context.get("request")
    if request is None:
        return SiteSettings.load()
    if not hasattr(request, "site_settings"):
        found = stored_settings()
        request.site_settings = found[0] if found else SiteSettings.load()
    return request.site_settings


@prepared
def stored_settings():
    return SiteSettings.objects.select_related("share_image").order_by("pk")[:1]


@register.simple_tag(takes_context=True)
def main_menu(context):
    """The sections of the site in tree order: those marked for the menu."""
    return [section for section in sections(context) if section.show_in_menus]


@register.simple_tag(takes_context=True)
def footer_menu(context):
    """The information pages directly below the home page, in tree order."""
    return [section for section in sections(context) if section.model is InfoPage]


@register.simple_tag(takes_context=True)
def section_of(context, type_name: str) -> Place | None:
    """The visible section of that page type (`newsindexpage`) below the home page, or None."""
    return next((place for place in sections(context) if place.model._meta.model_name == type_name), None)


def sections(context) -> list[Place]:
    """The visible places directly below the home page; read once for each request."""
    if visit := current_visit():
        return visit.sections
    request = context["request"]
    if not hasattr(request, "sections"):
        request.sections = look_around("").sections
    return request.sections


@register.filter
def absolute_url(path: str) -> str:
    """The path as a full address of this site; a full address stays as it is."""
    return path if path.startswith(("http://", "https://")) else f"{settings.BASE_URL}{path}"


@register.simple_tag(takes_context=True)
def body(context, stream):
    """The blocks of a body as HTML, with the links of all its texts looked up together."""
    outside = {**context.flatten(), "expand_later": True}
    blocks = [
        {"html": block.render_as_block({**outside, "anchor": anchor}), "type": block.block_type}
        for block, anchor in zip(stream, distinct_anchors(stream), strict=True)
    ]
    html = render_to_string("blocks/body.html", {"blocks": blocks})
    return mark_safe(expanded(html))  # noqa: S308 - made of block templates, which escape, and cleaned rich text


def distinct_anchors(stream) -> list[str]:
    """For every block its anchor, empty if it is no heading; the second heading of the same text gets a number."""
    anchors: list[str] = []
    for block in stream:
        wanted = anchor = block.value.anchor if block.block_type == "heading" else ""
        number = 1
        while anchor and anchor in anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        anchors.append(anchor)
    return anchors


@register.simple_tag(takes_context=True)
def rich_text(context, value):
    """Rich text as HTML; inside a body its links are looked up later, together with those of the other blocks."""
    source = sound(getattr(value, "source", value) or "")
    html = source if context.get("expand_later") else expanded(source)
    return mark_safe(html)  # noqa: S308 - cleaned just above


@register.simple_tag(takes_context=True)
def json_ld(context, page):
    """The page and the way to it as linked data for search engines."""
    return as_script(structured_data(page, site_settings(context)))


@register.simple_tag(takes_context=True)
def share_card(context, page):
    """The card that other sites show with a link to this page; None for what is no saved page."""
    return card_of(page, site_settings(context)) if isinstance(page, BasePage) else None


@register.simple_tag(takes_context=True)
def organisations(context):
    """The organisations behind the site, in the order of the settings."""
    return [link.organisation for link in children(site_settings(context), "organisations", "organisation__logo")]
