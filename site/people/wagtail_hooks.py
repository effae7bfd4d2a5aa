"""People, municipalities and organisations in the staff's menu."""

from django.db.models import Count
from django.forms import RadioSelect
from django.utils.functional import cached_property
from django_filters.filters import BooleanFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from people.choosers import ByNameChooserViewSet, PersonChooserViewSet
from people.models import Municipality, Organisation, Person


class ByNameIndexView(IndexView):
    """A list that is searched in the folded names, the same on SQLite and PostgreSQL."""

    is_searchable = True

    def search_queryset(self, queryset):
        return queryset.find(self.search_query) if self.is_searching else queryset


class MunicipalityPermissionPolicy(ModelPermissionPolicy):
    """Municipalities come from the list of Statistics Netherlands: nobody adds or deletes one by hand."""

    def user_has_permission(self, user, action):
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(set(actions) - {"add", "delete"})


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = "Personen"
    index_view_class = ByNameIndexView
    chooser_viewset_class = PersonChooserViewSet
    copy_view_enabled = False
    list_display = [
        "listed_name",
        "role",
        "municipality",
        "organisation",
        Column("page_count", label="Op pagina's", sort_key="page_count"),
    ]
    list_filter = ["organisation"]
    ordering = ["found_as", "pk"]

    def get_queryset(self, request):
        return Person.objects.select_related("municipality", "organisation").annotate(
            page_count=Count("appearances__page", distinct=True)
        )


class MunicipalityFilterSet(WagtailFilterSet):
    ended = BooleanFilter(
        label="Opgeheven",
        lookup_expr="isnull",
        exclude=True,
        widget=RadioSelect(choices=[("", "Alle"), ("false", "Bestaat nog"), ("true", "Opgeheven")]),
    )

    class Meta:
        model = Municipality
        fields = ["province", "ended"]


class MunicipalityIndexView(ByNameIndexView):
    @cached_property
    def columns(self):
        """All but the box to tick: there is nothing that one may do with many municipalities at once."""
        return super().columns[1:]


class MunicipalityViewSet(SnippetViewSet):
    model = Municipality
    icon = "globe"
    menu_label = "Gemeenten"
    index_view_class = MunicipalityIndexView
    chooser_viewset_class = ByNameChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["name", "province", "code", "everyday_names", "ended", "successor"]
    list_display = [
        "name",
        "everyday_names",
        "province",
        "code",
        BooleanColumn("exists", label="Bestaat", accessor=lambda municipality: municipality.ended is None),
        Column("successor", label="Opgegaan in"),
    ]
    filterset_class = MunicipalityFilterSet
    ordering = ["name", "pk"]

    def get_queryset(self, request):
        return Municipality.objects.select_related("successor")


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = "Organisaties"
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["name", "abbreviation", "logo", "description", "link", "link_text"]
    list_display = ["name", "abbreviation", "link"]


class PeopleAndPlaces(SnippetViewSetGroup):
    items = (PersonViewSet, MunicipalityViewSet, OrganisationViewSet)
    menu_label = "Wie en waar"
    menu_name = "people"
    menu_icon = "user"
    menu_order = 200


# Before the viewset, which would make a policy of its own.
register_permission_policy(Municipality, MunicipalityPermissionPolicy(Municipality))
register_snippet(PeopleAndPlaces)
