"""The page of one picture or document: where it is used, whether a visitor sees it there, who is in it."""

from django.db import transaction
from django.utils import timezone
from wagtail.documents.views import documents
from wagtail.images.views import images

from pages.uses import uses_of
from people.depictions import DepictedFormSet, depicted_formset, people_in, set_depicted


class ShowsUses:
    def get_context_data(self, **kwargs):
        uses = uses_of([self.object])[self.object.pk]  # type: ignore[attr-defined]  # a mixin for an edit view
        return super().get_context_data(**kwargs) | {  # type: ignore[misc]  # the same
            "uses": [(use, use.edit_url(self.request.user)) for use in uses],  # type: ignore[attr-defined]  # the same
            "is_public": any(use.is_public for use in uses),
        }


class DocumentEditView(ShowsUses, documents.EditView):
    template_name = "editing/library/document.html"


class PictureEditView(ShowsUses, images.EditView):
    template_name = "editing/library/picture.html"

    depicted: DepictedFormSet | None = None

    def is_valid(self, form) -> bool:
        if "depicted-TOTAL_FORMS" in self.request.POST:  # else the form does not say who is in the picture
            self.depicted = depicted_formset(data=self.request.POST)
        is_form_valid = super().is_valid(form)
        if self.depicted is None or self.depicted.is_valid():
            return is_form_valid
        self.depicted = depicted_formset(self.depicted.people())
        self.produced_error_code = "validation_error"
        self.produced_error_message = "Iemand die je koos, bestaat niet meer. De anderen staan er nog."
        return False

    def save_instance(self):
        with transaction.atomic():
            picture = super().save_instance()
            if self.depicted is not None:
                set_depicted(picture, self.depicted.people())
        return picture

    def get_context_data(self, **kwargs):
        depicted = self.depicted or depicted_formset(people_in(self.object))
        context = super().get_context_data(**kwargs)
        return context | {
            "depicted": depicted,
            "shown_rows": sum(bool(row["person"].value()) for row in depicted) + 1,
            "today": timezone.localdate(),
            "media": context["media"] + depicted.media,
        }
