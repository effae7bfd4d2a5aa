"""Links in rich text, for visitors: all of a body in one query, and none to what a visitor may not see."""

from django.utils.html import escape
from wagtail.models import Site
from wagtail.rich_text.pages import PageLinkHandler

from pages.visibility import visible


class VisiblePageLinkHandler(PageLinkHandler):
    """Writes the address of the page, or no address if the page is gone or not public: then the text stays."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = {int(attrs["id"]) for attrs in attrs_list if attrs.get("id", "").isdigit()}
        paths = dict(visible().filter(pk__in=ids).values_list("pk", "url_path")) if ids else {}
        return [link_to(paths.get(int(attrs["id"])) if attrs.get("id", "").isdigit() else None) for attrs in attrs_list]


def link_to(url_path: str | None) -> str:
    """The opening tag of a link to the page at this tree path."""
    roots = Site.get_site_root_paths()
    if url_path is None or not roots or not url_path.startswith(roots[0].root_path):
        return "<a>"
    return f'<a href="{escape("/" + url_path.removeprefix(roots[0].root_path))}">'
