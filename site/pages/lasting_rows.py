"""Rows of a form that outlast what others do to them while it is open."""

from typing import Any

from django.db.models import UniqueConstraint
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel


class LastingRowsFormSet(BaseChildFormSet):
    """Takes a row that somebody else removed while this form was open for a new one, and lets a new row take the place
    of an equal one that somebody else added meanwhile.

    Of the first Django refuses the number, in a field that nobody sees, and the database refuses the second: whoever
    sends the form would be stuck without a word.
    """

    data: Any

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if self.is_bound and (lost := self.lost_rows):
            self.data = self.data.copy()
            for name in lost:
                self.data[name] = ""

    @property
    def lost_rows(self) -> list[str]:
        """The fields with the number of a row that is no longer there."""
        # The number of rows is what the request says; of the whole form it is kept within bounds.
        count = min(self.initial_form_count(), self.total_form_count())
        names = [f"{self.add_prefix(place)}-{self.model._meta.pk.name}" for place in range(count)]
        known = {str(row.pk) for row in self.get_queryset()}
        return [name for name in names if (number := self.data.get(name)) and number.isdigit() and number not in known]

    def save(self, commit=True):
        sent = [form.instance for form in self.forms if not self._should_delete_form(form)]
        told, equals = {row.pk for row in sent}, {self.told_by(row) for row in sent if row.pk is None}
        rows = getattr(self.instance, self.rel_name)
        rows.remove(*[row for row in rows.all() if row.pk not in told and self.told_by(row) in equals])
        return super().save(commit)

    def told_by(self, row: Any) -> tuple[Any, ...]:
        """What tells a row from the others of its page."""
        unique = [each for each in self.model._meta.constraints if isinstance(each, UniqueConstraint)]
        names = unique[0].fields if unique else [field.name for field in self.model._meta.concrete_fields]
        apart = {self.fk.name, self.model._meta.pk.name, getattr(self.model, "sort_order_field", "")}
        return tuple(getattr(row, self.model._meta.get_field(name).attname) for name in names if name not in apart)


class LastingRowsPanel(InlinePanel):
    """Wagtail's rows, with the rule above."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"formset": LastingRowsFormSet}
        return options
