"""The report of what visitors search for and what they do not find, and what one can do about it from a line."""

from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django_filters.filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.reports import ReportView
from wagtail.contrib.search_promotions.forms import SearchPromotionsFormSet
from wagtail.contrib.search_promotions.models import Query
from wagtail.contrib.search_promotions.views.settings import CreateView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.search.utils import normalise_query_string

from pages.listings import DayColumn
from search.models import IgnoredQuery, SearchCount
from search.models.count import LONGEST_QUERY

SHOWN_FROM = 3  # times; what fewer people asked may tell too much about one of them
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def searches() -> QuerySet[SearchCount, Any]:
    """What was searched at least three times: query, times, found at the last time, and the last day."""
    latest = SearchCount.objects.filter(query=OuterRef("query")).order_by("-day")
    return (
        SearchCount.objects.values("query")
        .annotate(times=Sum("times"), last=Max("day"), found=Subquery(latest.values("found")[:1]))
        .filter(times__gte=SHOWN_FROM)
    )


class SearchFilterSet(WagtailFilterSet):
    outcome = ChoiceFilter(
        label="Uitkomst",
        choices=[("niets", "Vond niets"), ("iets", "Vond iets")],
        empty_label="Alle",
        widget=RadioSelect,
        method="by_outcome",
    )
    ignored = ChoiceFilter(
        label="Genegeerd",
        choices=[("ja", "Alleen wat is genegeerd")],
        empty_label="Wat niet is genegeerd",
        widget=RadioSelect,
        method="leave",
    )

    class Meta:
        model = SearchCount
        fields: list[str] = []

    def by_outcome(self, rows: QuerySet[SearchCount], name: str, value: str) -> QuerySet[SearchCount]:
        return rows.filter(found=0) if value == "niets" else rows.filter(found__gt=0)

    def leave(self, rows: QuerySet[SearchCount], name: str, value: str) -> QuerySet[SearchCount]:
        return rows

    def filter_queryset(self, queryset: QuerySet[SearchCount]) -> QuerySet[SearchCount]:
        rows: QuerySet[SearchCount] = super().filter_queryset(queryset)
        ignored = IgnoredQuery.objects.values("query")
        only_ignored = self.form.cleaned_data.get("ignored") == "ja"
        return rows.filter(query__in=ignored) if only_ignored else rows.exclude(query__in=ignored)


class ActionsColumn(BaseColumn):
    """What one may do about a search: make a synonym, promote a page, ignore it."""

    cell_template_name = "search/report_actions.html"

    def get_cell_context_data(self, instance: dict[str, Any], parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        return {
            **super().get_cell_context_data(instance, parent_context),
            "may_add_synonym": request.user.has_perm("search.add_synonym"),
            "may_promote": request.user.has_perm("wagtailsearchpromotions.add_searchpromotion"),
            "may_ignore": request.user.has_perm("search.add_ignoredquery"),
            "synonym_add_url": "wagtailsnippets_search_synonym:add",
            "here": reverse("search_report") + (f"?{query}" if (query := request.GET.urlencode()) else ""),
            "csrf_token": get_token(request),  # a table's context has none
            "is_ignored": request.GET.get("ignored") == "ja",
        }


def for_spreadsheet(text: str) -> str:
    """The text as a spreadsheet shows it instead of running it."""
    return f"'{text}" if text.startswith(FORMULA) else text


class SearchesPaginator(WagtailPaginator):
    """Counts searches; the rows behind them are counts per day."""

    verbose_name, verbose_name_plural = "zoekopdracht", "zoekopdrachten"


class SearchReportView(ReportView):
    paginator_class = SearchesPaginator
    page_title = "Zoeken"
    verbose_name = "zoekopdracht"
    verbose_name_plural = "zoekopdrachten"
    header_icon = "search"
    results_template_name = "search/report_results.html"
    template_name = "search/report.html"
    permission_policy = ModelPermissionPolicy(SearchCount)
    permission_required = "view"
    filterset_class = SearchFilterSet
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    default_ordering = "-times"
    columns = [
        Column("query", label="Gezocht op", sort_key="query", width="34%", classname="search-report__query"),
        NumberColumn("times", label="Keer", sort_key="times", width="8%"),
        NumberColumn("found", label="Gevonden", sort_key="found", width="10%"),
        DayColumn("last", label="Laatst", sort_key="last", width="10%", classname="search-report__day"),
        ActionsColumn("actions", label="Wat kun je doen?"),
    ]
    list_export = ["query", "times", "found", "last"]
    export_headings = {"query": "Gezocht op", "times": "Keer", "found": "Gevonden", "last": "Laatst"}
    export_filename = "zoeken"
    custom_field_preprocess = {"query": {ReportView.FORMAT_CSV: for_spreadsheet}}

    def get_base_queryset(self) -> QuerySet[SearchCount, Any]:
        return searches()

    def order_queryset(self, queryset: QuerySet[SearchCount]) -> QuerySet[SearchCount]:
        return queryset.order_by(self.ordering, "query")


@require_POST
def ignore(request: HttpRequest) -> HttpResponse:
    """Leaves a search out of the report, or takes it back in."""
    if not request.user.has_perm("search.add_ignoredquery"):
        return permission_denied(request)
    query = request.POST.get("query", "")[:LONGEST_QUERY].replace("\x00", " ").strip()
    if query and request.POST.get("back"):
        IgnoredQuery.objects.filter(query=query).delete()
        messages.success(request, f"‘{query}’ staat weer in het overzicht.")
    elif query:
        IgnoredQuery.objects.get_or_create(query=query)
        messages.success(request, f"‘{query}’ staat niet meer in het overzicht.")
    return redirect(get_valid_next_url_from_request(request) or reverse("search_report"))


class PromoteView(CreateView):
    """Wagtail's form for promoted results, with the search from the address filled in and room for a first result; it
    is sent to Wagtail's own. What has promoted results already is edited."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = normalise_query_string(self.get_initial()["query_string"])
        present = Query.objects.filter(query_string=wanted, editors_picks__isnull=False).first()
        if present:
            return redirect("wagtailsearchpromotions:edit", present.pk)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    @cached_property
    def searchpicks_formset(self) -> SearchPromotionsFormSet:
        formset = SearchPromotionsFormSet(instance=self.object)
        formset.extra = 1
        return formset

    def get_initial(self) -> dict[str, Any]:
        return {
            **super().get_initial(),
            "query_string": self.request.GET.get("woord", "")[:LONGEST_QUERY].replace("\x00", " "),
        }
