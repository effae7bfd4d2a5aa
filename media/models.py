"""Pictures and documents of the site, as models of our own from the first migration."""

from django.db import models
from PIL import Image as Pillow
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image, WagtailImageFieldFile


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


class SiteImage(AbstractImage):
    """A picture in the library."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = "afbeelding"
        verbose_name_plural = "afbeeldingen"
        permissions = [("choose_image", "Kan een afbeelding kiezen")]


SiteImage._meta.get_field("file").attr_class = PictureFile


class SiteRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SiteDocument(AbstractDocument):
    """A document in the library."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documenten"
        permissions = [("choose_document", "Kan een document kiezen")]

    def clean(self):
        if self.file:  # of an upload that was refused, the form's field has said what is wrong
            super().clean()
