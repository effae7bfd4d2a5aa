"""Texts as long and as odd as the forms allow, on the smallest phone: nothing sticks out and nothing is cut off."""

from collections.abc import Iterator

import pytest

from running import RunningSite

MAKE = """
import json
from pages.models import InfoPage
from wagtail.models import Site
prose = f'<p>Zie <a href="https://voorbeeld.nl/{"a" * 400}">{"k" * 500}</a> en {"w" * 300}.</p>'
blocks = {
    "paragraph": prose,
    "heading": {"text": "H" * 120, "level": "2"},
    "quote": {"text": "q" * 400, "source": "s" * 120},
    "key_figures": {"heading": "k" * 120, "figures": [{"number": "9" * 20, "label": "l" * 140}] * 4},
    "links": {"heading": "l" * 120, "links": [{"text": "t" * 120, "page": None, "url": "https://voorbeeld.nl/"}]},
    "aside": {"heading": "a" * 120, "text": prose},
    "question_answer": {"question": "v" * 250, "answer": prose},
    "pull_quote": {"text": "p" * 200},
}
body = json.dumps([{"type": kind, "value": value} for kind, value in blocks.items()])
stacked = "z" + chr(0x301) * 50
home = Site.objects.get().root_page
for slug, title in (("lang", "W" * 255), ("vreemd", f"{chr(0x202e)}omgekeerd {stacked} \U0001f642")):
    home.add_child(instance=InfoPage(title=title, slug=slug, lead=(stacked + " ") * 7, body=body, not_in_search=True))
"""
REMOVE = """
from pages.models import InfoPage
for page in InfoPage.objects.filter(slug__in=["lang", "vreemd"]):
    page.delete()
"""
# What is wider than the window, or wider than the box that hides the rest of it.
STICKS_OUT = """() => [...document.querySelectorAll('main *')].filter(element => {
    const box = element.getBoundingClientRect();
    const hides = getComputedStyle(element).overflowX !== 'visible';
    return box.width > 1 && (box.right > innerWidth + 1 || (hides && element.scrollWidth > element.clientWidth + 1));
}).map(element => element.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module", autouse=True)
def pages(demo: RunningSite) -> Iterator[None]:
    demo.manage("shell", "-v", "0", "-c", MAKE)
    yield
    demo.manage("shell", "-v", "0", "-c", REMOVE)


@pytest.mark.parametrize("path", ["/lang/", "/vreemd/"])
def test_nothing_sticks_out(phone, path):
    assert phone.goto(path).status == 200
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
    assert phone.evaluate(STICKS_OUT) == []
