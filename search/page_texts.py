"""The words of a page, from memory: what its type declares as searched, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import Any

from django.apps import apps
from django.db.models import CharField, TextField
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search.index import SearchField

from pages.models import BasePage
from search.text.excerpts import BETWEEN_BLOCKS, SENTENCE_END

TITLE, HEADINGS, BODY = "title", "headings", "body"
IGNORED = {"draft_title", "search_description", "slug"}  # nobody sees these on the page
END = re.compile(r"<(?:br|/p|/li|/h\d|/div)[^>]*>", re.I)
PAGE_LINK = re.compile(r"""<a\b(?=[^>]*\blinktype=["']page["'])[^>]*\bid=["'](\d{1,18})["']""")
TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.BlockQuoteBlock)


def plain(text: str) -> str:
    """The text without tags and entities. Where a paragraph or an item ends a space remains, and a dot if it was no
    sentence, so that nobody reads two lines as one."""
    if "<" not in text and "&" not in text:
        return text
    joined = ""
    for line in END.split(text):
        if said := unescape(strip_tags(line)).strip():
            joined += (BETWEEN_BLOCKS if joined and joined[-1] not in SENTENCE_END else " ") + said
    return joined.strip()


def texts_of(page: BasePage) -> Iterator[tuple[str, str]]:
    """(name, text) of what the page itself says, the title first; `name` is that of the field, and in a body that of
    headings or of the body."""
    yield TITLE, page.title
    declared = (field.field_name for field in page.search_fields if type(field) is SearchField)
    for name in dict.fromkeys(declared):
        if name == TITLE or name in IGNORED:
            continue
        value = getattr(page, name, None)
        if isinstance(value, StreamValue):
            yield from body_texts(value)
        elif value:
            yield name, plain(str(value() if callable(value) else value))


def body_texts(body: StreamValue) -> Iterator[tuple[str, str]]:
    """(headings or body, text) of every text in the blocks, in reading order. No block is made, nothing looked up."""
    for item in body.raw_data:
        if block := body.stream_block.child_blocks.get(item["type"]):
            for text in _said(block, item["value"]):
                yield HEADINGS if item["type"] == "heading" else BODY, plain(text)


def _said(block: Any, value: Any) -> Iterator[str]:
    """The texts in the stored value of a block; addresses, choices and numbers of rows are none."""
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from _said(child, value.get(name))
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        for item in value:
            yield from _said(block.child_block, item["value"] if _is_wrapped(item) else item)
    elif isinstance(block, blocks.StreamBlock) and isinstance(value, list):
        for item in value:
            if child := block.child_blocks.get(item["type"]):
                yield from _said(child, item["value"])
    elif isinstance(block, TEXTS) and value:
        yield str(getattr(value, "source", value))


def _is_wrapped(item: object) -> bool:
    """Whether an item of a list stands in the form that it has since Wagtail 2.16, with an id beside it."""
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


@cache
def text_fields(page_type: str) -> tuple[str, ...]:
    """The fields of a page type, `app.Model`, that may hold a link: its texts and bodies."""
    fields = (CharField, TextField, StreamField)
    return tuple(field.name for field in apps.get_model(page_type)._meta.concrete_fields if isinstance(field, fields))


def linked_pages(page: Page) -> set[int]:
    """Ids of the pages that the page's own texts link to, by a link in a text or a chosen page; of an alias also that
    of which it is one."""
    found: set[int] = {page.alias_of_id} if page.alias_of_id else set()
    for name in text_fields(page._meta.label):
        value = getattr(page, name, None)
        if isinstance(value, str):
            found.update(map(int, PAGE_LINK.findall(value)))
        elif isinstance(value, StreamValue):
            found |= linked_in_blocks(value.raw_data)
    return found


def linked_in_blocks(raw_data: Iterable[object]) -> set[int]:
    """Ids of the pages in the stored form of a body: in its rich texts, and as `page` of a block."""
    found: set[int] = set()
    waiting = list(raw_data)
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
