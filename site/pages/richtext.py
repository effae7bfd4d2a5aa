"""Links in rich text, for visitors: all of a body in one query, and none to what a visitor may not see."""

import re

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text import expand_db_html
from wagtail.rich_text.pages import PageLinkHandler

from pages.prepared import prepared
from pages.visibility import visible
from pages.visit import address_of


class VisiblePageLinkHandler(PageLinkHandler):
    """Writes the address of the page, or no address if the page is gone or not public: then the text stays."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        wanted = [row_id(attrs) for attrs in attrs_list]
        ids = {pk for pk in wanted if pk is not None}
        paths = dict(paths_of(sorted(ids))) if ids else {}
        return [link_to(paths.get(pk)) for pk in wanted]


@prepared
def paths_of(ids):
    return visible().filter(pk__in=ids).order_by().values_list("pk", "url_path")


class PresentDocumentLinkHandler(DocumentLinkHandler):
    """Writes the address of the document with its kind and size; if it is gone, no address: then the text stays."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        wanted = [row_id(attrs) for attrs in attrs_list]
        ids = {pk for pk in wanted if pk is not None}
        documents = cls.get_model().objects.in_bulk(ids) if ids else {}
        return [download_link(documents[pk]) if pk in documents else "<a>" for pk in wanted]


# A link cannot hold another one, so its end is the next end.
DOWNLOAD = re.compile(r'(<a href="[^"]*") data-details="([^"]*)">(.*?)</a>', re.DOTALL)


def expanded(html: str) -> str:
    """Rich text as a visitor gets it: addresses looked up, and behind every link to a document what it is."""
    return DOWNLOAD.sub(with_details, expand_db_html(html))


def download_link(document) -> str:
    """The opening tag of a link to a document; its details wait there until the text of the link is known."""
    return f'<a href="{escape(document.url)}" data-details="{escape(document.details)}">'


def with_details(link: re.Match) -> str:
    """The link with (pdf, 1,2 MB) at the end of its text, unless the editor wrote something like it."""
    opening, details, text = link.groups()
    kind = details.partition(",")[0]
    if re.search(rf"\([^()]*\b{re.escape(kind)}\b[^()]*\)\s*$", text, re.IGNORECASE):
        return f"{opening}>{text}</a>"
    return f'{opening}>{text} <span class="file-details">({details})</span></a>'


def row_id(attrs: dict) -> int | None:
    """The id that a link names, if it can be that of a row."""
    text = attrs.get("id", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def link_to(url_path: str | None) -> str:
    """The opening tag of a link to the page at this tree path."""
    address = address_of(url_path) if url_path else None
    return f'<a href="{escape(address)}">' if address else "<a>"
