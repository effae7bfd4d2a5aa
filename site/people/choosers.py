"""Choosing a person or municipality in the editor, by any of their names."""

from django import forms
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)


class NameFilterForm(BaseFilterForm):
    """The search box of the chooser; looks in the folded names."""

    q = forms.CharField(
        label="Zoek op naam", widget=forms.TextInput(attrs={"placeholder": "Zoek op naam"}), required=False
    )

    def filter(self, objects):
        objects = super().filter(objects)
        if query := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, query
            objects = objects.find(query)
        return objects


class ChooseByNameView(ChooseView):
    filter_form_class = NameFilterForm


class ChooseByNameResultsView(ChooseResultsView):
    filter_form_class = NameFilterForm


class ByNameChooserViewSet(SnippetChooserViewSet):
    """A snippet chooser that searches the folded names, the same on SQLite and PostgreSQL."""

    choose_view_class = ChooseByNameView
    choose_results_view_class = ChooseByNameResultsView


class PersonColumns(BaseSnippetChooseView):
    """Tells people of the same name apart by where they work."""

    def get_object_list(self):
        return super().get_object_list().select_related("municipality")

    @property
    def columns(self):
        return [*super().columns, Column("role", label="Functie"), Column("municipality", label="Gemeente")]


class ChoosePersonView(PersonColumns, ChooseByNameView):
    pass


class ChoosePersonResultsView(PersonColumns, ChooseByNameResultsView):
    pass


class PersonChooserViewSet(SnippetChooserViewSet):
    """The chooser of people, in which somebody new can be added on the spot."""

    choose_view_class = ChoosePersonView
    choose_results_view_class = ChoosePersonResultsView
    form_fields = ["given_name", "infix", "family_name", "role", "organisation", "municipality"]
    creation_tab_label = "Nieuwe persoon"
    create_action_label = "Toevoegen en kiezen"
