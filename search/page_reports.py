"""Reports of how pages lead to each other: to which nothing leads, from which little does, and what visitors follow."""

import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.forms import RadioSelect
from django.utils import timezone
from django_filters.filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, ReferenceIndex, get_page_models
from wagtail.permissions import policy_registry

from pages.models import RelatedPin, RelatedRefusal
from pages.pinning import PINS, REFUSALS
from pages.visibility import visible
from search.likeness import GOOD
from search.models import FollowCount, PageProfile, RelatedItem
from search.related import SHOWN

EDITING = ["add", "change", "publish"]
IN_MENUS = 3  # pages down to this depth stand in the menu or at the foot of every page
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet would run
PERIODS = {"30": "Afgelopen 30 dagen", "90": "Afgelopen 90 dagen", "365": "Afgelopen jaar"}


class PageReportView(ReportView):
    """A report for everybody who edits pages; what goes into a spreadsheet is shown there, never run."""

    results_template_name = "search/page_report_results.html"
    any_permission_required = EDITING
    permission_policy = policy_registry.get_by_type(Page)
    default_ordering = "title"
    explanation = ""  # what the report counts
    nothing = ""  # what it says when there is nothing to report

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        written = super().preprocess_field_value(field, value, export_format)
        return f"'{written}" if isinstance(written, str) and written.startswith(FORMULA) else written

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(explanation=self.explanation, nothing=self.nothing, **kwargs)

    def editable(self) -> QuerySet[Page]:
        """The visible pages that this person may change."""
        mine = self.permission_policy.instances_user_has_any_permission_for(self.request.user, EDITING)
        return visible().filter(pk__in=mine.values("pk")).select_related("content_type")

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return super().order_queryset(queryset).order_by(*self.order(), "pk")

    def order(self) -> list[str]:
        return [self.ordering] if isinstance(self.ordering, str) else list(self.ordering or ["title"])


class PageColumn(BaseColumn):
    """A page's title, leading to its editor."""

    cell_template_name = "search/reported_page.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "page": instance[self.name] if isinstance(instance, dict) else instance}


KIND = Column("page_type_display_name", label="Soort", width="16%")


class UnreachedPagesView(PageReportView):
    page_title = "Pagina's waar niets naartoe leidt"
    header_icon = "link"
    index_url_name = "unreached_pages"
    index_results_url_name = "unreached_pages_results"
    explanation = (
        "Gepubliceerde pagina's waar geen andere pagina naar verwijst: geen link in een tekst, nergens vastgezet en "
        "nergens bij de eerste vier suggesties. Bezoekers vinden ze alleen via een overzicht of via zoeken."
    )
    nothing = "Naar elke pagina leidt ergens een link, een vastgezette keuze of een suggestie."
    columns = [PageColumn("title", label="Titel", sort_key="title"), KIND]
    list_export = ["title", "page_type_display_name", "full_url"]
    export_headings = {"title": "Titel", "page_type_display_name": "Soort", "full_url": "Adres"}
    export_filename = "pagina's-waar-niets-naartoe-leidt"

    def get_base_queryset(self) -> QuerySet[Page]:
        seen = visible().values("pk")
        pinned = RelatedPin.objects.filter(target=OuterRef("pk"), page__in=seen)
        pages = self.editable().filter(depth__gt=IN_MENUS)
        return pages.filter(~Exists(shown_suggestions(seen)), ~Exists(pinned), ~Exists(links_to_it()))


def shown_suggestions(seen: QuerySet[Any, Any]) -> QuerySet[RelatedItem]:
    """Where visitors see the page of the outer query among the suggestions: pins of the editor take places there."""
    pins = RelatedPin.objects.filter(page=OuterRef("source"), target__live=True)
    above = RelatedItem.objects.filter(source=OuterRef("source"), rank__lt=OuterRef("rank"))
    is_pinned = Exists(RelatedPin.objects.filter(page=OuterRef("source"), target=OuterRef("target")))
    items = RelatedItem.objects.filter(target=OuterRef("pk"), source__in=seen, rank__lt=SHOWN)
    return items.annotate(pins=counted(pins, "page"), pinned_above=counted(above.filter(is_pinned), "source")).filter(
        rank__lt=SHOWN - F("pins") + F("pinned_above")
    )


def links_to_it() -> QuerySet[ReferenceIndex]:
    """What visible pages, and things other than pages, say of the page of the outer query."""
    page_type = ContentType.objects.get_for_model(Page)
    seen = visible().annotate(text_id=Cast("pk", CharField())).values("text_id")
    itself = Q(base_content_type=page_type, object_id=F("to_object_id"))
    return (
        ReferenceIndex.objects.filter(to_content_type=page_type, to_object_id=Cast(OuterRef("pk"), CharField()))
        .filter(~Q(base_content_type=page_type) | Q(object_id__in=seen))
        .exclude(itself)
        .exclude(Q(model_path__startswith=PINS) | Q(model_path__startswith=REFUSALS))
    )


class LonelyPagesView(PageReportView):
    page_title = "Pagina's zonder goede suggestie"
    header_icon = "no-view"
    index_url_name = "lonely_pages"
    index_results_url_name = "lonely_pages_results"
    default_ordering = "suggestions"
    explanation = (
        "Gepubliceerde pagina's waar minder dan vier andere pagina's goed bij passen, vastgezette meegeteld. "
        "Meer tekst, een thema of een module helpt. Je kunt ook zelf een pagina vastzetten. "
        "Een pagina die pas gepubliceerd is, telt mee zodra de site haar vergeleken heeft: binnen een minuut."
    )
    nothing = "Bij elke pagina passen minstens vier andere goed."
    columns = [
        PageColumn("title", label="Titel", sort_key="title"),
        KIND,
        NumberColumn("suggestions", label="Passende pagina's", sort_key="suggestions", width="16%"),
    ]
    list_export = ["title", "page_type_display_name", "suggestions", "full_url"]
    export_headings = {
        "title": "Titel",
        "page_type_display_name": "Soort",
        "suggestions": "Passende pagina's",
        "full_url": "Adres",
    }
    export_filename = "pagina's-zonder-goede-suggestie"

    def get_base_queryset(self) -> QuerySet[Page]:
        models = [model for model in get_page_models() if getattr(model, "shows_related", False)]
        types = ContentType.objects.get_for_models(*models).values()
        refused = RelatedRefusal.objects.filter(page=OuterRef("source"), target=OuterRef("target"))
        pinned = RelatedPin.objects.filter(page=OuterRef("source"), target=OuterRef("target"))
        items = RelatedItem.objects.filter(source=OuterRef("pk"), target__live=True, score__gte=GOOD)
        pins = RelatedPin.objects.filter(page=OuterRef("pk"), target__live=True)
        return (
            self.editable()
            .filter(was_compared(), content_type__in=types)
            .annotate(
                suggestions=counted(items.filter(~Exists(refused), ~Exists(pinned)), "source") + counted(pins, "page")
            )
            .filter(suggestions__lt=SHOWN)
        )


def was_compared() -> Q:
    """Whether the list of a page was made; it may be empty, or about to be renewed."""
    made = PageProfile.objects.filter(pk=OuterRef("pk"), list_is_stale=False)
    return Q(Exists(made)) | Q(Exists(RelatedItem.objects.filter(source=OuterRef("pk"))))


def counted(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many rows there are for the page of the outer query."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(total=Count("pk")).values("total")), 0)


class PeriodFilterSet(WagtailFilterSet):
    period = ChoiceFilter(
        label="Periode",
        choices=list(PERIODS.items()),
        empty_label="Alles wat bewaard is",
        widget=RadioSelect,
        method="since",
    )

    class Meta:
        model = FollowCount
        fields: list[str] = []

    def since(self, rows: QuerySet[FollowCount], name: str, value: str) -> QuerySet[FollowCount]:
        return rows.filter(day__gt=timezone.localdate() - datetime.timedelta(days=int(value)))


class FollowedWaysView(PageReportView):
    page_title = "Wat bezoekers volgen"
    header_icon = "arrow-right"
    filterset_class = PeriodFilterSet
    index_url_name = "followed_ways"
    index_results_url_name = "followed_ways_results"
    default_ordering = "-total"
    explanation = (
        "Hoe vaak bezoekers van de ene pagina naar de andere gingen, per dag opgeteld en dertien maanden bewaard. "
        "Over de bezoekers zelf wordt niets bijgehouden. Redacteuren tellen niet mee. Staat er een cache vóór de site, "
        "dan telt alleen wat de site zelf beantwoordt."
    )
    nothing = "Er is nog niets geteld. Cijfers verschijnen binnen een paar minuten na het eerste bezoek."
    columns = [
        PageColumn("start", label="Van"),
        PageColumn("end", label="Naar"),
        Column("how", label="Hoe staat het er?", width="18%"),
        NumberColumn("total", label="Keer", sort_key="total", width="10%"),
    ]
    list_export = ["start", "end", "how", "total"]
    export_headings = {"start": "Van", "end": "Naar", "how": "Hoe staat het er?", "total": "Keer"}
    export_filename = "wat-bezoekers-volgen"

    def get_base_queryset(self) -> QuerySet[Any, Any]:
        seen = visible().values("pk")
        way = {"page": OuterRef("from_page"), "target": OuterRef("to_page")}
        item = {"source": OuterRef("from_page"), "target": OuterRef("to_page"), "rank__lt": SHOWN}
        ways: QuerySet[Any, Any] = FollowCount.objects.filter(from_page__in=seen, to_page__in=seen).per_way()
        return ways.annotate(
            is_pinned=Exists(RelatedPin.objects.filter(**way)),
            is_suggested=Exists(RelatedItem.objects.filter(**item)),
        )

    def order_queryset(self, queryset: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
        return queryset.order_by(*self.order(), "from_page", "to_page")

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(self.decorate_paginated_queryset(object_list))

    def decorate_paginated_queryset(self, object_list: Any) -> list[dict[str, Any]]:
        """The rows with their pages; all pages in one query."""
        rows = [dict(row) for row in object_list]
        ids = {row[key] for row in rows for key in ("from_page", "to_page")}
        pages = Page.objects.select_related("content_type").in_bulk(ids)
        for row in rows:
            row["start"], row["end"] = pages.get(row["from_page"]), pages.get(row["to_page"])
            row["how"] = "Vastgezet" if row["is_pinned"] else "Voorgesteld" if row["is_suggested"] else "Anders"
        return [row for row in rows if row["start"] and row["end"]]
