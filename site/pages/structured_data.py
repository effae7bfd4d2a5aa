"""Linked data (schema.org, JSON-LD) about a page, for search engines and other readers that are not people."""

import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from pages.cards import card_of

Node = dict[str, Any]


def structured_data(page, site_settings) -> Node:
    """The whole graph of a page: the organisation behind the site, the way to the page, and the page itself."""
    organisation = {
        "@type": "Organization",
        "@id": f"{settings.BASE_URL}/#organisatie",
        "name": site_settings.site_name,
        "url": f"{settings.BASE_URL}/",
    }
    if site_settings.contact_email:
        organisation["email"] = site_settings.contact_email
    node = about(page)
    if card := card_of(page, site_settings):
        node["image"] = {"@type": "ImageObject", "url": card.url, "width": card.width, "height": card.height}
    crumbs = breadcrumb_list(page)
    graph = [organisation, node, crumbs or website(site_settings)]
    return {"@context": "https://schema.org", "@graph": graph}


# Page types add what only they know; each app says so for its own when it starts (`describe_by`).
_descriptions: dict[type, Callable[[Any, Node], Node]] = {}


def describe_by(model: type, description: Callable[[Any, Node], Node]) -> None:
    """Lets this function complete the node of every page of the model."""
    _descriptions[model] = description


def about(page) -> Node:
    """What the page says of itself, completed by what its type adds."""
    node: Node = {
        "@type": page.schema_type,
        "@id": f"{settings.BASE_URL}{page.url}",
        "url": f"{settings.BASE_URL}{page.url}",
        "name": page.title,
        "inLanguage": "nl",
        "description": page.description,
        "publisher": {"@id": f"{settings.BASE_URL}/#organisatie"},
    }
    if page.first_published_at:
        node["datePublished"] = timezone.localdate(page.first_published_at).isoformat()
    if page.last_published_at:
        node["dateModified"] = timezone.localdate(page.last_published_at).isoformat()
    complete = _descriptions.get(type(page))
    return complete(page, node) if complete else node


def breadcrumb_list(page) -> Node | None:
    """The way from the home page to this page; None for the home page itself."""
    trail = [*page.breadcrumbs, page]
    if len(trail) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": step.title, "item": f"{settings.BASE_URL}{step.url}"}
            for position, step in enumerate(trail, start=1)
        ],
    }


def website(site_settings) -> Node:
    """The site as a whole and how to search it; said on the home page only."""
    return {
        "@type": "WebSite",
        "@id": f"{settings.BASE_URL}/#site",
        "name": site_settings.site_name,
        "url": f"{settings.BASE_URL}/",
        "inLanguage": "nl",
        "publisher": {"@id": f"{settings.BASE_URL}/#organisatie"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{settings.BASE_URL}{reverse('search')}?q={{words}}"},
            "query-input": "required name=words",
        },
    }


def person_node(person) -> Node:
    """A person as linked data: the name, whole and in its parts."""
    node = {"@type": "Person", "name": person.full_name, "familyName": person.family_name}
    if person.given_name:
        node["givenName"] = person.given_name
    return node


# What could close the script element or start another, as JSON writes a character by its number.
ESCAPES = {character: f"\\u{ord(character):04X}" for character in "<>&"}


def as_script(data: Node) -> SafeString:
    """The data as a script element that a browser does not run; nothing in it can close the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above
