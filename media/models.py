"""Pictures and documents of the site, as models of our own from the first migration."""

from contextlib import suppress
from typing import Any

from django.core.files.storage import storages
from django.db import models
from django.template.defaultfilters import filesizeformat
from PIL import Image as Pillow
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.image_operations import MinMaxOperation, WidthHeightOperation
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet, WagtailImageFieldFile
from wagtail.search import index

from media.layouts import FIRST
from media.licences import NAMED_LICENCES, Licence, last_warned_day, sensible_end

WHOLE = (MinMaxOperation, WidthHeightOperation)  # what makes a picture smaller and cuts nothing off
SIZES_FIELDS = ("id", "made", "tint")


class PictureFile(WagtailImageFieldFile):
    """Reads its size from the header. Wagtail's own decodes all pixels for it: 160 MB in the web process, at worst."""

    def get_image_dimensions(self) -> tuple[int, int]:
        was_closed = self.closed
        self.open()
        try:
            return Pillow.open(self).size
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class SiteImageQuerySet(ImageQuerySet):
    def running_out(self):
        """Those whose licence has ended or ends within sixty days, the first to end first."""
        return self.filter(licence_until__lte=last_warned_day()).order_by("licence_until", "title", "pk")


class SiteImage(AbstractImage):
    """A picture in the library: whose it is, and until when it may be shown."""

    credit = models.CharField(
        "maker",
        max_length=120,
        blank=True,
        help_text="De naam zoals hij bij de foto moet staan, bijvoorbeeld Sanne de Wit. ‘Beeld:’ komt er vanzelf voor.",
    )
    licence = models.CharField("licentie", max_length=12, choices=Licence, blank=True)
    licence_until = models.DateField(
        "te gebruiken tot en met",
        null=True,
        blank=True,
        validators=[sensible_end],
        help_text="De laatste dag waarop de foto op de site mag staan. Laat leeg als er geen einddatum is.",
    )

    # Written by whoever knows people, so that the library's search finds a picture by who is in it.
    people_names = models.CharField("wie erop staan", max_length=800, blank=True, editable=False)
    # What only the makers of sizes write (media.sizes); a form that is saved meanwhile leaves them alone.
    made = models.JSONField(default=dict, editable=False)  # name of a crop: key under which its files were made
    tint = models.CharField(
        max_length=3, blank=True, editable=False
    )  # the colour that is shown until the file is there

    admin_form_fields = (
        *("title", "file", "credit", "licence", "licence_until", "description", "collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("credit"),
        index.SearchField("people_names"),
        index.AutocompleteField("people_names"),
    ]

    objects: Any = SiteImageQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = "afbeelding"
        verbose_name_plural = "afbeeldingen"
        permissions = [("choose_image", "Kan een afbeelding kiezen")]

    def save(self, *args, update_fields=None, **kwargs):
        """Keeps the file and the row together: a row that is refused leaves no file behind."""
        if update_fields is None and self.pk and not self._state.adding and not kwargs.get("force_insert"):
            update_fields = [field.name for field in self._meta.concrete_fields if field.name not in SIZES_FIELDS]
        is_new_file = bool(self.file) and not self.file._committed
        try:
            super().save(*args, update_fields=update_fields, **kwargs)
        except Exception:
            if is_new_file and self.file._committed:
                self.file.storage.delete(self.file.name)
            raise

    def generate_rendition_file(self, filter, *, source=None):
        """A size for the admin, from the 800 pixels of the intake where they will do.

        The admin asks for it in a web process, and an original of twelve megapixels would take 100 MB there.
        """
        with suppress(OSError, SyntaxError):  # it is lost or broken
            if name := self.first_for(filter):
                with storages["renditions"].open(name) as first:
                    return super().generate_rendition_file(filter, source=first)
        return super().generate_rendition_file(filter, source=source)

    def first_for(self, filter) -> str:
        """The name of the 800 pixels if they have enough of them and nothing is cut out; else empty."""
        key = FIRST.made_key(self)
        if not key or not all(isinstance(each, WHOLE) for each in filter.transform_operations):
            return ""
        name, _, (width, height) = next(FIRST.files(self, key))
        wanted = filter.get_transform(self).size
        return name if wanted[0] <= width and wanted[1] <= height else ""

    @property
    def credit_line(self) -> str:
        """What a page writes at the picture: `Beeld: Sanne de Wit (CC BY)`; empty if the maker is not known."""
        licence = NAMED_LICENCES.get(self.licence)
        return f"Beeld: {self.credit}{f' ({licence})' if licence else ''}" if self.credit else ""


SiteImage._meta.get_field("file").attr_class = PictureFile


class SiteRendition(AbstractRendition):
    """A size that Wagtail's admin asked for; those of pages are in SiteImage.made."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename):
        """Begins with the picture's id, by which the answer is found to who may see it; the same for the same size."""
        name = super().get_upload_to(filename).removeprefix("images/")
        return f"images/{self.image_id}-beheer-{name}"

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SiteDocument(AbstractDocument):
    """A document in the library."""

    file_size: Any
    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documenten"
        permissions = [("choose_document", "Kan een document kiezen")]

    def save(self, *args, **kwargs):
        if self.file and self.file_size is None:  # of a document that no form has put in
            self.file_size = int(self.file.size)
        super().save(*args, **kwargs)

    @property
    def details(self) -> str:
        """What a link to it says besides its title: `pdf, 1,2 MB`."""
        size = f", {filesizeformat(self.file_size)}" if self.file_size else ""
        return f"{self.file_extension.lower()}{size}"

    def clean(self):
        if self.file:  # of an upload that was refused, the form's field has said what is wrong
            super().clean()
