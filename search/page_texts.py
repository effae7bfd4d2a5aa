"""The words of a page, from memory: what its type declares as searched, without markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.search.index import SearchField

from pages.models import BasePage
from pages.models.base import words_of

MARKUP = re.compile(r"<[^>]*>")
PAGE_LINK = re.compile(r"""<a\b(?=[^>]*\blinktype=["']page["'])[^>]*\bid=["'](\d{1,18})["']""")
WEIGHTIER = {"title", "lead"}


def plain(text: str) -> str:
    """The text without tags and entities."""
    return html.unescape(MARKUP.sub(" ", text)) if "<" in text or "&" in text else text


def texts_of(page: BasePage) -> Iterator[tuple[str, str]]:
    """(field, text) of every searched field of the page that holds text of its own."""
    names = dict.fromkeys(field.field_name for field in type(page).search_fields if isinstance(field, SearchField))
    for name in names:
        value = getattr(page, name, None)
        if isinstance(value, str):
            yield name, plain(value)
        elif isinstance(value, StreamValue):
            yield name, plain(" \n".join(reversed(words_of(value.raw_data))))


def linked_pages(page: Page) -> set[int]:
    """Ids of the pages that the page's own texts link to, by a link in a text or a chosen page."""
    found: set[int] = set()
    for field in page._meta.get_fields():
        value = getattr(page, field.name, None) if field.concrete and not field.is_relation else None
        if isinstance(value, str):
            found.update(map(int, PAGE_LINK.findall(value)))
        elif isinstance(value, StreamValue):
            found |= linked_in_blocks(value.raw_data)
    return found


def linked_in_blocks(raw_data: object) -> set[int]:
    """Ids of the pages in the stored form of a body: in its rich texts, and as `page` of a block."""
    found: set[int] = set()
    waiting: list[object] = list(raw_data)  # type: ignore[call-overload]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            found.update(map(int, PAGE_LINK.findall(item)))
        elif isinstance(item, dict):
            if isinstance(chosen := item.get("page"), int):
                found.add(chosen)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return found
