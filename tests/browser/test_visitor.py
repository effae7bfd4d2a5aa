"""A visit: nothing is left behind, nothing comes from elsewhere, and all works without JavaScript too."""

import re

import pytest
from playwright.sync_api import expect

from browser.addresses import PAGE_TYPES

POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def test_no_page_of_the_demo_leaves_a_cookie_or_a_message(demo, page):
    """The `complaints` of the browser (messages, other hosts, refused by policy) fail the test by themselves."""
    for path in demo.paths():
        assert page.goto(path).status == 200, path
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_policy_forbids_all_that_is_not_ours(demo, name):
    _, headers, _ = demo.get(PAGE_TYPES[name])
    sent = {tuple(part.split()) for part in headers["Content-Security-Policy"].split(";")}
    assert sent == {tuple(part.split()) for part in POLICY.split(";")}
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers


def test_a_page_without_scripts_says_all(open_context, demo):
    page = open_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto("/portretten/")
    groups = page.locator("form.filters details summary")
    if not page.get_by_label("Zeeland", exact=False).first.is_visible():
        for summary in page.locator("summary").filter(has_text=re.compile("Filter|Kies", re.I)).all():
            if summary.is_visible():
                summary.click()
    groups.filter(has_text="Provincie").click()
    page.locator('input[name="provincie"][value="zeeland"]').check()
    page.get_by_role("button", name=re.compile("Toon")).click()
    assert "provincie=zeeland" in page.url
    expect(page.get_by_role("heading", name=re.compile(r"^2 portretten"))).to_be_visible()
    page.get_by_role("link", name="Yvonne Adriaanse").first.click()
    expect(page.locator("h1")).to_contain_text("Yvonne Adriaanse")


def test_the_menu_opens_on_a_phone_without_scripts(open_context):
    page = open_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto("/")
    link = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Portretten")
    expect(link).to_be_hidden()
    page.locator("summary", has_text="Menu").click()
    expect(link).to_be_visible()
    link.click()
    assert page.url.endswith("/portretten/")


def test_choosing_a_filter_shows_its_results_at_once_and_back_undoes_it(page):
    page.goto("/portretten/")
    before = page.locator("h2").filter(has_text=re.compile(r"\d+ portretten")).inner_text()
    page.locator("form.filters summary", has_text="Provincie").click()
    option = page.locator('input[name="provincie"][value="zeeland"]')
    option.check()
    expect(page.get_by_text(re.compile(r"^2 portretten")).first).to_be_visible()
    assert "provincie=zeeland" in page.url
    expect(page.locator('input[name="provincie"][value="zeeland"]')).to_be_focused()
    page.go_back()
    expect(page.get_by_text(before).first).to_be_visible()
    expect(page.locator('input[name="provincie"][value="zeeland"]')).not_to_be_checked()


def test_the_link_is_copied(open_context, demo):
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(PAGE_TYPES["portrait"])
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("status").filter(has_text=re.compile("gekopieerd", re.I))).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{demo.url}{PAGE_TYPES['portrait']}"


def test_the_citation_is_copied(open_context):
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(PAGE_TYPES["research"])
    page.get_by_role("button", name=re.compile("Kopieer de verwijzing")).click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Vermeulen, E. (2024). De eerste 24 uur")


def test_a_portrait_prints_on_one_page(page):
    page.goto(PAGE_TYPES["portrait"])
    page.emulate_media(media="print")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_a_lost_visitor_is_helped_further(demo, page, complaints):
    assert page.goto("/bestaat-niet/").status == 404
    complaints.clear()  # Chromium reports the 404 itself
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")
    page.get_by_role("main").get_by_role("link", name="Portretten").first.click()
    assert page.url == f"{demo.url}/portretten/"


def test_files_are_compressed_and_kept(demo):
    status, headers, _ = demo.get("/", {"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    page = demo.get("/")[2].decode()
    stylesheet = re.search(r'href="(/static/css/site\.[0-9a-f]+\.css)"', page)[1]
    status, headers, _ = demo.get(stylesheet, {"Accept-Encoding": "br"})
    assert (headers["Content-Encoding"], "immutable" in headers["Cache-Control"]) == ("br", True)
    css = demo.get(stylesheet)[2].decode()
    assert "@import" not in css
