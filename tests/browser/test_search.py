"""Searching in a browser: suggestions by keyboard, mouse and finger, filters at once, and all of it without scripts."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOSTILE = {"soort": "<b>x</b>", "tekst": '"><img src=x onerror=alert(1)>', "adres": "javascript:alert(1)"}


def field_of(page: Page) -> Locator:
    """The field in the header, opened where it is behind a button."""
    button = page.locator(".site-search__button")
    if button.is_visible():
        button.click()
    return page.get_by_role("combobox", name="Zoekwoorden").or_(page.get_by_role("searchbox", name="Zoekwoorden"))


def suggested(page: Page) -> Locator:
    return page.get_by_role("option")


def test_one_chooses_a_suggestion_by_keyboard(page, demo):
    page.goto("/")
    field = field_of(page)
    field.click()
    field.press_sequentially("hoekstra")
    option = suggested(page).filter(has_text="Bas Hoekstra")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="suggestie")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("ArrowUp")
    expect(option).to_have_attribute("aria-selected", "false")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Bas Hoekstra")


def test_without_a_choice_enter_searches_for_what_was_typed(page):
    page.goto("/")
    field = field_of(page)
    field.click()
    field.press_sequentially("hoekstra")
    expect(suggested(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=hoekstra")
    expect(page.locator(".result__title").first).to_contain_text("Bas Hoekstra")


def test_escape_closes_first_the_list_and_then_the_field(phone):
    phone.goto("/")
    field = field_of(phone)
    expect(field).to_be_focused()
    field.press_sequentially("portret")
    expect(suggested(phone).first).to_be_visible()
    phone.keyboard.press("Escape")
    expect(suggested(phone)).to_have_count(0)
    expect(field).to_be_focused()
    expect(field).to_have_value("portret")
    phone.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(phone.locator(".site-search__button")).to_be_focused()


def test_a_finger_chooses_a_suggestion(phone):
    phone.goto("/nieuws/")
    field_of(phone).press_sequentially("hoekstra")
    suggested(phone).filter(has_text="Bas Hoekstra").tap()
    expect(phone.locator("h1")).to_contain_text("Bas Hoekstra")


def test_the_list_goes_away_with_the_focus(page):
    page.goto("/")
    field = field_of(page)
    field.press_sequentially("portret")
    expect(suggested(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(suggested(page)).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")


def test_hostile_text_in_a_suggestion_is_text_and_leads_nowhere(page):
    page.route("**/zoeken/suggesties/*", lambda route: route.fulfill(json={"suggesties": [HOSTILE]}))
    page.goto("/")
    field_of(page).press_sequentially("iets")
    option = suggested(page)
    expect(option).to_contain_text(HOSTILE["tekst"])
    assert option.locator("img, b").count() == 0
    option.click()
    page.wait_for_timeout(200)
    assert page.url.endswith("/")


def test_the_server_is_asked_when_one_pauses_and_old_questions_are_dropped(page):
    asked, dropped = [], []

    def answer(route):
        asked.append(route.request.url.partition("q=")[2])
        if asked[-1] != "di":  # that one gets no answer before the next is asked
            route.fulfill(json={"suggesties": [{"soort": "Pagina", "tekst": asked[-1], "adres": "/"}]})

    page.goto("/")
    page.route("**/zoeken/suggesties/*", answer)
    page.on("requestfailed", lambda request: dropped.append(request.url.partition("q=")[2]))
    field = field_of(page)
    field.press_sequentially("di", delay=10)
    page.wait_for_timeout(400)
    field.press_sequentially("enst", delay=10)
    expect(suggested(page)).to_have_text(["dienst Pagina"])
    assert (asked, dropped) == (["di", "dienst"], ["di"])


def test_searching_goes_on_when_suggestions_fail(page, complaints):
    page.route("**/zoeken/suggesties/*", lambda route: route.fulfill(status=500, body="kapot"))
    page.goto("/")
    field = field_of(page)
    field.press_sequentially("hoekstra")
    page.wait_for_timeout(400)
    expect(suggested(page)).to_have_count(0)
    complaints.clear()  # Chromium reports the 500 itself
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=hoekstra")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_an_open_list(open_context, width, scheme):
    page = open_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto("/")
    field_of(page).press_sequentially("portret")
    expect(suggested(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert [(v["id"], [node["target"] for node in v["nodes"]]) for v in results.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_one_searches_on_a_phone_without_scripts(open_context):
    page = open_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto("/")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.locator(".site-search__button").click()
    page.get_by_role("searchbox", name="Zoekwoorden").fill("informatieveiligheid")
    page.get_by_role("search", name="Zoeken op deze site").get_by_role("button", name="Zoek").click()
    assert page.url.endswith("/zoeken/?q=informatieveiligheid")
    expect(page.locator(".listing__count")).to_contain_text("resultaten")
    page.locator(".filter-panel__button").click()
    page.locator("#filter-jaar").locator("input").first.check()
    page.get_by_role("button", name="Toon resultaten").click()
    assert re.search(r"/zoeken/\?q=informatieveiligheid&jaar=\d{4}$", page.url)


def test_a_filter_of_results_works_at_once_and_keeps_the_words(page):
    page.goto("/zoeken/?q=digitaal&sorteer=datum")
    before = page.locator(".listing__count").inner_text()
    option = page.locator("#filter-jaar input").first
    year = option.get_attribute("value")
    option.check()
    expect(page.locator(".listing__count")).not_to_have_text(before)
    assert page.url.endswith(f"/zoeken/?q=digitaal&sorteer=datum&jaar={year}")
    expect(page.locator(f'input[name="jaar"][value="{year}"]')).to_be_focused()
    page.go_back()
    expect(page.locator(".listing__count")).to_have_text(before)


def test_a_box_ticked_before_the_script_is_there_counts_too(page):
    held = []
    page.route("**/filters*.js", lambda route: held.append(route))
    with page.expect_request("**/filters*.js"):
        page.goto("/zoeken/?q=digitaal")
    before = page.locator(".listing__count").inner_text()
    page.locator("#filter-jaar input").first.check()
    page.wait_for_timeout(200)
    assert page.locator(".listing__count").inner_text() == before
    held[0].continue_()
    expect(page.locator(".listing__count")).not_to_have_text(before)
    expect(page.locator("#filter-jaar input").first).to_be_checked()


@pytest.mark.parametrize("width", [320, 390, 768, 960, 1280, 1408, 1440])
def test_name_menu_and_search_stand_in_the_header_without_touching(open_context, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    page.goto("/")
    boxes = [
        box
        for selector in (".wordmark", ".menu__button", ".menu__list ul", ".site-search__button", ".site-search__input")
        if (box := page.locator(selector).bounding_box()) and page.locator(selector).is_visible()
    ]
    assert len(boxes) == 3
    assert boxes[1]["height"] < 60, "the menu takes two lines"
    for left, right in pairwise(boxes):
        assert left["x"] + left["width"] <= right["x"] + 1
    assert boxes[-1]["x"] + boxes[-1]["width"] <= width
