"""An editor makes quote cards of a portrait: on a desktop and on a phone, in light and in dark."""

import io
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from browser.test_accessibility import RULES
from running import RunningSite

PASSWORD = "een-lang-wachtwoord-voor-de-proef"
NAME = "citaten"
MAKE_ACCOUNT = f"""
from django.contrib.auth.models import Group, User
user = User.objects.create_user({NAME!r}, password={PASSWORD!r})
user.groups.add(Group.objects.get(name="Redactie"))
"""
PORTRAIT = "Bas Hoekstra"


@pytest.fixture(scope="module", autouse=True)
def account(demo: RunningSite) -> None:
    demo.manage("shell", "-v", "0", "-c", MAKE_ACCOUNT)


def quote_page(page: Page) -> Page:
    """Signed in and from the list of portraits to the cards of one, as an editor goes."""
    page.goto("/beheer/portretten/")
    page.locator("#id_username").fill(NAME)
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=PORTRAIT, exact=False).first.click()
    address = re.search(r"/beheer/pages/(\d+)/edit/", page.url)
    assert address
    page.goto(f"/beheer/portretten/{address[1]}/citaatkaarten/")
    expect(page.get_by_role("heading", name="LinkedIn")).to_be_visible()
    return page


def complaints_of_axe(page: Page) -> list:
    options = {"runOnly": {"type": "tag", "values": RULES}}
    results = Axe().run(page, context=".quote-cards", options=options)
    assert results.response["passes"], "axe looked at nothing"
    return [
        (violation["id"], [node["target"] for node in violation["nodes"]])
        for violation in results.response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_and_nothing_is_cut_off(open_context, width, scheme):
    page = quote_page(open_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page())
    page.locator(".quote-cards summary").first.click()
    assert complaints_of_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for image in page.locator(".quote-cards__card img").all():
        image.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())


def test_chosen_words_come_on_the_cards_and_into_the_file(open_context):
    page = quote_page(open_context(viewport={"width": 1440, "height": 1000}).new_page())
    page.locator(".quote-cards summary").first.click()
    choice = page.locator(".quote-cards__choices details input[name=citaat]").nth(2)
    words = choice.get_attribute("value") or ""
    choice.check()
    page.get_by_role("radio", name="Blauw").check()
    page.get_by_role("button", name="Toon de kaarten").click()
    assert words[:30] in page.get_by_label("Tekst voor wie de kaart niet ziet").input_value()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download de kaart voor Verhaal (story)").click()
    assert download.value.suggested_filename == "citaat-bas-hoekstra-verhaal.png"
    card = Image.open(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert (card.format, card.size) == ("PNG", (1080, 1920))


def test_own_words_are_chosen_by_typing_and_refused_if_nobody_said_them(open_context):
    page = quote_page(open_context(viewport={"width": 1440, "height": 1000}).new_page())
    page.get_by_label("Andere woorden van de pagina", exact=True).type("Dit heeft niemand ooit gezegd.")
    expect(page.get_by_role("radio", name="Andere woorden van de pagina:")).to_be_checked()
    page.get_by_role("button", name="Toon de kaarten").click()
    expect(page.get_by_text("Deze woorden staan niet zo op de gepubliceerde pagina.")).to_be_visible()
    expect(page.locator(".quote-cards__card")).to_have_count(0)


def test_the_text_for_who_does_not_see_it_can_be_copied(open_context, demo):
    context = open_context(viewport={"width": 1440, "height": 1000})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo.url)
    page = quote_page(context.new_page())
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator(".quote-cards [role=status]")).to_have_text("Gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Citaatkaart van")
