import sys
from functools import cached_property

from django import forms
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TitleFieldPanel
from wagtail.search import index

from media.cards.share import Subject
from media.layouts import THUMB, UPRIGHT
from pages.dates import sensible_date
from pages.faceting import Facet
from pages.models import BasePage, IndexPage
from pages.models.base import THEME_FACET, page_tabs
from pages.prepared import prepared
from pages.teasers import LINK, as_teasers
from pages.visibility import is_visible, visible
from pages.visit import current_visit
from people.models import Appearance, Person, Province
from portraits.forms import AppearancesPanel, PortraitForm
from programme.models import ModulePage
from programme.models.research import MODULE_FACET


class PortraitPage(BasePage):
    """The interview with one person, with role and municipality as they were at the time."""

    headline = models.CharField(
        "kop", max_length=120, blank=True, help_text="Eén zin van de geportretteerde, zonder aanhalingstekens."
    )
    role = models.CharField("functie toen", max_length=120, blank=True)
    municipality = models.ForeignKey(
        "people.Municipality",
        verbose_name="gemeente toen",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="De gemeente op de dag van het gesprek. Die blijft staan, ook als iemand later ergens anders werkt.",
    )
    edition = models.ForeignKey(
        "programme.Edition",
        verbose_name="lichting",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="portraits",
    )
    modules = ParentalManyToManyField(
        "programme.ModulePage", verbose_name="modules", blank=True, related_name="portraits"
    )
    date = models.DateField("datum van het gesprek", default=timezone.localdate, validators=[sensible_date])

    page_description = "Het portret van één deelnemer: foto, gegevens van toen en een interview."
    parent_page_types = ["portraits.PortraitIndexPage"]
    subpage_types: list[str] = []
    template = "portraits/portrait.html"
    base_form_class = PortraitForm
    schema_type = "ProfilePage"
    picture_crops = (UPRIGHT, THUMB)
    shows_person = True
    shows_related = True
    joined_relations = ("image", "municipality", "edition")
    teaser_relations = ("image", "municipality")
    teaser_columns = ("headline", "role", "date", "municipality__name")
    facet_declarations = (
        Facet("gemeente", "Gemeente", "municipality__slug", "municipality__name"),
        Facet("provincie", "Provincie", "municipality__province", labels=Province),
        THEME_FACET,
        Facet("lichting", "Lichting", "edition__slug", "edition__name"),
        MODULE_FACET,
    )

    person_panels = [
        TitleFieldPanel(
            "title",
            placeholder="Naam van de geportretteerde",
            help_text="Zo heet het portret. Bijvoorbeeld: Marijke van der Velde.",
        ),
        AppearancesPanel(
            "appearances",
            heading="Personen",
            label="Persoon",
            help_text="Precies één persoon is ‘geportretteerd’. Anderen zijn ‘aan het woord’ of ‘in beeld’.",
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("role"), FieldPanel("municipality")]), FieldPanel("date")],
            heading="Op de dag van het gesprek",
        ),
        MultiFieldPanel(
            [
                FieldPanel("edition", widget=forms.Select),
                FieldPanel("modules", widget=forms.CheckboxSelectMultiple),
            ],
            heading="De leergang",
        ),
    ]
    edit_handler = page_tabs(
        content=person_panels,
        heading="Wie en waar",
        extra=(ObjectList([FieldPanel("headline"), *BasePage.content_panels[1:]], heading="Interview"),),
        about=BasePage.about_panels[:1],
        related=True,
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("headline"),
        index.SearchField("role"),
        index.RelatedFields("municipality", [index.SearchField("name"), index.SearchField("everyday_names")]),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = "portret"
        verbose_name_plural = "portretten"
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="portraits_newest_first")]  # as lists show them

    @cached_property
    def person(self) -> Person | None:
        """Whose portrait this is."""
        return next((seen.person for seen in self.people_here if seen.role == Appearance.Role.PORTRAYED), None)

    @property
    def published_on(self):
        return self.date

    @property
    def caption(self) -> str:
        """Role and municipality as they were: "Gemeentesecretaris, Zwolle"."""
        return ", ".join(part for part in (self.role, self.municipality.name if self.municipality else "") if part)

    def share_subject(self, site_settings) -> Subject:
        return Subject(
            site_settings.site_name, self.title, self.kind, self.caption, words=self.headline, is_person=True
        )

    def share_image(self, site_settings):
        """Of this person, or none: another photo in the arch would be of somebody else."""
        return self.image

    @cached_property
    def public_modules(self) -> list[ModulePage]:
        """The modules of this portrait that a visitor may see, in tree order."""
        if current_visit() and self.pk:
            return modules_of(self.pk)
        return sorted((module for module in self.modules.all() if is_visible(module)), key=lambda module: module.path)

    @cached_property
    def neighbours(self) -> list["PortraitPage"]:
        """The portraits of the same edition just before and just after this one, as far as there are any."""
        return portraits_around(*self._place()) if self.edition_id else []

    @property
    def newer(self):
        """The next newer portrait of the same edition, or None."""
        return next((other for other in self.neighbours if (other.date, other.pk) > self._place()[1:]), None)

    @property
    def older(self):
        """The next older portrait of the same edition, or None."""
        return next((other for other in self.neighbours if (other.date, other.pk) < self._place()[1:]), None)

    def _place(self) -> tuple:
        """Its place among the portraits of its edition; a draft that was never saved is the last of its day."""
        return self.edition_id, self.date, self.pk or sys.maxsize


@prepared
def portraits_around(edition, date, pk):
    """The older and the newer neighbour in one query."""
    of_edition = visible(PortraitPage).filter(edition=edition)
    later = models.Q(date__gt=date) | models.Q(date=date, pk__gt=pk)
    earlier = models.Q(date__lt=date) | models.Q(date=date, pk__lt=pk)
    newer = of_edition.filter(later).order_by("date", "pk").values("pk")[:1]
    older = of_edition.filter(earlier).order_by("-date", "-pk").values("pk")[:1]
    return as_teasers(visible(PortraitPage)).filter(
        models.Q(pk=models.Subquery(newer)) | models.Q(pk=models.Subquery(older))
    )


@prepared
def modules_of(portrait):
    return visible(ModulePage).filter(portraits=portrait).only(*LINK).order_by("path")


class PortraitIndexPage(IndexPage):
    """The gallery of portraits, filtered by municipality, province, theme, edition and module."""

    page_description = "Het overzicht van alle portretten."
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["portraits.PortraitPage"]
    max_count = 1
    template = "portraits/portrait_index.html"

    item_model = PortraitPage
    item_order = ("-date", "-pk")
    filter_facets = PortraitPage.facet_declarations
    item_name = ("portret", "portretten")

    class Meta:
        verbose_name = "overzicht van portretten"
        verbose_name_plural = "overzichten van portretten"
