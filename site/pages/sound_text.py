"""Rich text as the editor writes it, also where an import or another program wrote it.

What Wagtail's editor stores is clean, but a page can be saved without it. So every text is looked at when it is shown:
a pattern tells in microseconds that it holds nothing but the editor's own tags, and only what does not fit is taken
apart and cleaned, which takes some hundred times as long.
"""

import re

from bs4 import BeautifulSoup
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

PLAIN = ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "b", "strong", "i", "em", "sub", "sup", "br", "hr")
NAMES = "|".join(PLAIN)
LINK = r'(?: (?:linktype="(?:page|document)"|id="\d{1,18}"|href="(?:https?://|mailto:|tel:|/|#)[^"<>]*"))+'
SOUND = re.compile(rf'(?:[^<]++|<(?:{NAMES})(?: data-block-key="[\w-]*")?/?>|</(?:{NAMES}|a)>|<a{LINK}>(?!\s*</a>))*+')
WITHOUT_WORDS = ("script", "style", "template", "iframe", "object", "noscript", "xml", "head")  # not what one reads
LINES = ("div", "td", "th", "h1", "blockquote", "dt", "dd", "pre", "figcaption", "caption", "address")
NOT_INSIDE = (*LINES, "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "dl")


class RichTextWhitelister(Whitelister):
    element_rules = {
        "[document]": allow_without_attributes,
        **dict.fromkeys(PLAIN, allow_without_attributes),
        "a": attribute_rule({"href": check_url, "linktype": True, "id": True}),
    }


def sound(html: str) -> str:
    """The text without what could run or load something; the words stay."""
    if SOUND.fullmatch(html):
        return html
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(WITHOUT_WORDS):
        tag.decompose()
    for link in soup("a"):
        if not link.get_text(strip=True):  # nothing to click on, but a screen reader would stop there
            link.unwrap()
    for line in soup(LINES):  # as Word and old sites write them; without tags their words would run together
        if line.find(NOT_INSIDE) is None and line.find_parent(("p", "li")) is None:
            line.name, line.attrs = "p", {}
        else:
            line.append(" ")
    for empty in soup("p"):
        if not empty.get_text(strip=True):
            empty.decompose()
    return RichTextWhitelister().clean(str(soup))
