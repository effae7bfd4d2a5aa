from django import forms
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Theme(models.Model):
    """A subject from a closed list, with the words by which people look for it."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("naam in het webadres", max_length=60, unique=True)
    description = models.TextField(
        "omschrijving", blank=True, help_text="Een of twee zinnen: waar gaat dit thema over?"
    )
    synonyms = models.CharField(
        "andere woorden",
        max_length=255,
        blank=True,
        help_text="Woorden die mensen ook gebruiken, met komma's ertussen.",
    )

    on_deletion = (
        "De pagina’s blijven staan, zonder dit thema. Links naar het thema en de feed ervan werken dan niet meer."
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description"), FieldPanel("synonyms")]

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PageTheme(Orderable):
    """This page is about this theme."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Theme, verbose_name="thema", on_delete=models.CASCADE, related_name="page_links")

    panels = [FieldPanel("theme", widget=forms.Select)]  # a short, closed list needs no chooser

    class Meta(Orderable.Meta):
        verbose_name = "thema van deze pagina"
        verbose_name_plural = "thema's van deze pagina"
        constraints = [models.UniqueConstraint(fields=["page", "theme"], name="one_link_per_theme")]

    def __str__(self) -> str:
        return str(self.theme)
