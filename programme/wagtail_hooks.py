"""News, research, modules and editions in the staff's menu."""

from django.forms import RadioSelect
from django_filters.filters import ChoiceFilter
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.listings import DayColumn, SectionFilterSet, SectionListing, ThemesColumn, section_columns
from people.models import Appearance
from programme.filters import ModuleFilter
from programme.models import Edition, ModulePage, NewsPage, ResearchPage


def news_years() -> list[tuple[int, str]]:
    """The years that have news, newest first."""
    return [(day.year, str(day.year)) for day in NewsPage.objects.dates("date", "year", order="DESC")]


def research_years() -> list[tuple[int, str]]:
    """The years that have research, newest first."""
    years = ResearchPage.objects.order_by("-year").values_list("year", flat=True).distinct()
    return [(year, str(year)) for year in years]


class NewsFilterSet(SectionFilterSet):
    year = ChoiceFilter(
        field_name="date", lookup_expr="year", label="Jaar", choices=news_years, empty_label="Alle", widget=RadioSelect
    )
    module = ModuleFilter()


class NewsListing(SectionListing):
    name = "nieuws"
    model = NewsPage
    icon = "calendar-alt"
    menu_label = "Nieuws"
    menu_order = 120
    ordering = "-date"
    filterset_class = NewsFilterSet
    columns = section_columns(
        DayColumn("date", label="Datum", sort_key="date", width="10%"),
        ThemesColumn(),
    )


class ResearchFilterSet(SectionFilterSet):
    year = ChoiceFilter(field_name="year", label="Jaar", choices=research_years, empty_label="Alle", widget=RadioSelect)
    module = ModuleFilter()


def author_names(page: ResearchPage) -> str:
    """The authors from what was fetched with the list."""
    people = [seen.person for seen in page.appearances.all() if seen.role == Appearance.Role.AUTHOR]
    return ", ".join(author.full_name for author in [*people, *page.plain_authors.all()])


class ResearchListing(SectionListing):
    name = "onderzoek"
    model = ResearchPage
    icon = "glasses"
    menu_label = "Onderzoek"
    menu_order = 130
    ordering = "-year"
    filterset_class = ResearchFilterSet
    item_prefetches = ("theme_links__theme", "appearances__person", "plain_authors")
    columns = section_columns(
        Column("authors", label="Auteurs", accessor=author_names),
        Column("year", label="Jaar", sort_key="year", width="8%"),
        Column("publisher", label="Uitgever", sort_key="publisher"),
        ThemesColumn(),
    )


class ModuleListing(SectionListing):
    name = "modules"
    model = ModulePage
    icon = "list-ol"
    menu_label = "Modules"
    add_to_admin_menu = False  # it stands under Leergang
    ordering = "path"
    filterset_class = SectionFilterSet
    item_prefetches = ("theme_links__theme", "sessions")
    columns = section_columns(
        Column("sessions", label="Bijeenkomsten", accessor=lambda page: len(page.sessions.all()), width="12%"),
        ThemesColumn(),
    )


class EditionViewSet(SnippetViewSet):
    model = Edition
    icon = "group"
    menu_label = "Lichtingen"
    inspect_view_enabled = True
    inspect_view_fields = ["name", "programme", "start", "end", "enrolment", "enrolment_until"]
    list_display = [
        "name",
        "programme",
        DayColumn("start", label="Eerste dag", sort_key="start"),
        DayColumn("end", label="Laatste dag", sort_key="end"),
        Column("state", label="Stand", accessor=lambda edition: edition.state.label),
        Column("enrolment_now", label="Inschrijving", accessor=lambda edition: edition.enrolment_now.label),
    ]
    ordering = "-start"

    def get_queryset(self, request):
        return Edition.objects.select_related("programme")


class Programme(SnippetViewSetGroup):
    items = (ModuleListing, EditionViewSet)
    menu_label = "Leergang"
    menu_name = "programme"
    menu_icon = "calendar-check"
    menu_order = 140


register_snippet(Programme)


@hooks.register("register_admin_viewset")
def register_lists():
    return [NewsListing(), ResearchListing()]
