from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.fields import RichTextField
from wagtail.models import Page

from media.cards.share import Subject
from media.layouts import UPRIGHT
from pages.models.base import BasePage, page_tabs


class HomePage(BasePage):
    """The front page: what the programme is, what runs now, the newest portraits, research and news."""

    heading = models.CharField(
        "grote kop", max_length=80, blank=True, help_text="De eerste zin die een bezoeker leest. Kort en duidelijk."
    )
    intro_heading = models.CharField("kop van de uitleg", max_length=80, blank=True)
    intro = RichTextField("uitleg", blank=True, features=["bold", "italic", "link", "ul"])
    portraits_heading = models.CharField("kop boven de portretten", max_length=80, blank=True)
    portraits_text = models.CharField("zin boven de portretten", max_length=250, blank=True)
    research_heading = models.CharField("kop boven het onderzoek", max_length=80, blank=True)
    research_text = models.CharField("zin boven het onderzoek", max_length=250, blank=True)
    news_heading = models.CharField("kop boven het nieuws", max_length=80, blank=True)
    organisations_heading = models.CharField("kop boven de organisaties", max_length=80, blank=True)
    organisations_text = models.CharField("zin boven de organisaties", max_length=250, blank=True)

    page_description = "De voorpagina. Er is er één. De leergang en het nieuwste komen er vanzelf op."
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "pages/home.html"
    picture_crops = (UPRIGHT, *BasePage.picture_crops)

    section_panels = [
        MultiFieldPanel([FieldPanel("intro_heading"), FieldPanel("intro")], heading="Waarom deze leergang"),
        MultiFieldPanel([FieldPanel("portraits_heading"), FieldPanel("portraits_text")], heading="Portretten"),
        MultiFieldPanel([FieldPanel("research_heading"), FieldPanel("research_text")], heading="Onderzoek"),
        MultiFieldPanel([FieldPanel("news_heading")], heading="Nieuws"),
        MultiFieldPanel(
            [FieldPanel("organisations_heading"), FieldPanel("organisations_text")], heading="Organisaties"
        ),
    ]
    edit_handler = page_tabs(
        content=[
            *Page.content_panels,
            FieldPanel("heading"),
            FieldPanel("lead"),
            MultiFieldPanel(
                [
                    FieldPanel(
                        "image", help_text="Te zien zolang er nog geen portret is. Daarna staat hier het nieuwste."
                    ),
                    *BasePage.alt_panels,
                ],
                heading="Foto",
            ),
            FieldPanel("body"),
        ],
        about=BasePage.about_panels,
        extra=(ObjectList(section_panels, heading="Onderdelen"),),
    )

    class Meta:
        verbose_name = "voorpagina"
        verbose_name_plural = "voorpagina's"

    def share_subject(self, site_settings) -> Subject:
        return Subject(site_settings.site_name, self.heading or site_settings.site_name, caption=site_settings.tagline)

    def share_image(self, site_settings):
        """Only a picture that was chosen for it; else the arches of the house."""
        return site_settings.share_image
