from wagtail.fields import StreamField

from pages.accessibility_statement import InfoBodyBlock
from pages.models.base import BasePage, page_tabs


class InfoPage(BasePage):
    """A page about the site itself: privacy, accessibility statement, colophon, contact."""

    body = StreamField(InfoBodyBlock(), verbose_name="tekst", blank=True)

    page_description = "Een vaste pagina, zoals contact, privacy, colofon of de toegankelijkheidsverklaring."
    parent_page_types = ["pages.HomePage", "pages.InfoPage"]
    subpage_types = ["pages.InfoPage"]
    template = "pages/info.html"
    is_dated = False  # it is kept up to date; the day it was made would only make it look old

    edit_handler = page_tabs(content=BasePage.content_panels, about=BasePage.about_panels)

    class Meta:
        verbose_name = "informatiepagina"
        verbose_name_plural = "informatiepagina's"

    @property
    def kind(self) -> str:
        return "Informatie"
