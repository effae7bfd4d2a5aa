from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting, ClusterableModel):
    """What the whole site shares: its name, how to reach its makers, and who they are."""

    site_name = models.CharField("naam van de site", max_length=80, default="Leergang Digitaal Leiderschap")
    tagline = models.CharField(
        "ondertitel", max_length=120, blank=True, help_text="Staat onder aan elke pagina, onder de naam."
    )
    contact_email = models.EmailField("e-mailadres", blank=True)
    footer_text = models.TextField("tekst onder aan de pagina", blank=True, max_length=400)
    linkedin_url = models.URLField("LinkedIn-pagina", blank=True)
    share_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="foto bij gedeelde links",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Voor pagina's zonder eigen foto. Liggend, minstens 1200 bij 630 pixels.",
    )

    select_related = ["share_image"]

    panels = [
        MultiFieldPanel([FieldPanel("site_name"), FieldPanel("tagline"), FieldPanel("footer_text")], heading="De site"),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("linkedin_url")], heading="Bereikbaarheid"),
        FieldPanel("share_image"),
        InlinePanel("organisations", heading="Organisaties achter de leergang", label="Organisatie"),
    ]

    class Meta:
        verbose_name = "instellingen van de site"
        verbose_name_plural = "instellingen van de site"


class SiteOrganisation(Orderable):
    """An organisation behind the site, in the order in which it is shown."""

    site_settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="organisations")
    organisation = models.ForeignKey(
        "people.Organisation", verbose_name="organisatie", on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = "organisatie achter de site"
        verbose_name_plural = "organisaties achter de site"

    def __str__(self) -> str:
        return str(self.organisation)
