"""Links in rich text, for visitors: all of a body in one query, and none to what a visitor may not see."""

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Site
from wagtail.rich_text.pages import PageLinkHandler

from pages.visibility import visible


class VisiblePageLinkHandler(PageLinkHandler):
    """Writes the address of the page, or no address if the page is gone or not public: then the text stays."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        wanted = [row_id(attrs) for attrs in attrs_list]
        ids = {pk for pk in wanted if pk is not None}
        paths = dict(visible().filter(pk__in=ids).values_list("pk", "url_path")) if ids else {}
        return [link_to(paths.get(pk)) for pk in wanted]


class PresentDocumentLinkHandler(DocumentLinkHandler):
    """As Wagtail's, but a link with an id that cannot be one leaves its text instead of an error."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        possible = [attrs for attrs in attrs_list if row_id(attrs) is not None]
        written = iter(super().expand_db_attributes_many(possible) if possible else [])
        return [next(written) if row_id(attrs) is not None else "<a>" for attrs in attrs_list]


def row_id(attrs: dict) -> int | None:
    """The id that a link names, if it can be that of a row."""
    text = attrs.get("id", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def link_to(url_path: str | None) -> str:
    """The opening tag of a link to the page at this tree path."""
    roots = Site.get_site_root_paths()
    if url_path is None or not roots or not url_path.startswith(roots[0].root_path):
        return "<a>"
    return f'<a href="{escape("/" + url_path.removeprefix(roots[0].root_path))}">'
