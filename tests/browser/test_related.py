"""An editor chooses what stands below an article, by mouse and by keyboard, and a visitor sees exactly that."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.test_accessibility import RULES
from running import RunningSite

PASSWORD = "een-lang-wachtwoord-voor-de-proef"
NAME = "verwanten"
MAKE_ACCOUNT = f"""
from django.contrib.auth.models import Group, User
user = User.objects.create_user({NAME!r}, password={PASSWORD!r})
user.groups.add(Group.objects.get(name="Eindredactie"))
"""


expect.set_options(timeout=30_000)  # an answer takes a moment on a busy machine


@pytest.fixture(scope="module", autouse=True)
def account(demo: RunningSite) -> None:
    demo.manage("shell", "-v", "0", "-c", MAKE_ACCOUNT)


@pytest.fixture
def editor(open_context) -> Page:
    """The form for a new news item."""
    return new_item(open_context(viewport={"width": 1440, "height": 1100}).new_page())


def new_item(page: Page) -> Page:
    page.goto("/beheer/")
    page.locator("#id_username").fill(NAME)
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Nieuw bericht").click()
    return page


def write(page: Page, title: str) -> None:
    page.locator("#id_title").fill(title)
    page.locator("#id_lead").fill(
        "Een oefening met een hack op het stadhuis: alle schermen zwart, en de gemeentesecretaris leidt de crisis."
    )
    page.get_by_role("tab", name="Ook interessant").click()
    expect(shown(page).first).to_be_visible()


def shown(page: Page):
    return page.locator('[data-list="shown"] > li')


def pinned(page: Page):
    return page.locator('[data-list="shown"] > li[data-pinned]')


def titles(items) -> list[str]:
    return [item.get_attribute("data-title") or "" for item in items.all()]


def pin_by_searching(page: Page, query: str, title: str) -> None:
    page.get_by_label("Zoek een andere pagina om vast te zetten").fill(query)
    page.get_by_role("button", name=f"Zet {title} vast").click()
    expect(pinned(page).filter(has_text=title)).to_have_count(1)


def test_what_is_pinned_and_refused_is_what_a_visitor_sees(editor, demo, page):
    write(editor, "Oefenen met een hack")
    expect(shown(editor)).to_have_count(4)
    suggested = titles(shown(editor))
    refused = suggested[0]
    editor.get_by_role("button", name=f"Stel {refused} niet voor").click()
    expect(shown(editor).filter(has_text=refused)).to_have_count(0)
    expect(editor.get_by_role("status").filter(has_text="wordt niet meer voorgesteld")).to_have_count(1)
    pin_by_searching(editor, "nynke", "Nynke Feenstra")
    pin_by_searching(editor, "taal loket", "De taal van het loket")
    expect(shown(editor)).to_have_count(4)
    assert titles(pinned(editor)) == ["Nynke Feenstra", "De taal van het loket"]

    # By keyboard: the second goes up, the focus stays with it, and its place is read aloud.
    editor.get_by_role("button", name="Zet De taal van het loket hoger").focus()
    editor.keyboard.press("Enter")
    expect(pinned(editor).first).to_have_attribute("data-title", "De taal van het loket")
    expect(
        editor.get_by_role("status").filter(has_text="De taal van het loket staat nu op plek 1 van 2.")
    ).to_have_count(1)
    expect(editor.get_by_role("button", name="Zet De taal van het loket lager")).to_be_focused()

    # What saves itself is saved, and the suggestions are those for the form as it stands.
    editor.wait_for_timeout(1_500)  # after half a second it begins to save itself
    expect(editor.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    expect(editor.locator("[data-related-suggestions]")).to_have_attribute("aria-busy", "false")
    wanted = titles(shown(editor))
    editor.get_by_role("button", name="Meer acties").click()
    editor.get_by_role("button", name="Publiceren", exact=True).click()
    expect(editor.locator(".messages")).to_contain_text("Oefenen met een hack")
    page.goto("/nieuws/oefenen-met-een-hack/")
    block = page.locator(".related")
    for _ in range(30):  # pins are there at once, what the site adds to them within the minute
        if block.get_by_role("heading", level=3).all_inner_texts() == wanted:
            break
        page.wait_for_timeout(2_000)
        page.reload()
    expect(block.get_by_role("heading", level=2)).to_have_text("Misschien vindt u dit ook interessant")
    assert block.get_by_role("heading", level=3).all_inner_texts() == wanted
    assert refused not in wanted


def test_a_refusal_is_remembered_and_taken_back(editor):
    write(editor, "Wel of niet voorstellen")
    refused = titles(shown(editor))[0]
    editor.get_by_role("button", name=f"Stel {refused} niet voor").click()
    editor.get_by_text("Niet voorstellen (1)").click()
    editor.get_by_role("button", name=f"Stel {refused} toch voor").click()
    expect(shown(editor).filter(has_text=refused)).to_have_count(1)


def test_pins_are_dragged_into_order(editor):
    write(editor, "Slepen")
    for query, title in (
        ("nynke", "Nynke Feenstra"),
        ("erik", "Erik Zijlstra"),
        ("taal loket", "De taal van het loket"),
    ):
        pin_by_searching(editor, query, title)
    pinned(editor).nth(2).drag_to(pinned(editor).nth(0), target_position={"x": 200, "y": 4})
    expect(pinned(editor).first).to_have_attribute("data-title", "De taal van het loket")
    orders = editor.locator('[name^="related_pins-"][name$="-ORDER"]')
    assert sorted(each.input_value() for each in orders.all()) == ["1", "2", "3"]


ANOTHER_LEAD = 'document.getElementById("id_lead").value = "Water in de kelder van het archief en de brandweer."'


def test_no_answer_takes_away_what_is_being_dragged(editor):
    write(editor, "Slepen terwijl er een antwoord komt")
    pin_by_searching(editor, "nynke", "Nynke Feenstra")
    pinned(editor).first.dispatch_event("dragstart")
    with editor.expect_response("**/suggesties/**"):
        editor.evaluate(ANOTHER_LEAD)
    editor.wait_for_timeout(500)  # what came would be shown by now
    expect(editor.locator(".suggested--dragged")).to_have_count(1)
    pinned(editor).first.dispatch_event("dragend")
    expect(editor.locator(".suggested--dragged")).to_have_count(0)


def test_an_answer_that_says_the_same_leaves_everything_in_its_place(editor):
    write(editor, "Twee keer hetzelfde")
    shown(editor).first.evaluate("item => { item.dataset.mark = 'stays' }")
    with editor.expect_response("**/suggesties/**"):
        editor.evaluate('document.getElementById("id_search_description").value = "Voor zoekmachines."')
    editor.wait_for_timeout(500)  # what came would be shown by now
    expect(editor.locator("[data-mark=stays]")).to_have_count(1)


def test_without_an_answer_the_choosers_are_there(open_context, demo, complaints):
    page = open_context(viewport={"width": 1440, "height": 1100}).new_page()
    page.route("**/suggesties/**", lambda route: route.abort())
    new_item(page)
    page.get_by_role("tab", name="Ook interessant").click()
    trouble = "Er zijn nu geen suggesties op te halen."
    expect(page.locator("[data-related-message]").filter(has_text=trouble)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=trouble)).to_have_count(1)  # read aloud too
    expect(page.locator("#id_related_pins-ADD")).to_be_visible()
    page.locator("#id_related_pins-ADD").click()
    expect(page.locator("#inline_child_related_pins-0").get_by_role("button", name="Kies een pagina")).to_be_visible()
    complaints.clear()  # Chromium reports the requests that were stopped


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_tab(open_context, scheme):
    page = open_context(viewport={"width": 1440, "height": 1100}, color_scheme=scheme).new_page()
    new_item(page)
    write(page, f"Voor iedereen te bedienen, {scheme}")
    pin_by_searching(page, "nynke", "Nynke Feenstra")
    page.locator(".suggested-more summary").first.click()
    expect(page.locator("[data-related-suggestions]")).to_have_attribute("aria-busy", "false")
    options = {"runOnly": {"type": "tag", "values": RULES}}
    results = Axe().run(page, context="[data-related-live]", options=options)
    found = [(each["id"], [node["target"] for node in each["nodes"]]) for each in results.response["violations"]]
    assert found == []
    assert results.response["passes"], "axe looked at nothing"
