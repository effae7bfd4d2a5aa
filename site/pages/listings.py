"""Lists of one kind of page in the staff's menu: what portraits, news, research and modules share."""

from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django_filters.filters import ChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from pages.models import PageTheme, Theme

STATES = {
    "live": ("Gepubliceerd", Q(live=True, has_unpublished_changes=False)),
    "changed": ("Gepubliceerd, met nieuwe wijzigingen", Q(live=True, has_unpublished_changes=True)),
    "draft": ("Concept", Q(live=False)),
}

MOST_BY_FORM = 500  # pages; who finds more than that needs another word


class StatusFilter(ChoiceFilter):
    def __init__(self):
        choices = [(value, label) for value, (label, _) in STATES.items()]
        super().__init__(label="Status", choices=choices, empty_label="Alle", widget=RadioSelect)

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return qs.filter(STATES[value][1]) if value in STATES else qs


def theme_choices() -> list[tuple[int, str]]:
    """Themes by id; filters choose from lists, as an id that no database can hold never gets to a query that way."""
    return list(Theme.objects.values_list("pk", "name"))


class ThemeFilter(MultipleChoiceFilter):
    def __init__(self):
        super().__init__(label="Thema", choices=theme_choices, widget=CheckboxSelectMultiple)

    def filter(self, qs: QuerySet, value) -> QuerySet:
        return qs.filter(pk__in=PageTheme.objects.filter(theme__in=value).values("page")) if value else qs


class SectionFilterSet(WagtailFilterSet):
    """Filters that make sense for every kind of page."""

    status = StatusFilter()
    theme = ThemeFilter()

    class Meta:
        model = Page
        fields: list[str] = []


class DayColumn(Column):
    """A day as 28-05-2024; Wagtail's own column would say how long ago it is, also of a day to come."""

    def get_value(self, instance) -> str:
        day = super().get_value(instance)
        return f"{day:%d-%m-%Y}" if day else ""


class ThemesColumn(Column):
    """The themes of a page, from what was fetched with the list."""

    def __init__(self):
        super().__init__("themes", label="Thema's")

    def get_value(self, instance) -> str:
        return ", ".join(str(link) for link in instance.theme_links.all())


def section_columns(*own: BaseColumn) -> list[BaseColumn]:
    """The columns of a list: title first, the section's own, then date of change and status."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Titel", sort_key="title", classname="title"),
        *own,
        DateColumn("latest_revision_created_at", label="Bewerkt", sort_key="latest_revision_created_at", width="10%"),
        PageStatusColumn("status", label="Status", sort_key="live", width="12%"),
    ]


class SectionIndexView(IndexView):
    """Searches titles, also those of drafts, by a part of a word, and by every form of a word as the explorer does."""

    item_prefetches: tuple = ()

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        return super().annotate_queryset(pages).prefetch_related(*self.item_prefetches)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        words = self.search_query[:200].replace("\x00", " ").split()[:20]
        if not words:
            return queryset
        by_form = [page.pk for page in self.model.objects.only("pk").autocomplete(self.search_query)[:MOST_BY_FORM]]
        return queryset.filter(reduce(and_, map(self.having, words)) | Q(pk__in=by_form))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        # Wagtail leaves a search without an order; a paginated list needs one.
        ordered = super().order_queryset(queryset)
        return ordered if ordered.ordered else ordered.order_by("-latest_revision_created_at", "-pk")

    def having(self, word: str) -> Q:
        """Which pages a search for this word finds."""
        return Q(title__icontains=word) | Q(draft_title__icontains=word)


class SectionListing(PageListingViewSet):
    """A list of one kind of page, with a button to add one."""

    index_view_class = SectionIndexView
    add_to_admin_menu = True
    item_prefetches: tuple = ("theme_links__theme",)

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(item_prefetches=self.item_prefetches, **kwargs)
