from functools import cached_property

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from pages.children import children
from pages.lasting_rows import LastingRowsPanel
from pages.models import BasePage
from pages.models.base import page_tabs

PROSE = ["bold", "italic", "link", "ol", "ul"]


class Outcome(Orderable):
    """One thing that a participant learns, as a clause that follows `U leert`."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="outcomes")
    text = models.CharField("leerdoel", max_length=200)

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = "leerdoel"
        verbose_name_plural = "leerdoelen"

    def __str__(self) -> str:
        return self.text


class LearningPage(BasePage):
    """What a programme and its modules share: aim, for whom, what one learns, how much time it takes."""

    aim = RichTextField("doel", blank=True, features=PROSE)
    audience = RichTextField("voor wie", blank=True, features=PROSE)
    study_load = models.CharField(
        "studielast", max_length=200, blank=True, help_text="Bijvoorbeeld: 2 dagen en 4 uur thuis"
    )

    is_dated = False

    learning_panels = [
        FieldPanel("aim"),
        FieldPanel("audience"),
        LastingRowsPanel("outcomes", heading="Leerdoelen", label="Leerdoel"),
        FieldPanel("study_load"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("aim"), index.SearchField("audience")]

    class Meta:
        abstract = True

    @cached_property
    def outcome_list(self) -> list[Outcome]:
        """What a participant learns, in the editor's order."""
        return children(self, "outcomes")

    @property
    def calendar_path(self) -> str:
        """The page's address without its first slash, as the calendar's address wants it."""
        return self.url.lstrip("/")


class ProgrammePage(LearningPage):
    """The programme: what it aims at, its modules in order, its editions, and how to enrol."""

    costs = models.CharField("kosten", max_length=200, blank=True)
    enrolment_text = RichTextField("inschrijven", blank=True, features=PROSE, help_text="Hoe schrijft iemand zich in?")
    contact_name = models.CharField("naam", max_length=120, blank=True)
    contact_role = models.CharField("functie", max_length=120, blank=True)
    contact_email = models.EmailField("e-mailadres", blank=True)
    contact_phone = models.CharField("telefoon", max_length=30, blank=True)

    show_in_menus_default = True
    max_count = 1
    page_description = "De leergang zelf: doel, modules, lichtingen en inschrijven. De modules hangen eronder."
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["programme.ModulePage"]
    template = "programme/programme.html"
    schema_type = "Course"

    practical_panels = [
        FieldPanel("costs"),
        FieldPanel("enrolment_text"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_role")]),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
            ],
            heading="Contactpersoon",
        ),
    ]
    edit_handler = page_tabs(
        content=BasePage.content_panels,
        about=BasePage.about_panels,
        extra=(
            ObjectList(LearningPage.learning_panels, heading="Leren"),
            ObjectList(practical_panels, heading="Praktisch"),
        ),
    )
    search_fields = [*LearningPage.search_fields, index.SearchField("enrolment_text")]

    class Meta:
        verbose_name = "leergang"
        verbose_name_plural = "leergangen"
