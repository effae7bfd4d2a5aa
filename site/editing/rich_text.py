"""The editor for rich text, which also opens what no editor wrote: a text from an import, or of an older site."""

from bs4 import BeautifulSoup
from wagtail.admin.rich_text import DraftailRichTextArea

from pages.richtext import row_id

# What Wagtail's converter knows; whether a feature is on at this place it decides itself.
KNOWN = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "b", "strong", "i", "em", "a", "br", "hr", "embed"}
WITH_SECRETS = ("script", "style", "template")  # their content is no text
REFUSED = (AssertionError, AttributeError, IndexError, KeyError, ValueError)


class ForgivingRichTextArea(DraftailRichTextArea):
    """Wagtail's converter stops at a tag it does not expect, and with it the whole page; then the text is tidied."""

    def format_value(self, value):
        try:
            return super().format_value(value)
        except REFUSED:
            pass
        try:
            return super().format_value(tidy(value))
        except REFUSED:
            return super().format_value(as_paragraphs(value))


def tidy(html: str) -> str:
    """The text with only tags that the converter knows, each closed in its place, and links that can be links."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(WITH_SECRETS):
        tag.decompose()
    for tag in soup(True):
        is_lost = tag.name == "li" and tag.find_parent(("ul", "ol")) is None
        if tag.name not in KNOWN or is_lost or is_broken_link(tag):
            tag.unwrap()
    return str(soup)


def is_broken_link(tag) -> bool:
    """Whether it is a link to a row of ours with an id that no row can have."""
    return tag.name == "a" and "linktype" in tag.attrs and row_id(tag.attrs) is None


def as_paragraphs(html: str) -> str:
    """The words alone."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(WITH_SECRETS):
        tag.decompose()
    paragraphs = BeautifulSoup("", "html.parser")
    for line in soup.get_text("\n", strip=True).splitlines():
        paragraph = paragraphs.new_tag("p")
        paragraph.string = line
        paragraphs.append(paragraph)
    return str(paragraphs)
