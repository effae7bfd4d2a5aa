"""What the staff see of search in their menu."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.contrib.search_promotions.forms import SearchPromotionsFormSet
from wagtail.contrib.search_promotions.views.settings import IndexView as PromotionsView
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from search.draft_views import draft_suggestions, new_draft_suggestions, pages_to_pin
from search.models import Synonym
from search.page_reports import FollowedWaysView, LonelyPagesView, PageReportView, UnreachedPagesView
from search.reports import PromoteView, SearchReportView, ignore
from search.versions import is_outdated

PAGE_REPORTS: dict[str, type[PageReportView]] = {
    "reports/zonder-verwijzing/": UnreachedPagesView,
    "reports/zonder-suggestie/": LonelyPagesView,
    "reports/gevolgd/": FollowedWaysView,
}


@hooks.register("register_admin_urls")
def related_urls() -> list[URLPattern]:
    """What the editor's tab asks for, and the reports of how pages lead to each other."""
    new = "suggesties/nieuw/<slug:app_label>/<slug:model_name>/<int:parent_id>/"
    urls = [
        path("suggesties/<int:page_id>/", draft_suggestions, name="draft_suggestions"),
        path(new, new_draft_suggestions, name="new_draft_suggestions"),
        path("suggesties/zoeken/", pages_to_pin, name="pages_to_pin"),
    ]
    for address, view in PAGE_REPORTS.items():
        urls.append(path(address, view.as_view(), name=view.index_url_name))
        urls.append(path(f"{address}results/", view.as_view(results_only=True), name=view.index_results_url_name))
    return urls


class PageReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


def report_item(view: type[PageReportView], order: int) -> MenuItem:
    return PageReportItem(
        view.page_title, reverse(view.index_url_name), view.index_url_name, icon_name=view.header_icon, order=order
    )


for place, report in enumerate(PAGE_REPORTS.values()):
    hooks.register("register_reports_menu_item", lambda view=report, order=200 + place: report_item(view, order))


class CreateSynonymView(CreateView):
    """Starts with a word from the address, for who comes from the report of what is searched."""

    def get_initial_form_instance(self) -> Synonym:
        instance = super().get_initial_form_instance() or Synonym()
        if word := self.request.GET.get("woord", "")[:100].replace("\x00", "").strip():
            instance.words = f"{word}, "
        return instance


class SynonymIndexView(IndexView):
    """A list that is searched by plain matching: what matters is what stands in a set, letter by letter."""

    is_searchable = True

    def search_queryset(self, queryset: QuerySet[Synonym]) -> QuerySet[Synonym]:
        for word in self.search_query[:200].replace("\x00", " ").split()[:20]:
            queryset = queryset.filter(words__icontains=word)
        return queryset


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "link"
    menu_label = "Synoniemen"
    menu_order = 910  # after Wagtail's promoted results
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["words"]
    index_view_class = SynonymIndexView
    add_view_class = CreateSynonymView
    list_display = ["words", "changed_at"]
    list_per_page = 50
    ordering = ["-changed_at", "-pk"]


register_snippet(SynonymViewSet)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/zoeken/", SearchReportView.as_view(), name="search_report"),
        path("reports/zoeken/results/", SearchReportView.as_view(results_only=True), name="search_report_results"),
        path("reports/zoeken/negeren/", ignore, name="search_ignore"),
        path("reports/zoeken/uitlichten/", PromoteView.as_view(), name="search_promote"),
    ]


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("search.view_searchcount")


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return ReportMenuItem("Zoeken", reverse("search_report"), name="search-report", icon_name="search", order=100)


# Its column of views would say 0 for ever: how often something is searched stands in our own report.
PromotionsView.columns = [column for column in PromotionsView.columns if column.name != "views"]


# The one field of Wagtail's form whose name has no translation: it has none in English either.
SearchPromotionsFormSet.form.base_fields["external_link_text"].label = "Tekst van de externe link"


@hooks.register("construct_reports_menu")
def leave_out_wagtails_report(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's own report of search terms counts otherwise, and stays empty here."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@hooks.register("register_permissions")
def report_permissions() -> QuerySet[Permission]:
    """What can be given to a group besides what Wagtail registers for snippets."""
    return Permission.objects.filter(
        content_type__app_label="search", codename__in=["view_searchcount", "add_ignoredquery"]
    )


class OutdatedIndexPanel(Component):
    """Says on the home page of the admin that visitors find less for the moment."""

    name = "outdated_index"
    order = 40
    template_name = "search/outdated_panel.html"


@hooks.register("construct_homepage_panels")
def tell_of_an_outdated_index(request: HttpRequest, panels: list[Component]) -> None:
    if is_outdated():
        panels.append(OutdatedIndexPanel())
