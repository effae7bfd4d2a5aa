"""The links in the texts of a page, questioned when a reader cannot tell where one leads, or when it leads nowhere.

A visitor never meets a link to what is gone or not public: its text stays, without the link (`pages.richtext`). The
editor would not notice, so it is said after saving. Whoever listens to a page hears its links one by one, without the
sentence around them; so ‘klik hier’ says nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import RichText

from pages.blocks import LinkValue
from pages.body_values import values_in
from pages.questions import few
from pages.richtext import row_id
from pages.visibility import visible

LONGEST = 120  # characters; as much as a link of its own may have
VAGUE = re.compile(
    r"(?:klik(?: (?:dan|even))?(?: (?:hier|hierop|op deze link))?|hier"
    r"|(?:deze|de|via deze) (?:link|pagina|website|site)|link|website|pagina|download(?:en)?"
    r"|(?:lees|kijk|zie)? ?(?:meer|verder)|meer (?:info|informatie|lezen|weten))",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link as an editor wrote it; the row it leads to, if it leads to one of ours."""

    text: str
    page_id: int | None = None
    document_id: int | None = None


def questions(page) -> list[str]:
    """A sentence for each link on the page that stands out, the first few."""
    links = list(links_of(page))
    pages, open_pages, documents = rows(links)
    found = []
    for link in links:
        lost = ""
        if link.page_id is not None and link.page_id not in open_pages:
            why = "niet openbaar is" if link.page_id in pages else "er niet meer is"
            lost = f"De link ‘{shortened(link.text)}’ leidt naar een pagina die {why}. Bezoekers zien alleen de tekst."
        if link.document_id is not None and link.document_id not in documents:
            lost = f"De link ‘{shortened(link.text)}’ leidt naar een document dat er niet meer is."
        found += [sentence for sentence in (lost, doubt(link.text)) if sentence]
    return few(found)


def doubt(text: str) -> str:
    """What is wrong with the words of a link, as a sentence; empty if nothing stands out."""
    words = text.strip(" \u2009\xa0\u200b.:!…>»→")
    if not words:
        return (
            "Er staat een link zonder tekst op de pagina. Bezoekers zien hem niet; haal hem weg of geef hem een tekst."
        )
    if VAGUE.fullmatch(words):
        return f"De link ‘{words}’ zegt niet waar de lezer terechtkomt. Noem in de link de pagina of het document."
    if ADDRESS.fullmatch(words):
        return f"De link ‘{shortened(words)}’ is een webadres. Schrijf in gewone woorden waar de lezer terechtkomt."
    if len(words) > LONGEST:
        return f"De link ‘{shortened(words)}’ is {len(words)} tekens lang. Een paar woorden zijn genoeg."
    return ""


def shortened(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:49]}…"


def links_of(page) -> Iterator[Link]:
    """Every link that an editor put in a text of the page or in a list of links, from top to bottom."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield from links_in(getattr(page, field.name))
    for value in values_in(page.body):
        if isinstance(value, RichText):
            yield from links_in(value.source)
        elif isinstance(value, LinkValue) and value["text"]:
            yield Link(value["text"], page_id=value["page"].pk if value["page"] else None)


def links_in(html: str) -> Iterator[Link]:
    if "<a" not in html:
        return
    for tag in BeautifulSoup(html, "html.parser")("a"):
        kind = tag.get("linktype")
        row = (row_id(tag.attrs) or 0) if kind in ("page", "document") else None
        yield Link(
            " ".join(tag.get_text().split()),
            page_id=row if kind == "page" else None,
            document_id=row if kind == "document" else None,
        )


def rows(links: list[Link]) -> tuple[set[int], set[int], set[int]]:
    """Which of the pages they lead to exist, which of those are public, and which of the documents exist."""
    pages = {link.page_id for link in links if link.page_id is not None}
    documents = {link.document_id for link in links if link.document_id is not None}
    return (
        set(Page.objects.filter(pk__in=pages).values_list("pk", flat=True)) if pages else set(),
        set(visible().filter(pk__in=pages).values_list("pk", flat=True)) if pages else set(),
        set(get_document_model().objects.filter(pk__in=documents).values_list("pk", flat=True)) if documents else set(),
    )
