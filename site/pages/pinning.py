"""The form rows of pins and refusals: what an editor may choose, and what goes without saying."""

from django.utils.functional import cached_property
from wagtail.admin.forms.models import WagtailAdminModelForm

from pages.addresses import AddressedPageForm
from pages.lasting_rows import LastingRowsFormSet, LastingRowsPanel

PINS, REFUSALS = "related_pins", "related_refusals"
ITSELF = "Dit is de pagina zelf. Kies een andere."
NO_PAGE = "Deze pagina is voor bezoekers geen pagina. Kies een andere."
CONTRADICTION = "Deze pagina staat ook bij ‘Vastgezet’. Haal haar op een van de twee plekken weg."


class ChosenPageForm(WagtailAdminModelForm):
    """One row with one page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].required = False

    @property
    def target_id(self) -> int | None:
        """Which page was chosen; None if none was, or if it is gone."""
        target = self.cleaned_data.get("target")
        return target.pk if target else None


class ChosenPagesFormSet(LastingRowsFormSet):
    """Takes out rows without a page, also where it was deleted while the form was open, and the second of two equal."""

    def _should_delete_form(self, form) -> bool:
        return form in self.left_out or super()._should_delete_form(form)

    @cached_property
    def left_out(self) -> list[ChosenPageForm]:
        """The rows that do not count although the editor did not take them out."""
        seen: set[int] = set()
        left_out = []
        for form in self.forms:
            form.errors  # noqa: B018 - makes Django clean the row
            if super()._should_delete_form(form):
                continue
            if form.target_id is None or form.target_id in seen:
                left_out.append(form)
            else:
                seen.add(form.target_id)
        return left_out

    def rows(self) -> list[ChosenPageForm]:
        """The rows that count, in the order in which they were sent."""
        return [form for form in self.forms if not self._should_delete_form(form)]

    def clean(self):
        super().clean()
        for row in self.rows():
            if row.target_id == self.instance.pk:
                row.add_error(None, ITSELF)
            elif row.cleaned_data["target"].is_root():
                row.add_error(None, NO_PAGE)


class ChosenPagesPanel(LastingRowsPanel):
    """Rows of pages, with the form and the rules above."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": ChosenPageForm, "formset": ChosenPagesFormSet}
        return options


class PinningPageForm(AddressedPageForm):
    """Refuses a page that is pinned and refused at once."""

    def clean(self):
        cleaned_data = super().clean()
        if {PINS, REFUSALS} <= self.formsets.keys() and self.is_bound:
            pinned = {row.target_id for row in self.formsets[PINS].rows()}
            for row in self.formsets[REFUSALS].rows():
                if row.target_id in pinned:
                    row.add_error(None, CONTRADICTION)
        return cleaned_data
