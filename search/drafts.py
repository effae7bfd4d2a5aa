"""A page as it stands in the editor's form: never saved, half filled in or with mistakes. Nothing is ever written.

Wagtail's preview knows how to make a page of a form; what it refuses because of a mistake somewhere is taken over here
as far as it is right, for suggestions need no more.
"""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.formsets import ORDERING_FIELD_NAME
from django.http import Http404, HttpRequest
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.blocks.base import BlockField

from pages.models import BasePage

MAY_NOT = "Je mag deze pagina niet bewerken."
NOT_THERE = "Deze pagina bestaat niet meer."
BROKEN = "Het formulier kwam niet heel over. Bewaar je tekst en laad de pagina opnieuw."


class NoDraftError(Exception):
    """Why there is no page to find suggestions for, in Dutch, and the HTTP status that says so."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def draft_of(request: HttpRequest, page_id: int) -> BasePage:
    """The saved page with what the form now says, in memory; raises NoDraftError if somebody may not edit it."""
    return read(PreviewOnEditView(), request, page_id=page_id)


def new_draft_of(request: HttpRequest, app_label: str, model_name: str, parent_id: int) -> BasePage:
    """The page that the form would make below that parent; raises NoDraftError if somebody may not add it there."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        raise NoDraftError(NOT_THERE, 404) from None
    if not issubclass(model, BasePage):
        raise NoDraftError(NOT_THERE, 404)
    names = {"content_type_app_name": app_label, "content_type_model_name": model_name}
    return read(PreviewOnCreateView(), request, parent_page_id=parent_id, **names)


def read(view: Any, request: HttpRequest, **where: Any) -> BasePage:
    try:
        view.setup(request, **where)
        if not getattr(view.object, "shows_related", False):
            raise Http404
        form = view.get_form(request.POST)
        if not form.is_bound:
            raise NoDraftError(BROKEN, 400)
        return as_draft(form)
    except PermissionDenied:
        raise NoDraftError(MAY_NOT, 403) from None
    except Http404:
        raise NoDraftError(NOT_THERE, 404) from None
    except (ValidationError, MultiValueDictKeyError, ValueError):  # rows or blocks that no form of ours sends
        raise NoDraftError(BROKEN, 400) from None


def as_draft(form: Any) -> BasePage:
    """The page of the form with all that is right in it."""
    form.defer_required_fields()
    if form.is_valid():
        form.save(commit=False)
        return form.instance
    form.save_cluster_m2m()
    for formset in form.formsets.values():
        getattr(form.instance, formset.rel_name).set(rows_of(formset))
    for name in form.errors:
        if isinstance(form.fields.get(name), BlockField):
            text = form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
            setattr(form.instance, name, text)
    return form.instance


def rows_of(formset: Any) -> list[Any]:
    """The rows of the formset that are filled in and right, in the editor's order.

    A wrong id is no fault here: the row was saved, or taken out by another editor, after this form was opened.
    """
    kept = [row for row in formset.forms if not row.errors.keys() - {"id"} and not formset._should_delete_form(row)]
    kept = [row for row in kept if row.has_changed() or row.instance.pk]
    if formset.can_order:
        kept.sort(key=lambda row: row.cleaned_data.get(ORDERING_FIELD_NAME) or len(formset.forms))
        for place, row in enumerate(kept):
            row.instance.sort_order = place
    return [row.instance for row in kept]
