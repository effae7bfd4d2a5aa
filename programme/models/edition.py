import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pages.dates import sensible_date


class Edition(models.Model):
    """One run of the programme with a group of participants (a `lichting`), from a first to a last day."""

    class State(models.TextChoices):
        COMING = "coming", "Nog niet begonnen"
        RUNNING = "running", "Nu bezig"
        OVER = "over", "Afgerond"

    class Enrolment(models.TextChoices):
        OPEN = "open", "Inschrijving open"
        FULL = "full", "Vol"
        CLOSED = "closed", "Inschrijving gesloten"

    programme = models.ForeignKey(
        "programme.ProgrammePage",
        verbose_name="leergang",
        null=True,
        on_delete=models.SET_NULL,
        related_name="editions",
    )
    name = models.CharField("naam", max_length=60, unique=True, help_text="Bijvoorbeeld: Lichting 2026–2028")
    slug = models.SlugField("naam in het webadres", max_length=60, unique=True)
    start = models.DateField("eerste dag", validators=[sensible_date])
    end = models.DateField("laatste dag", validators=[sensible_date])
    enrolment = models.CharField("inschrijving", max_length=6, choices=Enrolment, default=Enrolment.CLOSED)
    enrolment_until = models.DateField(
        "inschrijven kan tot en met",
        null=True,
        blank=True,
        validators=[sensible_date],
        help_text="Na deze dag meldt de site vanzelf dat de inschrijving gesloten is.",
    )

    days: list[Any]  # its visible sessions, where programme.timetable has looked them up

    on_deletion = (
        "De bijeenkomsten van deze lichting verdwijnen van de modules en uit de agendabestanden. Portretten blijven "
        "staan, zonder lichting. Is de lichting afgelopen? Laat die dan staan: de site zegt zelf dat ze is afgerond."
    )

    panels = [
        FieldPanel("programme"),
        FieldPanel("name"),
        FieldPanel("slug"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("start"), FieldPanel("end")])], heading="Looptijd"),
        MultiFieldPanel([FieldPanel("enrolment"), FieldPanel("enrolment_until")], heading="Inschrijving"),
    ]

    class Meta:
        verbose_name = "lichting"
        verbose_name_plural = "lichtingen"
        ordering = ["-start"]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="edition_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": "De laatste dag ligt vóór de eerste dag. Kies een latere dag."})
        if self.enrolment_until and self.end and self.enrolment_until > self.end:
            raise ValidationError({"enrolment_until": "Dan is de lichting al afgelopen. Kies een eerdere dag."})

    def state_on(self, day: datetime.date) -> "Edition.State":
        """Whether the edition is coming, running or over on that day; the first and last day count as running."""
        if day < self.start:
            return self.State.COMING
        return self.State.RUNNING if day <= self.end else self.State.OVER

    @property
    def state(self) -> "Edition.State":
        """Whether the edition is coming, running or over today."""
        return self.state_on(timezone.localdate())

    @property
    def enrolment_now(self) -> "Edition.Enrolment":
        """What the editor chose, but never open after the last day to enrol or once the edition is over."""
        today = timezone.localdate()
        is_too_late = today > self.end or (self.enrolment_until is not None and today > self.enrolment_until)
        if self.enrolment == self.Enrolment.OPEN and is_too_late:
            return self.Enrolment.CLOSED
        return self.Enrolment(self.enrolment)

    @property
    def enrolment_text(self) -> str:
        """Whether one can enrol now, and until when; without a full stop."""
        if self.enrolment_now == self.Enrolment.FULL:
            return "Deze lichting is vol"
        text = str(self.enrolment_now.label)
        if self.enrolment_now == self.Enrolment.OPEN and self.enrolment_until:
            text += f" tot en met {date_format(self.enrolment_until, 'j F Y')}"
        return text

    @property
    def period(self) -> str:
        """A sentence about when it runs, true on the day it is read."""
        start, end = (date_format(day, "j F Y") for day in (self.start, self.end))
        match self.state:
            case self.State.COMING:
                return f"Start op {start} en loopt tot en met {end}"
            case self.State.RUNNING:
                return f"Loopt van {start} tot en met {end}"
            case _:
                return f"Liep van {start} tot en met {end}"


def most_relevant(editions: Iterable[Edition]) -> Edition | None:
    """The edition to show first: the running one, else the next to come, else the last that ended; None if none."""
    by_state: dict[str, list[Edition]] = {state: [] for state in Edition.State}
    for edition in editions:
        by_state[edition.state].append(edition)
    if running := by_state[Edition.State.RUNNING]:
        return max(running, key=lambda edition: edition.start)
    if coming := by_state[Edition.State.COMING]:
        return min(coming, key=lambda edition: edition.start)
    return max(by_state[Edition.State.OVER], key=lambda edition: edition.end, default=None)
