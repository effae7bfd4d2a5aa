"""Filters of the staff's lists that more than one kind of page has."""

from django_filters.filters import ChoiceFilter

from programme.models import ModulePage


def module_choices() -> list[tuple[int, str]]:
    """Modules by id, in tree order."""
    return list(ModulePage.objects.order_by("path").values_list("pk", "title"))


class ModuleFilter(ChoiceFilter):
    def __init__(self):
        super().__init__(field_name="modules", label="Module", choices=module_choices, empty_label="Alle")
