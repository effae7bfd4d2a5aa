"""Themes in the staff's menu, no page on a reserved address, and links in rich text as visitors get them."""

from django.db.models import Count
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages import alt_texts, link_texts
from pages.addresses import is_reserved, refusal
from pages.models import BasePage, Theme
from pages.richtext import PresentDocumentLinkHandler, VisiblePageLinkHandler


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    add_to_admin_menu = True
    menu_label = "Thema's"
    menu_order = 210
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["name", "slug", "description", "synonyms"]
    list_display = ["name", "description", "synonyms", Column("page_count", label="Pagina's", sort_key="page_count")]
    ordering = "name"

    def get_queryset(self, request):
        return Theme.objects.annotate(page_count=Count("page_links"))


register_snippet(ThemeViewSet)


@hooks.register("before_move_page")
def keep_off_reserved_addresses(request, page, destination):
    """Sends the editor back when the page would get an address at which it could not be reached."""
    if is_reserved(page.slug, destination.depth):
        messages.error(request, refusal(page.slug))
        return redirect("wagtailadmin_pages:move", page.pk)


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own handler, which it replaces
def link_to_what_is_there(features):
    features.register_link_type(VisiblePageLinkHandler)
    features.register_link_type(PresentDocumentLinkHandler)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def ask_what_stands_out(request, page):
    """After saving by hand. When the editor saves by itself nobody is waiting for an answer."""
    page = page.specific
    if not request.accepts("text/html") or not isinstance(page, BasePage):
        return
    for subject, questions in (
        ("Klopt de beschrijving van je foto’s?", alt_texts.questions(page)),
        ("Kijk nog eens naar je links.", link_texts.questions(page)),
    ):
        if questions:
            points = format_html_join("", "<li>{}</li>", ([question] for question in questions))
            messages.warning(request, format_html("{}<ul>{}</ul>", subject, points))
