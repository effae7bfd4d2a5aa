"""A new editor's first day, in the browser: write a portrait, send it in, read it, publish it."""

import pytest
from playwright.sync_api import Page, expect

from running import RunningSite

PASSWORD = "een-lang-wachtwoord-voor-de-proef"
MAKE_ACCOUNT = """
from django.contrib.auth.models import Group, User
user = User.objects.create_user({name!r}, password={password!r})
user.groups.add(Group.objects.get(name={group!r}))
"""


@pytest.fixture(scope="module", autouse=True)
def accounts(demo: RunningSite) -> None:
    for name, group in (("schrijver", "Redactie"), ("eindredacteur", "Eindredactie")):
        demo.manage("shell", "-v", "0", "-c", MAKE_ACCOUNT.format(name=name, password=PASSWORD, group=group))


@pytest.fixture
def log_in(open_context):
    """Opens the admin for one of the accounts, in a browser of its own."""

    def log_in(name: str) -> Page:
        page = open_context(viewport={"width": 1440, "height": 1000}).new_page()
        page.goto("/beheer/")
        page.locator("#id_username").fill(name)
        page.locator("#id_password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Wat wil je maken?")).to_be_visible()
        return page

    return log_in


def choose(page: Page, button: str, query: str, name: str) -> None:
    """Finds something in a chooser by what an editor would type."""
    page.get_by_role("button", name=button).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Zoek op naam").fill(query)
    dialog.get_by_role("link", name=name).click()
    expect(dialog).to_be_hidden()


def write_portrait(page: Page, title: str) -> None:
    page.get_by_role("link", name="Nieuw portret").click()
    page.locator("#id_title").fill(title)
    choose(page, "Kies persoon", "vermeulen", "Eline Vermeulen")
    page.get_by_role("textbox", name="Functie toen").fill("Gemeentesecretaris")
    choose(page, "Kies gemeente", "den bosch", "'s-Hertogenbosch")
    page.get_by_role("tab", name="Interview").click()
    page.locator("#id_headline").fill("Ik begon met één vraag")
    page.locator("#id_lead").fill("Een gesprek over een eerste dag.")
    page.get_by_role("button", name="Blok invoegen").first.click()
    page.get_by_role("option", name="Vraag en antwoord").click()
    page.locator('[name="body-0-value-question"]').fill("Wat leert u hier?")
    page.locator('[data-streamfield-child] [role="textbox"][contenteditable="true"]').last.click()
    page.keyboard.type("Dat een proef ook een verhaal is.")


def act(page: Page, action: str) -> None:
    """Chooses an action from the menu at the foot of the editor."""
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name=action, exact=True).click()


def test_what_is_typed_saves_itself(log_in, demo, complaints):
    page = log_in("schrijver")
    write_portrait(page, "Vanzelf bewaard")
    expect(page.get_by_text("Opgeslagen", exact=True)).to_be_visible(timeout=15_000)
    address = page.url
    assert address.endswith("/edit/")
    again = log_in("schrijver")
    again.goto(address)
    expect(again.locator("#id_title")).to_have_value("Vanzelf bewaard")
    assert demo.get("/portretten/vanzelf-bewaard/")[0] == 404


def test_who_logs_in_again_elsewhere_goes_on_where_the_text_waits(log_in, demo, complaints):
    page = log_in("eindredacteur")
    news = demo.manage(
        "shell", "-v", "0", "-c", "from programme.models import NewsPage; print(NewsPage.objects.live().first().pk)"
    )
    page.goto(f"/beheer/pages/{news.strip()}/edit/")
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies(name="sessionid")
    page.locator("#id_lead").fill("Dit stond er voordat de koffie op was.")
    page.get_by_role("tab", name="Ook interessant").click()
    expect(page.locator("[data-related-message]")).to_contain_text("niet meer ingelogd", timeout=15_000)
    elsewhere = page.context.new_page()
    elsewhere.goto("/beheer/")
    elsewhere.locator("#id_username").fill("eindredacteur")
    elsewhere.locator("#id_password").fill(PASSWORD)
    elsewhere.keyboard.press("Enter")
    expect(elsewhere.get_by_role("heading", name="Wat wil je maken?")).to_be_visible()
    page.bring_to_front()
    act(page, "Publiceren")
    expect(page.locator(".messages")).to_contain_text("gepubliceerd", timeout=15_000)
    elsewhere.goto(f"/beheer/pages/{news.strip()}/edit/")
    expect(elsewhere.locator("#id_lead")).to_have_value("Dit stond er voordat de koffie op was.")
    complaints.clear()  # while nobody was logged in the editor's own requests were refused


def test_who_begins_with_the_text_loses_nothing_and_reads_of_no_mistakes(log_in):
    page = log_in("schrijver")
    page.get_by_role("link", name="Nieuw bericht").click()
    page.locator("#id_lead").fill("Eerst de inleiding, dan pas de titel.")
    page.keyboard.press("Tab")
    page.wait_for_timeout(2_000)  # four times what Wagtail waits before it saves
    expect(page.get_by_text("Automatisch opslaan is gepauzeerd")).to_have_count(0)
    page.locator("#id_title").fill("De titel komt later")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Opgeslagen", exact=True)).to_be_visible(timeout=15_000)
    page.reload()
    expect(page.locator("#id_lead")).to_have_value("Eerst de inleiding, dan pas de titel.")
    expect(page.locator("#id_title")).to_have_value("De titel komt later")


def test_a_portrait_from_writer_to_reader(log_in, demo, page):
    writer = log_in("schrijver")
    write_portrait(writer, "Nieuw Gezicht")
    expect(writer.get_by_text("Opgeslagen", exact=True)).to_be_visible(timeout=15_000)
    writer.get_by_role("button", name="Meer acties").click()
    expect(writer.get_by_role("button", name="Publiceren")).to_have_count(0)
    writer.get_by_role("button", name="Indienen bij").click()
    expect(writer.get_by_text("Nieuw Gezicht").first).to_be_visible()
    assert demo.get("/portretten/nieuw-gezicht/")[0] == 404

    chief = log_in("eindredacteur")
    chief.get_by_role("link", name="Nieuw Gezicht").first.click()
    act(chief, "Goedkeuren en publiceren")
    expect(chief.locator(".messages")).to_contain_text("Nieuw Gezicht")

    page.goto("/portretten/nieuw-gezicht/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nieuw Gezicht")
    expect(page.get_by_role("heading", name="Wat leert u hier?")).to_be_visible()
    expect(page.get_by_text("Dat een proef ook een verhaal is.")).to_be_visible()
    page.goto("/portretten/?gemeente=s-hertogenbosch")
    expect(page.get_by_role("link", name="Nieuw Gezicht")).to_be_visible()
