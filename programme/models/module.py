import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.models import Orderable

from media.layouts import TALL
from pages.faceting import Facet
from pages.lasting_rows import LastingRowsPanel
from pages.models import BasePage
from pages.models.base import page_tabs
from pages.visibility import visible
from programme.models.programme import LearningPage


class SessionQuerySet(models.QuerySet):
    def visible(self):
        """Sessions of modules that a visitor may see, in order of time, with module and edition joined in."""
        return (
            self.filter(module__in=visible(ModulePage))
            .select_related("module", "edition")
            .order_by("date", "start_time", "pk")
        )


class Session(Orderable):
    """A day or part of a day on which a module is taught to one edition."""

    module = ParentalKey("programme.ModulePage", on_delete=models.CASCADE, related_name="sessions")
    edition = models.ForeignKey(
        "programme.Edition", verbose_name="lichting", on_delete=models.CASCADE, related_name="sessions"
    )
    title = models.CharField("titel", max_length=120, blank=True)
    date = models.DateField("datum")
    start_time = models.TimeField("begint om", null=True, blank=True)
    end_time = models.TimeField("eindigt om", null=True, blank=True)
    place = models.CharField("plaats", max_length=80, blank=True)
    venue = models.CharField("gebouw of zaal", max_length=120, blank=True)

    objects = SessionQuerySet.as_manager()

    panels = [
        FieldPanel("edition", widget=forms.Select),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("start_time"), FieldPanel("end_time")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("venue")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"

    def __str__(self) -> str:
        return f"{self.title or self.module} op {self.date}"

    def clean(self):
        super().clean()
        if self.start_time and self.end_time and self.end_time <= self.start_time:
            raise ValidationError({"end_time": "De eindtijd moet later zijn dan de begintijd."})
        if self.end_time and not self.start_time:
            raise ValidationError({"start_time": "Vul ook in hoe laat het begint."})
        if self.date and self.edition_id and not self.edition.start <= self.date <= self.edition.end:
            days = f"{self.edition.start:%d-%m-%Y} tot en met {self.edition.end:%d-%m-%Y}"
            raise ValidationError({"date": f"Deze dag valt buiten {self.edition}. Kies een dag van {days}."})

    def in_time(self) -> tuple:
        """What sessions are ordered by; one without a time comes first on its day."""
        return (self.date, self.start_time or datetime.time.min, self.pk or 0)

    @property
    def is_past(self) -> bool:
        return self.date < timezone.localdate()

    @property
    def location(self) -> str:
        """Venue and place in one line; empty if neither is known."""
        return ", ".join(part for part in (self.venue, self.place) if part)

    @property
    def starts_at(self) -> datetime.datetime | None:
        """The start with the Dutch time zone; None for a session without a time."""
        return self._at(self.start_time)

    @property
    def ends_at(self) -> datetime.datetime | None:
        return self._at(self.end_time)

    def _at(self, time: datetime.time | None) -> datetime.datetime | None:
        return timezone.make_aware(datetime.datetime.combine(self.date, time)) if time else None


class ModulePage(LearningPage):
    """One module of the programme, with its sessions for every edition."""

    short_title = models.CharField(
        "korte naam",
        max_length=40,
        blank=True,
        help_text="Voor plekken met weinig ruimte, zoals het pad op de voorpagina.",
    )

    page_description = "Een module van de leergang, met doel, leerdoelen en bijeenkomsten per lichting."
    parent_page_types = ["programme.ProgrammePage"]
    subpage_types: list[str] = []
    template = "programme/module.html"
    schema_type = "Course"
    shows_related = True
    picture_crops = (*BasePage.picture_crops, TALL)
    teaser_columns = ("short_title",)
    facet_declarations = (
        *BasePage.facet_declarations,
        Facet("module", "Module", "slug", "title"),
        Facet("lichting", "Lichting", "sessions__edition__slug", "sessions__edition__name"),
    )

    edit_handler = page_tabs(
        content=[*BasePage.content_panels[:1], FieldPanel("short_title"), *BasePage.content_panels[1:]],
        about=BasePage.about_panels,
        extra=(
            ObjectList(LearningPage.learning_panels, heading="Leren"),
            ObjectList(
                [LastingRowsPanel("sessions", heading="Bijeenkomsten", label="Bijeenkomst")], heading="Bijeenkomsten"
            ),
        ),
        related=True,
    )

    class Meta:
        verbose_name = "module"
        verbose_name_plural = "modules"

    @property
    def name(self) -> str:
        """The short name, or the title if there is none."""
        return self.short_title or self.title
