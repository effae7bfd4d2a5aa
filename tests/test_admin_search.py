"""Whatever an editor types into a search box of the admin, there is an answer, and it knows Dutch."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import get_resolver, reverse
from wagtail.documents import get_document_model

from editing.searching import question, words_of
from tests import factories

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"',
    "'",
    '"een zin"',
    "\x00",
    "a\x00b",
    " ",
    "-",
    "& | ! <-> :* ( ) \\",
    "live:false id:1",
    "a:" * 5_000,
    "woord " * 300,
    '"zin" ' * 200,
    "a" * 10_000,
    "🙂",
    "\u202e\u200b",
    "%FF%FE",
    "' OR 1=1--",
    "<script>",
    "e-mail van de AVG'er in 's-Hertogenbosch over c++ en B&W " * 10,
]
PLACES = ["wagtailadmin_explore_root", "wagtailadmin_choose_page_search", "wagtailimages:index", "wagtaildocs:index"]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_every_query_is_answered(admin_client, place, query):
    response = admin_client.get(reverse(place), {"q": query, "p": 1})
    assert response.status_code == 200


def found(client, place: str, query: str) -> str:
    """What stands on the page of results."""
    return client.get(reverse(place), {"q": query}).content.decode()


# What is typed, and the title that must be found by it.
SAME_WORD = [
    ("Súdwest", "De Sudwest in beeld"),
    ('"súdwest"', "De Súdwest in beeld"),
    ("súdw", "De Súdwest in beeld"),
    ("(sudwest)", "De Súdwest in beeld"),
    ("portretten", "Een portret van de griffier"),
    ("portret", "Alle portretten"),
    ("secretaris", "De gemeentesecretaris"),
    ("gemeentesecretaris de", "Gemeentesecretarissen"),
    ("onderzoeken", "Het onderzoek"),
    ("email", "Een e-mail aan de raad"),
    ("e-mail", "Een email aan de raad"),
    ("B&W", "Het besluit van B&W"),
    ("c++", "Leren programmeren in C++"),
    ("het", "Over het water"),
]


@pytest.mark.parametrize(("query", "title"), SAME_WORD)
def test_pages_are_found_in_the_explorer_and_the_chooser(admin_client, query, title):
    factories.InfoPageFactory(title=title)
    factories.InfoPageFactory(title="Iets anders")
    call_command("update_index", verbosity=0)
    for place in ("wagtailadmin_explore_root", "wagtailadmin_choose_page_search"):
        content = found(admin_client, place, query).replace("&amp;", "&")
        assert title in content and "Iets anders" not in content, place


def test_pictures_are_found(admin_client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    factories.make_image(title="Bruggen over het kanaal")
    factories.make_image(title="Iets anders")
    call_command("update_index", verbosity=0)
    content = found(admin_client, "wagtailimages:index", "brug")
    assert "Bruggen over het kanaal" in content and "Iets anders" not in content
    chooser = found(admin_client, "wagtailimages_chooser:choose_results", "kanaal brug")
    assert "Bruggen over het kanaal" in chooser and "Iets anders" not in chooser


def test_documents_are_found(admin_client):
    for title in ("Verslagen van de raad", "Iets anders"):
        get_document_model().objects.create(title=title, file=ContentFile(b"%PDF-1.4", name=f"{len(title)}.pdf"))
    call_command("update_index", verbosity=0)
    for place in ("wagtaildocs:index", "wagtaildocs_chooser:choose_results"):
        content = found(admin_client, place, "verslag")
        assert "Verslagen van de raad" in content and "Iets anders" not in content, place


def test_people_and_users_are_found(admin_client):
    factories.PersonFactory(given_name="Sjoukje", infix="", family_name="Hoekstra-Łódź")
    factories.PersonFactory(family_name="Iemand")
    User.objects.create_user("sjoukje", first_name="Sjoukje", last_name="Hoekstra", email="s.h@example.nl")
    call_command("update_index", verbosity=0)
    for query in ("hoekstra", "sjouk", "Sjoukje Hoekstra", '"hoekstra'):
        content = found(admin_client, "wagtailsnippets_people_person:list", query)
        assert "Hoekstra-Łódź" in content and "Iemand" not in content, query
    for query in ("hoekstra", "sjouk", "s.h@example.nl"):
        assert "sjoukje" in found(admin_client, "wagtailusers_users:index", query), query


@pytest.mark.parametrize("place", ["wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index"])
def test_no_list_counts_in_words_of_the_program(admin_client, place):
    factories.InfoPageFactory(title="Een portret van de griffier")
    call_command("update_index", verbosity=0)
    text = BeautifulSoup(found(admin_client, place, "griffier"), "html.parser").get_text(" ")
    assert "None" not in text


@pytest.mark.parametrize("listing", ["nieuws", "portretten"])
def test_lists_of_one_kind_of_page_find_drafts_and_every_form(admin_client, listing):
    make = factories.NewsPageFactory if listing == "nieuws" else factories.PortraitPageFactory
    make(title="De wethouders spreken", live=False)
    make(title="Iets anders")
    call_command("update_index", verbosity=0)
    for query in ("wethouder", "wethoud", "sprek", '"wethouders"'):
        content = admin_client.get(f"/beheer/{listing}/", {"q": query}).content.decode()
        assert "De wethouders spreken" in content and "Iets anders" not in content, query


def test_the_plain_words_of_a_text():
    assert words_of("De portretten") == "de portretten portret"
    assert words_of("C++, B&W & e-mail") == "cplusplus b w benw e mail email"
    assert words_of("🙂 \x00 \u200b") == ""


@pytest.mark.parametrize("query", ["", "🙂", "\x00", '"', "- & |"])
def test_a_question_without_words_is_empty(query):
    assert question(query) == ""


def searchable_places() -> list[str]:
    """The names of all addresses of the admin that list or choose something, without a row in the address."""
    found: list[str] = []
    waiting = [((), get_resolver())]
    while waiting:
        space, resolver = waiting.pop()
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                waiting.append(((*space, pattern.namespace) if pattern.namespace else space, pattern))
            elif pattern.name and LISTING.search(pattern.name) and "<" not in str(pattern.pattern):
                found.append(":".join((*space, pattern.name)))
    return sorted(found)


LISTING = re.compile(r"(list|index|search|choose|chooser|results|listing)$")
HARDEST = ['"een zin', "a\x00b", "woord " * 152, '"zin" ' * 200]


@pytest.mark.parametrize("query", HARDEST, ids=range(len(HARDEST)))
def test_no_list_or_chooser_of_the_admin_fails(admin_client, query):
    """Of snippets, people, redirects, promoted results, users and whatever else there is."""
    places = searchable_places()
    assert {
        "wagtailsnippets_people_person:list",
        "wagtailimages_chooser:choose_results",
        "wagtailadmin_pages:search",
    } <= set(places)
    answers = {place: admin_client.get(reverse(place), {"q": query, "search": query}).status_code for place in places}
    assert {place: status for place, status in answers.items() if status >= 500} == {}
