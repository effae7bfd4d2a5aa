from functools import cached_property

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from media.cards.share import Subject
from pages.blocks import INLINE
from pages.children import children
from pages.faceting import Facet
from pages.lasting_rows import LastingRowsPanel
from pages.models import BasePage, IndexPage
from pages.models.base import THEME_FACET, page_tabs
from pages.visibility import is_visible
from pages.visit import url_of
from people.models import Appearance, PersonName

MODULE_FACET = Facet("module", "Module", "modules__slug", "modules__title", page="modules")


class PlainAuthor(Orderable, PersonName):
    """An author who is only a name here: not a Person, nothing else is kept."""

    page = ParentalKey("programme.ResearchPage", on_delete=models.CASCADE, related_name="plain_authors")

    panels = [FieldPanel("given_name"), FieldPanel("infix"), FieldPanel("family_name")]

    class Meta(Orderable.Meta):
        verbose_name = "auteur"
        verbose_name_plural = "auteurs"

    def __str__(self) -> str:
        return self.full_name


class ResearchSource(Orderable):
    """One line of the list of sources."""

    page = ParentalKey("programme.ResearchPage", on_delete=models.CASCADE, related_name="sources")
    text = models.CharField("bron", max_length=300, help_text="Auteur (jaar). Titel. Uitgever.")
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="pagina op deze site",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    url = models.URLField("of een webadres", blank=True)

    panels = [FieldPanel("text"), FieldPanel("link_page"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = "bron"
        verbose_name_plural = "bronnen"

    def __str__(self) -> str:
        return self.text

    def clean(self):
        super().clean()
        if self.link_page_id and self.url:
            raise ValidationError({"url": "Kies een pagina óf vul een webadres in, niet allebei."})

    @property
    def href(self) -> str:
        """Where the source is to be found; empty if nowhere, or if its page is not published."""
        if self.link_page:
            return url_of(self.link_page) if is_visible(self.link_page) else ""
        return self.url


class ResearchPage(BasePage):
    """A piece of research: authors, year, publisher, summary, how to cite it, and its sources."""

    year = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1900), MaxValueValidator(2100)])
    publisher = models.CharField("uitgever", max_length=120, blank=True)
    summary = RichTextField("samenvatting", blank=True, features=INLINE)
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name="rapport (pdf)",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    modules = ParentalManyToManyField(
        "programme.ModulePage", verbose_name="modules", blank=True, related_name="research_pages"
    )

    page_description = "Een onderzoek, met auteurs, jaar, samenvatting, rapport en bronnen."
    parent_page_types = ["programme.ResearchIndexPage"]
    subpage_types: list[str] = []
    template = "programme/research.html"
    schema_type = "ScholarlyArticle"
    shows_related = True
    joined_relations = ("image", "document")
    teaser_columns = ("year",)
    facet_declarations = (THEME_FACET, MODULE_FACET, Facet("jaar", "Jaar", "year", descending=True))
    named_people = "plain_authors"

    publication_panels = [
        LastingRowsPanel(
            "appearances",
            heading="Auteurs en andere personen van deze site",
            label="Persoon",
            help_text="Schreef iemand van deze site mee? Kies dan ‘auteur’.",
        ),
        LastingRowsPanel("plain_authors", heading="Andere auteurs (alleen hun naam)", label="Auteur"),
        MultiFieldPanel([FieldPanel("year"), FieldPanel("publisher")], heading="Uitgave"),
        FieldPanel("document"),
        LastingRowsPanel("sources", heading="Bronnen", label="Bron"),
    ]
    edit_handler = page_tabs(
        content=[*BasePage.content_panels[:-1], FieldPanel("summary"), *BasePage.content_panels[-1:]],
        about=[*BasePage.about_panels[:1], FieldPanel("modules", widget=forms.CheckboxSelectMultiple)],
        extra=(ObjectList(publication_panels, heading="Auteurs en bronnen"),),
        related=True,
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("publisher"),
        index.RelatedFields("plain_authors", [index.SearchField("given_name"), index.SearchField("family_name")]),
    ]

    class Meta:
        verbose_name = "onderzoek"
        verbose_name_plural = "onderzoeken"

    @property
    def stated_year(self) -> int:
        return self.year

    @cached_property
    def authors(self) -> list[PersonName]:
        """Everybody who wrote it: the people of this site first, then the plain names."""
        people = [seen.person for seen in self.people_here if seen.role == Appearance.Role.AUTHOR]
        return people + children(self, "plain_authors")

    @cached_property
    def source_list(self) -> list[ResearchSource]:
        """The sources in the editor's order, with their pages."""
        return children(self, "sources", "link_page")

    def share_subject(self, site_settings) -> Subject:
        return Subject(site_settings.site_name, self.title, f"{self.kind} · {self.year}")

    @property
    def citation(self) -> str:
        """How to refer to this page, after APA as the Dutch use it: `Velde, M. van der, & Vos, A. (2024). …`."""
        names = [author.citation_name for author in self.authors]
        by = f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)
        head = f"{by} ({self.year}). {self.title}" if by else f"{self.title} ({self.year})"
        parts = [f"{part}{'' if part[-1] in '.?!' else '.'}" for part in (head, self.publisher) if part]
        return " ".join([*parts, f"{settings.BASE_URL}{self.url}"])


class ResearchIndexPage(IndexPage):
    """All research, filtered by theme and year."""

    page_description = "Het overzicht van al het onderzoek."
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["programme.ResearchPage"]
    max_count = 1
    template = "programme/research_index.html"

    item_model = ResearchPage
    item_order = ("-year", "-first_published_at", "-pk")
    item_prefetches = ("appearances__person", "plain_authors")
    filter_facets = ResearchPage.facet_declarations
    item_name = ("onderzoek", "onderzoeken")

    class Meta:
        verbose_name = "overzicht van onderzoek"
        verbose_name_plural = "overzichten van onderzoek"
