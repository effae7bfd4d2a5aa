"""The forms of the library: Wagtail's, with an intake in front of every file."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.db import transaction
from django.urls import reverse
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.images.utils import find_image_duplicates

from media.fields import CleanUpload, DocumentField, Notice, PictureField, TitleField
from media.intake.texts import notice, refusal


class UploadForm(BaseCollectionMemberForm):
    """What uploads of pictures and documents share: the fields, and nothing kept of an upload that is not accepted."""

    file_field: type

    def __init__(self, *args, **kwargs):
        # Wagtail makes a new class for every form. It has used the title's field when its own __init__ is done.
        for name, field_class in {"file": self.file_field, "title": TitleField}.items():
            if name in self.base_fields and not isinstance(self.base_fields[name], field_class):
                self.base_fields[name] = replaced(self.base_fields[name], field_class)
        super().__init__(*args, **kwargs)
        self.user = kwargs.get("user")
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].required = False  # it has one
        self.tell_at_title()

    def tell_at_title(self) -> None:
        """In the form that follows an upload at once, on the same page, the notices are put where the editor looks."""
        notices = getattr(self.instance, "notices", None)
        if notices and not self.is_bound and "title" in self.fields:
            self.fields["title"].help_text = " ".join(notices)
            notices.clear()

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        upload = cleaned.get("file")
        if isinstance(upload, CleanUpload):
            if self.errors:
                # A browser empties the file field. And Wagtail would keep the raw upload until the other one is right.
                upload.close()
                others = " ".join(message for messages in self.errors.values() for message in messages)
                self.add_error("file", refusal("other_field", errors=others))
            else:
                self.instance.notices = upload.notices
                self.instance.from_intake = upload.first
        return cleaned


class PictureForm(UploadForm, BaseImageForm):
    file_field = PictureField

    class Meta(BaseImageForm.Meta):
        # The browser's own choice of a date: this form also appears in a dialog and many times on one page.
        widgets = BaseImageForm.Meta.widgets | {
            "licence_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].help_text = (
                "Woorden waarop je de foto terugvindt. Wat iemand hoort die de foto niet ziet, schrijf je op de pagina "
                "waar hij staat."
            )

    def save(self, commit=True):
        is_new_file = "file" in self.changed_data
        if is_new_file and self.original_file:
            self.instance.set_focal_point(None)  # what was drawn on the earlier picture means nothing on this one
        with keeping_the_earlier_file(self):
            picture = super().save(commit=commit)
        if commit and is_new_file:
            picture.renditions.all().delete()
            self.offer_earlier(picture)
        return picture

    def offer_earlier(self, picture) -> None:
        """The same pixels twice: says so. The picture is kept, as both may be used already."""
        earlier = find_image_duplicates(picture, self.user, self.permission_policy).order_by("created_at").first()
        if earlier:
            message = Notice(notice("duplicate", title=earlier.title))
            message.link = reverse("wagtailimages:edit", args=[earlier.pk])
            picture.notices.append(message)


class DocumentForm(UploadForm, BaseDocumentForm):
    file_field = DocumentField

    def save(self, commit=True):
        with keeping_the_earlier_file(self):
            return super().save(commit=commit)


@contextmanager
def keeping_the_earlier_file(form) -> Iterator[None]:
    """While the form is saved; the file that it replaces goes when that is certain, and stays if it is undone.

    Wagtail throws it away at once.
    """
    earlier, form.original_file = form.original_file, None
    yield
    if earlier and "file" in form.changed_data:
        transaction.on_commit(lambda: earlier.storage.delete(earlier.name))


def replaced(field, field_class):
    """A field of this class in the place of another, as Wagtail's form made that."""
    options = {"max_length": field.max_length} if hasattr(field, "max_length") else {}
    return field_class(label=field.label, required=field.required, widget=field.widget, **options)
