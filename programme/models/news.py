from django import forms
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from media.cards.share import Subject
from pages.dates import sensible_date
from pages.faceting import Facet
from pages.models import BasePage, IndexPage
from pages.models.base import THEME_FACET, page_tabs
from programme.models.research import MODULE_FACET


class NewsPage(BasePage):
    """A news item with the date that it is about."""

    date = models.DateField("datum", default=timezone.localdate, validators=[sensible_date])
    modules = ParentalManyToManyField(
        "programme.ModulePage", verbose_name="modules", blank=True, related_name="news_pages"
    )

    page_description = "Een nieuwsbericht met een datum."
    parent_page_types = ["programme.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "programme/news.html"
    schema_type = "NewsArticle"
    shows_related = True
    teaser_columns = ("date",)
    facet_declarations = (THEME_FACET, MODULE_FACET, Facet("jaar", "Jaar", "date__year", descending=True))

    edit_handler = page_tabs(
        content=[*BasePage.content_panels[:1], FieldPanel("date"), *BasePage.content_panels[1:]],
        about=[*BasePage.about_panels, FieldPanel("modules", widget=forms.CheckboxSelectMultiple)],
        related=True,
    )
    search_fields = [*BasePage.search_fields, index.FilterField("date")]

    class Meta:
        verbose_name = "nieuws"
        verbose_name_plural = "nieuws"
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="news_newest_first")]  # as lists show them

    @property
    def published_on(self):
        """The item's own date: what the reader takes for its date."""
        return self.date

    def share_subject(self, site_settings) -> Subject:
        return Subject(site_settings.site_name, self.title, f"{self.kind} · {date_format(self.date, 'j F Y')}")


class NewsIndexPage(IndexPage):
    """All news, filtered by theme and year."""

    page_description = "Het overzicht van al het nieuws."
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["programme.NewsPage"]
    max_count = 1
    template = "programme/news_index.html"

    item_model = NewsPage
    item_order = ("-date", "-pk")
    filter_facets = (THEME_FACET, NewsPage.facet_declarations[-1])
    item_name = ("bericht", "berichten")

    class Meta:
        verbose_name = "overzicht van nieuws"
        verbose_name_plural = "overzichten van nieuws"
