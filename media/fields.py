"""Form fields that accept an upload only when the intake has made it clean."""

import base64
import secrets
import unicodedata
import weakref
from mimetypes import guess_type
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from media.intake import process, scanner
from media.intake.texts import notice, refusal
from media.intake.verdict import MAX_BYTES, RefusedError

ELLIPSIS = "…"


class Notice(str):
    """A sentence for the editor about an upload that was accepted; `link` shows what it is about."""

    link = ""


class CleanUpload(UploadedFile):
    """A file from the intake, named with a random token: what the editor's own file was called is not kept."""

    def __init__(self, cleaned: process.Cleaned, notices: list[Notice]):
        extension = cleaned.clean.extension
        size = cleaned.file.seek(0, 2)
        cleaned.file.seek(0)
        name = f"{secrets.token_hex(10)}.{extension}"
        super().__init__(cleaned.file, name, guess_type(name)[0], size)
        self.notices = notices
        self.first = (base64.b64decode(cleaned.clean.first), cleaned.clean.tint)
        # Nobody closes what a form gives, and this file is gone from the disk when it is closed.
        weakref.finalize(self, cleaned.file.close)


class IntakeField(forms.FileField):
    """For a field of Wagtail's: instead of its own look at the upload, the intake's."""

    kind: str  # a module of media.intake
    extensions: list[str]

    def to_python(self, data):
        upload: Any = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            cleaned = self.take_in(upload)
        except RefusedError as refused:
            raise ValidationError(refusal(refused.reason, **refused.facts), code=refused.reason) from None
        # The view has the upload, not this field's result; whoever tells the editor takes the notices off this list.
        own_name = shorten(one_line(upload.name), 60)
        upload.notices = [Notice(notice(key, name=own_name, **facts)) for key, facts in cleaned.clean.notices]
        return CleanUpload(cleaned, upload.notices)

    def take_in(self, upload: UploadedFile) -> process.Cleaned:
        extension = PurePath(upload.name or "").suffix.lower().removeprefix(".")
        if extension not in self.extensions:
            raise RefusedError(f"{self.kind}_type", extensions=listed(self.extensions))
        size = upload.size or 0
        if size > MAX_BYTES:
            raise RefusedError("too_big", size=filesizeformat(size))
        if settings.CLAMD_URL:
            scanner.check(settings.CLAMD_URL, upload.chunks())
        return process.clean(self.kind, extension, upload.chunks())


class PictureField(IntakeField, WagtailImageField):
    """Gives a clean JPEG or PNG."""

    kind = "picture"
    default_error_messages = {"empty": refusal("empty")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extensions = self.allowed_image_extensions
        self.help_text = (
            f"Een foto of afbeelding van hoogstens 15 MB en 40 miljoen pixels: {listed(self.extensions)}. "
            "Gegevens over plaats en toestel worden verwijderd."
        )
        # The page for many pictures says these two before it sends anything.
        self.error_messages["invalid_image_extension"] = refusal("picture_type", extensions=listed(self.extensions))
        self.error_messages["file_too_large_unknown_size"] = refusal("too_big", size="meer dan 15 MB")


class DocumentField(IntakeField, WagtailDocumentField):
    """Gives a clean document of the same type."""

    kind = "document"
    default_error_messages = {"empty": refusal("empty")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extensions = settings.WAGTAILDOCS_EXTENSIONS
        self.help_text = (
            f"Een document van hoogstens 15 MB: {listed(self.extensions)}. De naam van de maker wordt verwijderd; "
            "titel en taal blijven."
        )
        self.error_messages["file_too_large_unknown_size"] = refusal("too_big", size="meer dan 15 MB")


class TitleField(forms.CharField):
    """A title that may come from the name of a file: on one line, without invisible characters, cut to fit."""

    def to_python(self, value):
        return shorten(one_line(super().to_python(value) or ""), self.max_length or 255)

    def run_validators(self, value):
        """Nothing is left to complain about; the length was the only rule."""


def one_line(text: str) -> str:
    """Control characters become spaces; those that turn or hide text are left out."""
    shown = (
        " " if unicodedata.category(letter) == "Cc" else letter
        for letter in text
        if letter == "\u200d" or unicodedata.category(letter) not in {"Cf", "Cs", "Co"}  # emoji are joined by U+200D
    )
    return " ".join("".join(shown).split())


def shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + ELLIPSIS


def listed(extensions: list[str]) -> str:
    """`.gif, .jpg of .png`."""
    *others, last = (f".{extension}" for extension in extensions)
    return f"{', '.join(others)} of {last}"
