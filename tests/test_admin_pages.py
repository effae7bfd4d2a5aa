"""Every list, form and chooser of ours in the admin opens, in Dutch, whatever one searches for."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, get_page_models

from editors import fill_in, sign_in
from factories import (
    EditionFactory,
    InfoPageFactory,
    ModulePageFactory,
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    PortraitIndexPageFactory,
    PortraitPageFactory,
    ProgrammePageFactory,
    ResearchIndexPageFactory,
    ResearchPageFactory,
    ThemeFactory,
    home,
)
from pages.models import SiteSettings
from people.models import Province
from search.models import SearchCount, Synonym

pytestmark = pytest.mark.django_db

SNIPPETS = {
    "person": PersonFactory,
    "municipality": MunicipalityFactory,
    "organisation": OrganisationFactory,
    "theme": ThemeFactory,
    "edition": EditionFactory,
    "synonym": lambda: Synonym.objects.create(words="aanbesteden, inkopen"),
}
PAGES: dict[str, Callable] = {
    "home": home,
    "info": InfoPageFactory,
    "programme": ProgrammePageFactory,
    "module": ModulePageFactory,
    "portraits": PortraitIndexPageFactory,
    "portrait": PortraitPageFactory,
    "all news": NewsIndexPageFactory,
    "news": NewsPageFactory,
    "all research": ResearchIndexPageFactory,
    "research": ResearchPageFactory,
}
LISTS = ["portretten", "nieuws", "onderzoek", "modules"]
HOSTILE = {
    "quote": '"',
    "quotes": '""" OR',
    "percent": "%",
    "underscore": "_",
    "NUL": "\x00",
    "NUL inside": "a\x00b",
    "blank": "  ",
    "300 words": "woord " * 300,
    "100000 letters": "x" * 100_000,
    "sql": "'; DROP",
    "backslash": "\\",
    "emoji": "😀",
    "filter": "live:false",
}

# Words that no Dutch sentence has; a page with one of them has an English sentence.
ENGLISH = {
    *("add", "all", "and", "any", "are", "be", "by", "can", "cancel", "choose", "close", "delete", "edit", "edited"),
    *(
        "for",
        "from",
        "has",
        "have",
        "hide",
        "if",
        "live",
        "more",
        "new",
        "no",
        "not",
        "or",
        "page",
        "pages",
        "password",
    ),
    *(
        "save",
        "search",
        "select",
        "show",
        "the",
        "this",
        "title",
        "to",
        "updated",
        "view",
        "will",
        "with",
        "yes",
        "your",
    ),
}
SEEN_ATTRIBUTES = ("placeholder", "title", "aria-label", "alt")


@pytest.fixture
def staff():
    return sign_in()


def english_in(html: str) -> set[str]:
    """English words that a person would see on the page."""
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup(["script", "style", "template", "svg"]):
        hidden.decompose()
    seen = [soup.get_text(" ")]
    seen += [tag[name] for name in SEEN_ATTRIBUTES for tag in soup.find_all(attrs={name: True})]
    words = set(re.findall(r"[a-z]+", " ".join(seen).lower()))
    return words & ENGLISH


def opens_in_dutch(client, url: str) -> str:
    """What stands at the address, after looking whether it opens and is Dutch."""
    response = client.get(url)
    assert response.status_code == 200, f"{url} gives {response.status_code}"
    content = response.content.decode()
    assert not english_in(content), url
    return content


def snippet_url(model, view: str, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


# --- Everything opens, in Dutch ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet(staff, name):
    row = SNIPPETS[name]()
    views = {"edit", "inspect", "history", "usage", "delete"}
    # A person is edited by everybody who may see it; a municipality is never deleted.
    for view in views - {"person": {"inspect"}, "municipality": {"delete"}}.get(name, set()):
        opens_in_dutch(staff, snippet_url(row, view, row.pk))


@pytest.mark.parametrize("name", SNIPPETS)
def test_snippets_in_a_list_and_in_a_chooser(staff, name):
    row = SNIPPETS[name]()
    assert str(row) in opens_in_dutch(staff, snippet_url(row, "list")) or name == "person"
    if name != "municipality":
        opens_in_dutch(staff, snippet_url(row, "add"))
    chooser = row.snippet_viewset.chooser_viewset
    assert staff.get(reverse(chooser.get_url_name("choose"))).status_code == 200
    assert str(row) in opens_in_dutch(staff, reverse(chooser.get_url_name("choose_results")))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_pages(staff, name):
    for make in (PortraitPageFactory, NewsPageFactory, ResearchPageFactory, ModulePageFactory):
        make(themes=[ThemeFactory()])
    content = opens_in_dutch(staff, f"/beheer/{name}/")
    assert "Pagina " in content  # the title that the factory gives
    assert "None" not in BeautifulSoup(content, "html.parser").get_text()


def test_an_empty_list(staff):
    for name in LISTS:
        opens_in_dutch(staff, f"/beheer/{name}/")


@pytest.mark.parametrize("view", ["edit", "history", "usage", "delete", "copy", "move", "unpublish"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page(staff, name, view):
    page = PAGES[name]()
    url = reverse(f"wagtailadmin_pages:{view}", args=[page.pk])
    if (name, view) == ("home", "delete"):  # refused before anything is asked
        url = staff.get(url)["Location"]
        assert url == reverse("wagtailadmin_explore", args=[page.pk])
    opens_in_dutch(staff, url)


@pytest.mark.parametrize("name", [name for name in PAGES if name != "home"])
def test_a_new_page_and_its_preview(staff, name):
    model = PAGES[name]._meta.model
    parent = {"module": ProgrammePageFactory, "portrait": PortraitIndexPageFactory}.get(name)
    parent = parent or {"news": NewsIndexPageFactory, "research": ResearchIndexPageFactory}.get(name, home)
    args = [model._meta.app_label, model._meta.model_name, parent().pk]
    opens_in_dutch(staff, reverse("wagtailadmin_pages:add", args=args))
    preview = reverse("wagtailadmin_pages:preview_on_add", args=args)
    data = fill_in(staff, reverse("wagtailadmin_pages:add", args=args), title="Nieuw", slug="nieuw", year="2024")
    assert staff.post(preview, data).json()["is_valid"]
    assert staff.get(preview).status_code == 200


def test_kinds_of_page_say_what_they_are_for(staff):
    content = opens_in_dutch(staff, reverse("wagtailadmin_pages:add_subpage", args=[home().pk]))
    assert content.count("Een vaste pagina, zoals contact") == 1
    assert "Portret van" not in content


def test_home_explorer_and_settings(staff):
    PortraitIndexPageFactory()
    for url in (
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[home().pk]),
        reverse("wagtailsettings:edit", args=["pages", "sitesettings", SiteSettings.load().pk]),
        reverse("wagtailadmin_login"),
    ):
        opens_in_dutch(staff if "login" not in url else type(staff)(), url)


def test_what_is_searched_and_promoted(staff):
    opens_in_dutch(staff, reverse("search_report"))
    opens_in_dutch(staff, reverse("wagtailsearchpromotions:index"))
    SearchCount.objects.create(day="2026-03-01", query="digitaal", times=3, found=0)
    opens_in_dutch(staff, reverse("search_report"))
    form = opens_in_dutch(staff, f"{reverse('search_promote')}?woord=digitaal")
    assert "Tekst van de externe link" in form and "External link text" not in form
    query = Query.get("digitaal")
    for page in (home(), None):
        SearchPromotion.objects.create(query=query, page=page, external_link_url="" if page else "https://example.nl")
    opens_in_dutch(staff, reverse("wagtailsearchpromotions:index"))
    for view in ("edit", "delete"):
        opens_in_dutch(staff, reverse(f"wagtailsearchpromotions:{view}", args=[query.pk]))


def test_the_browsers_tab_says_whose_admin_it_is(staff):
    content = staff.get(reverse("wagtailadmin_home")).content.decode()
    assert "<title>Dashboard - Leergang</title>" in content
    assert "css/admin.css" in content


# --- Searching and filtering -------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_whatever_one_searches_for(staff, query):
    person = PersonFactory()
    PortraitPageFactory(person=person)
    lists = [f"/beheer/{name}/" for name in LISTS] + [f"/beheer/{name}/results/" for name in LISTS]
    for row in (person, MunicipalityFactory()):
        lists += [snippet_url(row, "list"), snippet_url(row, "list_results")]
        chooser = row.snippet_viewset.chooser_viewset
        lists += [reverse(chooser.get_url_name(view)) for view in ("choose", "choose_results")]
    for url in lists:
        assert staff.get(url, {"q": query}).status_code == 200, url


def test_people_are_found_without_accents_and_by_family_name(staff):
    found = PersonFactory(given_name="Noël", infix="van 't", family_name="Hoff")
    PersonFactory(family_name="Jansen")
    content = staff.get(snippet_url(found, "list"), {"q": "hoff noel"}).content.decode()
    assert "Hoff, Noël van &#x27;t" in content
    assert "Jansen" not in content


def test_portraits_are_found_by_the_name_of_the_person(staff):
    PortraitPageFactory(title="Een portret", person=PersonFactory(family_name="Wiersma"))
    PortraitPageFactory(title="Nog een ander")
    content = staff.get("/beheer/portretten/", {"q": "wiersma"}).content.decode()
    assert "Een portret" in content
    assert "Nog een ander" not in content


def test_portraits_are_filtered():
    theme, edition = ThemeFactory(), EditionFactory()
    zeist = MunicipalityFactory(name="Zeist", province=Province.UTRECHT)
    breda = MunicipalityFactory(name="Breda", province=Province.NOORD_BRABANT)
    PortraitPageFactory(title="Uit Zeist", municipality=zeist, edition=edition, themes=[theme])
    PortraitPageFactory(title="Uit Breda", municipality=breda, live=False)
    for query in (
        {"province": "utrecht"},
        {"municipality": zeist.pk},
        {"edition": edition.pk},
        {"theme": theme.pk},
        {"status": "live"},
    ):
        content = sign_in().get("/beheer/portretten/", query).content.decode()
        assert "Uit Zeist" in content, query
        assert "Uit Breda" not in content, query


def test_news_is_filtered_by_year(staff):
    NewsPageFactory(title="Lang geleden", date="2021-03-01")
    NewsPageFactory(title="Onlangs", date="2026-03-01")
    content = staff.get("/beheer/nieuws/", {"year": "2021"}).content.decode()
    assert "Lang geleden" in content
    assert "Onlangs" not in content


@pytest.mark.parametrize("value", ["abc", "-1", "99999999999999999999", "' OR 1=1", "\x00"])
def test_filters_that_make_no_sense(staff, value):
    PortraitPageFactory()
    keys = ("edition", "municipality", "province", "theme", "status", "year", "module", "p", "ordering")
    for name in LISTS:
        for key in keys:
            assert staff.get(f"/beheer/{name}/", {key: value}).status_code == 200, (name, key)


@pytest.mark.parametrize(("value", "shown"), [("false", {"Zeist"}), ("true", {"Abcoude"}), ("", {"Zeist", "Abcoude"})])
def test_municipalities_that_exist_or_not(staff, value, shown):
    new = MunicipalityFactory(name="Zeist")
    MunicipalityFactory(name="Abcoude", ended="2011-01-01", successor=new)
    content = staff.get(snippet_url(new, "list_results"), {"ended": value}).content.decode()
    cells = BeautifulSoup(content, "html.parser").select("td.title")
    assert {cell.find("a").get_text(strip=True) for cell in cells} == shown


def test_no_kind_of_page_is_forgotten_here():
    tested = {type(make()) for make in PAGES.values()}
    assert tested == set(get_page_models()) - {Page}
