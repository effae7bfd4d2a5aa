"""Everybody can use every type of page: axe's rules, a narrow screen, the keyboard, large text."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.addresses import PAGE_TYPES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def visit(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    if address == PAGE_TYPES["not found"]:
        complaints.clear()  # Chromium reports the 404 itself


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_axe_finds_nothing(open_context, complaints, name, width, scheme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    visit(page, PAGE_TYPES[name], complaints)
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    found = [
        (violation["id"], [node["target"] for node in violation["nodes"]])
        for violation in results.response["violations"]
    ]
    assert found == []
    assert results.response["passes"], "axe looked at nothing"


def test_no_page_of_the_demo_scrolls_sideways_on_a_small_phone(demo, phone):
    wide = {}
    for path in demo.paths():
        phone.goto(path)
        too_wide = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if too_wide > 0:
            wide[path] = too_wide
    assert wide == {}


def test_text_twice_as_large_fits(open_context):
    """1280 pixels at 400 % zoom are 320 pixels; here the text alone is set to 200 %."""
    page = open_context(viewport={"width": 640, "height": 800}).new_page()
    for name in ("home", "portrait", "gallery", "programme"):
        page.goto(PAGE_TYPES[name])
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name


FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled).length"""

FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const box = element.getBoundingClientRect();
    const parts = [element, ...element.querySelectorAll('*'), element.closest('label')].filter(Boolean);
    const marked = parts.some(part => {
        const styles = ['', '::before', '::after'].map(name => getComputedStyle(part, name));
        return styles.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
    });
    const x = box.x + Math.min(box.width / 2, 20), y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    return {
        what: element.outerHTML.slice(0, 90),
        marked,
        seen: box.width > 0 && box.height > 0
            && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        covered: top !== null && !element.contains(top) && !top.contains(element)
            && top.closest('label') !== element.closest('label'),
    };
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_everything_is_reached_and_seen_by_keyboard(open_context, complaints, name, width):
    page = open_context(viewport={"width": width, "height": 800}, reduced_motion="reduce").new_page()
    visit(page, PAGE_TYPES[name], complaints)
    expected = page.evaluate(FOCUSABLE)
    stops = []
    for _ in range(expected + 5):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        stops.append(focused)
    assert [stop["what"] for stop in stops if not stop["marked"]] == [], "focus is not shown"
    assert [stop["what"] for stop in stops if not stop["seen"]] == [], "focus is outside the screen"
    assert [stop["what"] for stop in stops if stop["covered"]] == [], "focus is covered"
    assert len(stops) >= expected, "something cannot be reached"


def test_the_skip_link_comes_first_and_leads_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Direct naar de inhoud"
    assert link.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_headings_go_down_step_by_step(demo, page):
    wrong = {}
    for path in demo.paths():
        page.goto(path)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
        if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in pairwise(levels)):
            wrong[path] = levels
    assert wrong == {}
