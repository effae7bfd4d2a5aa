from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class Organisation(models.Model):
    """An organisation behind the programme, with a logo, a description and a named link."""

    name = models.CharField("naam", max_length=120, unique=True)
    abbreviation = models.CharField("afkorting", max_length=20, blank=True)
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="logo",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    description = models.TextField(
        "omschrijving", blank=True, help_text="Twee of drie zinnen: wat doet de organisatie?"
    )
    link = models.URLField("webadres", blank=True)
    link_text = models.CharField(
        "tekst van de link",
        max_length=80,
        blank=True,
        help_text="Zeg waar de lezer terechtkomt. Bijvoorbeeld: Naar gemeentesecretaris.nl",
    )

    on_deletion = (
        "De organisatie verdwijnt van de voorpagina. De mensen die er werken blijven staan, zonder organisatie."
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("abbreviation"),
        FieldPanel("logo"),
        FieldPanel("description"),
        MultiFieldPanel([FieldPanel("link"), FieldPanel("link_text")], heading="Link"),
    ]

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def display_link_text(self) -> str:
        """The text of the link, also when the editor left it empty."""
        return self.link_text or f"Naar de website van {self.abbreviation or self.name}"
