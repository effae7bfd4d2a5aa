"""The form of a portrait: one row for the portrayed person is ready, and a portrait goes out with exactly one."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm

from pages.forms import PageForm
from pages.lasting_rows import LastingRowsFormSet, LastingRowsPanel
from people.models import Appearance

NOT_ONE = "Kies precies één persoon als ‘geportretteerd’."


class AppearanceForm(WagtailAdminModelForm):
    """One person on the portrait; an added row in which nobody was chosen counts as empty, so that a draft saves."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_untouched:
            self.fields["person"].required = False
            self.empty_permitted = False  # Django would leave a permitted empty row without its place in the order

    @property
    def is_untouched(self) -> bool:
        return self.is_bound and self.instance.pk is None and not self.data.get(self.add_prefix("person"))

    def has_changed(self) -> bool:
        return not self.is_untouched and super().has_changed()


class AppearanceFormSet(LastingRowsFormSet):
    """The people of a portrait; a draft may still lack the portrayed person."""

    is_deferred_validation = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not any(seen.role == Appearance.Role.PORTRAYED for seen in self.get_queryset()):
            self.extra = 1
            self.initial_extra = [{"role": Appearance.Role.PORTRAYED}]

    def clean(self):
        super().clean()
        if not self.is_deferred_validation and self.count_portrayed() != 1:
            raise ValidationError(NOT_ONE)

    def count_portrayed(self) -> int:
        kept = [form.cleaned_data for form in self.forms if form not in self.deleted_forms]
        return sum(row.get("role") == Appearance.Role.PORTRAYED and bool(row.get("person")) for row in kept)


class AppearancesPanel(LastingRowsPanel):
    """The people of a portrait, with the form and the rule above."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": AppearanceForm, "formset": AppearanceFormSet}
        return options


class PortraitForm(PageForm):
    def defer_required_fields(self):
        super().defer_required_fields()
        self.formsets["appearances"].is_deferred_validation = True
