"""An editor without a mouse: logs in, makes a portrait with a person and a photo, and publishes it."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from running import RunningSite

PASSWORD = "een-lang-wachtwoord-voor-de-proef"
NAME = "zonder-muis"
MAKE_ACCOUNT = f"""
from django.contrib.auth.models import Group, User
user = User.objects.create_user({NAME!r}, password={PASSWORD!r})
user.groups.add(Group.objects.get(name="Eindredactie"))
"""
# Something must show where one is: a line around the element, its own or that of what it stands in.
IS_SHOWN = """element => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
        const style = getComputedStyle(each);
        if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return true;
        if (style.boxShadow !== 'none') return true;
    }
    return false;
}"""


expect.set_options(timeout=30_000)  # an answer takes a moment on a busy machine


@pytest.fixture(scope="module", autouse=True)
def account(demo: RunningSite) -> None:
    demo.manage("shell", "-v", "0", "-c", MAKE_ACCOUNT)


def tab_to(page: Page, target: Locator, key: str = "Tab", most: int = 300) -> None:
    """Presses the key until the target has the focus, where one can see it.

    What closes or saves itself meanwhile may take the focus away once: then the same stop has to come round again.
    """
    expect(target).to_be_visible()
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement") and is_shown(page, target):
            return
        page.keyboard.press(key)
    raise AssertionError(f"not reached by {key}, or nothing shows it: {target}; the focus is on {focused(page)}")


def is_shown(page: Page, target: Locator) -> bool:
    """Whether one sees within a second that it has the focus: the line may fade in."""
    try:
        page.wait_for_function(IS_SHOWN, arg=target.element_handle(), timeout=1_000)
    except TimeoutError:
        return False
    return True


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def enter(page: Page, target: Locator) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


def write(page: Page, target: Locator, text: str) -> None:
    tab_to(page, target)
    page.keyboard.type(text)


def choose(page: Page, button: str, query: str, name: str) -> None:
    """Opens a chooser, finds something by what one would type, and is back in the form."""
    opener = page.get_by_role("button", name=button)
    enter(page, opener)
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[name=q]").first).to_be_visible()
    page.wait_for_timeout(700)  # it slides in, and takes the focus when it is there
    with page.expect_response(lambda response: f"q={quote(query)}" in response.url):
        write(page, dialog.locator("[name=q]").first, query)
    page.wait_for_timeout(500)  # the list is drawn anew, and with it goes the focus of who is too quick
    enter(page, dialog.get_by_role("link", name=name).first)
    expect(dialog).to_be_hidden()


def publish_a_portrait(page: Page, password: str, name: str, title: str) -> None:
    page.goto("/beheer/")
    write(page, page.locator("#id_username"), name)
    write(page, page.locator("#id_password"), password)
    page.keyboard.press("Enter")
    enter(page, page.get_by_role("link", name="Nieuw portret"))
    write(page, page.locator("#id_title"), title)
    choose(page, "Kies persoon", "vermeulen", "Eline Vermeulen")
    write(page, page.get_by_role("textbox", name="Functie toen"), "Gemeentesecretaris")
    choose(page, "Kies gemeente", "den bosch", "'s-Hertogenbosch")

    tab_to(page, page.get_by_role("tab", name="Wie en waar"), "Shift+Tab")
    page.keyboard.press("ArrowRight")
    write(page, page.locator("#id_headline"), "Zonder muis gaat het ook")
    write(page, page.locator("#id_lead"), "Een gesprek over een toetsenbord.")
    choose(page, "Kies een afbeelding", "ingrid", "Ingrid")
    write(page, page.locator("#id_image_alt"), "Een vrouw met een rode bril voor een brug")
    enter(page, page.get_by_role("button", name="Blok invoegen").first)
    write(page, page.get_by_role("combobox").filter(visible=True), "vraag")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    write(page, page.locator('[name="body-0-value-question"]'), "Wat leert u hier?")
    write(page, page.locator('[data-streamfield-child] [role="textbox"][contenteditable="true"]'), "Dat het kan.")

    page.wait_for_timeout(1_500)  # after half a second it begins to save itself
    expect(page.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    enter(page, page.get_by_role("button", name="Meer acties"))
    enter(page, page.get_by_role("button", name="Publiceren", exact=True))
    expect(page.locator(".messages")).to_contain_text(title)


def test_a_portrait_is_published_without_a_mouse(open_context, page):
    editor = open_context(viewport={"width": 1440, "height": 1000}).new_page()
    publish_a_portrait(editor, PASSWORD, NAME, "Getypt Portret")
    page.goto("/portretten/getypt-portret/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Getypt Portret")
    expect(page.get_by_role("heading", name="Wat leert u hier?")).to_be_visible()
    expect(page.get_by_role("img", name="Een vrouw met een rode bril voor een brug")).to_be_visible()
