"""Bad inputs 1–16 over HTTP: whatever is typed or put in an address, the search page answers, and shows it as text."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from searching import URL, ask, count_of, count_queries, pages_about_water, titles
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    pages_about_water()


HOSTILE = {
    "NUL": "\x00",
    "NUL inside": "wa\x00ter",
    "300 words": "water " * 300,
    "15000 words": "water " * 15_000,
    "200 phrases": '"het water" ' * 200,
    "100000 letters": "a" * 100_000,
    "100000 quotes": '"' * 100_000,
    "100000 apostrophes": "'" * 100_000,
    "50000 filters": "a:" * 50_000,
    "operators": "& | ! <-> :* ( ) \\",
    "minus": "-water",
    "minuses": "- -- -a -b",
    "field filter": "live:false id:1",
    "stop words": "de het een en van",
    "spaces": "   ",
    "emoji": "🙂🙃",
    "zero width": "\u200b\u200d\ufeff",
    "right to left": "\u202ewater",
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "template": "{{ 7|add:7 }}{% now 'Y' %}",
    "sql": "' OR 1=1--",
    "percent": "%s %(a)s %",
    "replacement": "\ufffd\uffff",
    "combining": "w" + "\u0301" * 500,
    "turkish": "İSTANBUL ıı",
    "ligatures": "ﬁﬀ Straße",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_every_query_gets_an_answer(client, site, query):
    response = client.get(URL, {"q": query})
    assert response.status_code == 200
    html = response.content.decode()
    assert "<script>alert" not in html and "<img src=x" not in html
    assert len(html) < 100_000
    assert client.get("/zoeken/suggesties/", {"q": query}).status_code == 200


@pytest.mark.parametrize("address", ["%00", "%FF%FE", "%ED%A0%80", "a%00b", "%", "%zz", "a&q=water", "a;b", "%u0041"])
def test_every_address_gets_an_answer(client, site, address):
    assert client.get(f"{URL}?q={address}").status_code in (200, 400)
    assert client.get(f"/zoeken/suggesties/?q={address}").status_code in (200, 400)


MARKUP = ["water <script>alert(1)</script>", 'water "><img src=x onerror=alert(1)>', "water '><svg onload=alert(1)>"]
INJECTED = "[onerror], [onload], main svg, main script, img[src='x']"


@pytest.mark.parametrize("query", MARKUP)
@pytest.mark.parametrize("params", [{}, {"thema": "klimaat"}, {"sorteer": "datum"}, {"pagina": "2"}])
def test_what_is_typed_is_escaped_everywhere(client, query, params):
    """In title, headings, field, filters, their removal, order and pages; also where titles hold the same."""
    theme = factories.ThemeFactory(name="Klimaat", slug="klimaat")
    for number in range(12):
        factories.NewsPageFactory(title=f"{number} {query}", themes=[theme])
    call_command("search_index", verbosity=0)
    page = ask(client, **{"q": query, **params})
    assert page.select(".result") and not page.select(INJECTED)
    assert query in page.title.get_text() and page.h1.get_text() == "Zoeken"
    assert query in page.select_one(".listing__count").get_text()
    assert {field["value"] for field in page.select('main [name="q"]')} == {query}
    links = page.select(".pagination a, .search-results__order a, .chips a[href^='/zoeken/']")
    assert len(links) >= 3
    assert {QueryDict(link["href"].partition("?")[2])["q"] for link in links} == {query}


@pytest.mark.parametrize("query", ["<script>xqzv</script>", '"><img src=x onerror=xqzv>', "'><svg onload=xqzv>"])
def test_what_was_not_found_is_escaped_too(client, site, query):
    page = ask(client, q=query)
    assert not page.select(INJECTED)
    assert f"Niets gevonden voor ‘{query}’" in page.get_text()


def test_operators_and_field_names_are_words_like_others(client, site):
    factories.InfoPageFactory(title="Water in een concept", live=False)
    assert titles(ask(client, q="water & | ! <-> :* ( ) \\")) == titles(ask(client, q="water"))
    for query in ("live:false", "live:false water", "id:1", "title:water"):
        assert "Water in een concept" not in ask(client, q=query).get_text(), query
    assert len(titles(ask(client, q="water' OR 1=1--"))) <= 10


EMPTY = ["de het een en van", "   ", "🙂🙃", "\u200b\u200d\ufeff", "\u202e", "\x00", '""', "-", "& | !"]


@pytest.mark.parametrize("query", EMPTY)
def test_a_question_without_a_word_gets_a_friendly_answer(client, site, query):
    page = ask(client, q=query)
    assert not page.select(".result") and not page.select(".filters")
    assert page.select_one('.search-themes a[href="/zoeken/?q=Klimaat&thema=klimaat"]')
    said = page.main.get_text()
    assert "Probeer een ander woord" in said if page.select(".search-nothing") else "Zo zoekt u gericht" in said


@pytest.mark.parametrize("query", ["a" * 201, "water " * 21, "a" * 100_000])
def test_it_says_when_the_question_was_cut(client, site, query):
    page = ask(client, q=query)
    assert "te lang" in page.select_one(".search-head__notice").get_text()
    assert len(page.select_one("#zoekwoorden")["value"]) <= 200


def test_a_question_that_fits_is_not_called_too_long(client, site):
    assert not ask(client, q="water " * 20).select(".search-head__notice")


WRONG_PAGES = ["-1", "0", "abc", "1e9", "NaN", "\x00", "٣", "", " 1", "1.0", "99", str(10**30), "9" * 5_000]


@pytest.mark.parametrize("number", WRONG_PAGES)
def test_a_page_that_is_not_there_is_not_there(client, site, number):
    response = client.get(URL, {"q": "water", "pagina": number})
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


def test_there_is_no_second_page_of_nothing(client, site):
    assert client.get(URL, {"q": "xqzvwyq", "pagina": "2"}).status_code == 404
    assert client.get(URL, {"pagina": "2"}).status_code == 404


def test_the_last_page_of_many(client):
    factories.many(factories.NewsIndexPageFactory(), factories.NewsPage, 300, date="2024-01-01", lead="water")
    call_command("search_index", verbosity=0)
    last = ask(client, q="water", pagina="30")
    assert len(titles(last)) == 10
    assert last.select_one('meta[name="robots"]')["content"] == "noindex, follow"
    assert client.get(URL, {"q": "water", "pagina": "31"}).status_code == 404


@pytest.mark.parametrize(
    "params",
    [
        {"thema": "bestaat-niet"},
        {"thema": "' OR 1=1--"},
        {"thema": ["klimaat"] * 500},
        {"jaar": [str(year) for year in range(500)]},
        {"provincie": "\x00"},
        {"type": "auth.user"},
        {"lichting": "x" * 10_000},
        {"onbekend": "x", "q[]": "x"},
        {"sorteer": "\x00"},
        {"sorteer": ["datum", "x"]},
    ],
)
def test_filters_that_make_no_sense_cost_nothing_more(client, site, params):
    plain = count_queries(client, {"q": "water"})
    assert count_queries(client, {"q": "water", **params}) <= plain


@pytest.mark.parametrize("path", [URL, "/zoeken/suggesties/"])
def test_ten_thousand_parameters_or_a_megabyte(client, site, path):
    query = "&".join(f"a{number}=1" for number in range(10_001))
    assert client.get(f"{path}?q=water&{query}").status_code == 400
    for long in ("a", "a+", "%22a", "%00", "&q="):
        query = long * (1_000_000 // len(long))
        assert client.get(f"{path}?q={query}").status_code in (200, 400), long


def test_of_a_word_that_is_asked_twice_the_last_counts(client, site):
    assert count_of(ask(client, q=["begrotingen", "water"])) == "12 resultaten"
    assert not ask(client, **{"q[]": "water"}).select(".result")


@pytest.mark.parametrize("path", [URL, "/zoeken/suggesties/", "/zoeken/opensearch.xml"])
def test_nothing_is_ever_sent_to_search(client, path):
    assert client.head(path).status_code == 200
    assert client.post(path, {"q": "water"}).status_code in (403, 405)
