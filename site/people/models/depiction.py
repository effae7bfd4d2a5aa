from django.conf import settings
from django.db import models


class Depiction(models.Model):
    """This person is in this picture, wherever it is used."""

    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="afbeelding",
        on_delete=models.CASCADE,
        related_name="depictions",
    )
    person = models.ForeignKey(
        "people.Person", verbose_name="persoon", on_delete=models.CASCADE, related_name="depictions"
    )

    # Who is in a picture is no use of that picture.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "persoon in beeld"
        verbose_name_plural = "personen in beeld"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["image", "person"], name="one_depiction_per_person")]

    def __str__(self) -> str:
        return f"{self.person} op ‘{self.image}’"
