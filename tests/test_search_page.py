"""The search page as a visitor gets it over HTTP: results, filters, order, pages, suggestions, and what is promoted."""

import json
import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from pages.models import SiteSettings
from search.models import SearchCount
from searching import URL, ask, count_of, count_queries, pages_about_water, titles
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    pages_about_water()


# --- What one sees -----------------------------------------------------------------------------------------------


def test_results_have_kind_place_date_picture_and_marked_words(client, site):
    page = ask(client, q="waterkeringen")
    result = page.select_one(".result")
    assert "Nieuws" in result.select_one(".result__facts").get_text()
    assert result.find("time")["datetime"].startswith("2024-05-0")
    assert [mark.get_text() for mark in result.select(".result__excerpt mark")] == ["waterkering"]
    portrait = next(r for r in ask(client, q="Boer water").select(".result") if "Anna" in r.get_text())
    assert re.findall(r"Portret|Zeist|2 januari 2025", portrait.select_one(".result__facts").get_text()) == [
        "Portret",
        "Zeist",
        "2 januari 2025",
    ]


def test_the_number_of_results_and_their_pages(client, site):
    first, second = ask(client, q="water"), ask(client, q="water", pagina="2")
    assert count_of(first) == "12 resultaten"
    assert (len(titles(first)), len(titles(second))) == (10, 2)
    assert not set(titles(first)) & set(titles(second))
    link = first.select_one('.pagination a[rel="next"]')["href"]
    assert link == "?q=water&pagina=2"


def test_filters_narrow_and_keep_each_others_state(client, site):
    page = ask(client, q="water", thema="klimaat", type="programme.newspage")
    assert count_of(page) == "2 resultaten"
    counts = {
        option.find("input")["value"]: option.select_one(".filters__count").find_all(string=True)[1]
        for option in page.select(".filters__option")
    }
    assert counts["programme.researchpage"] == "5"  # beside the theme, which stays chosen
    assert page.select_one('.filters input[name="q"]')["value"] == "water"
    chips = {chip.get_text(): chip["href"] for chip in page.select(".chips__chip")}
    assert chips["Klimaat: filter weghalen"] == "/zoeken/?q=water&type=programme.newspage"
    assert page.select_one(".chips__clear")["href"] == "/zoeken/?q=water"


def test_newest_first_keeps_the_filters(client, site):
    page = ask(client, q="water", type="programme.newspage", sorteer="datum")
    assert titles(page) == [f"Bericht {number} over water" for number in (5, 4, 3, 2, 1, 0)]
    assert page.select_one(".search-results__order a")["href"] == "/zoeken/?q=water&type=programme.newspage"
    assert page.select_one('.filters input[name="sorteer"]')["value"] == "datum"


def test_pages_that_lack_a_word_stand_apart(client, site):
    page = ask(client, q="Boer begrotingen")
    assert page.select_one("#niet-alle-woorden")
    assert "Anna de Boer" in titles(page)


def test_filters_that_leave_nothing_can_be_taken_away(client, site):
    page = ask(client, q="water", jaar="2020", type="portraits.portraitpage")
    assert page.select_one(".listing__empty a")["href"] == "/zoeken/?q=water"


def test_before_anything_was_asked_one_can_begin(client, site):
    page = ask(client)
    assert page.select_one('.search-themes a[href="/zoeken/?q=Klimaat&thema=klimaat"]')
    assert not page.select(".result") and not page.select(".filters")


def test_nothing_found_offers_themes_and_the_newest_portraits(client, site):
    page = ask(client, q="xqzvwyq")
    assert "Niets gevonden voor ‘xqzvwyq’" in page.get_text()
    assert page.select_one('.search-themes a[href="/zoeken/?q=Klimaat&thema=klimaat"]')
    assert "Anna de Boer" in [name.get_text(strip=True) for name in page.select(".portrait-card__name")]


def test_nothing_found_offers_words_of_the_site_that_look_like_it(client, site):
    near = [link["href"] for link in ask(client, q="begrotelarij").select(".search-nothing__near a")]
    assert "/zoeken/?q=begrotingen" in near
    assert all(ask(client, q=address.partition("=")[2]).select(".result") for address in near)
    assert not ask(client, q="xqzvwyq").select(".search-nothing__near")


@pytest.mark.parametrize("params", [{}, {"q": "water"}, {"q": "water", "pagina": "2"}, {"q": "niets"}])
def test_no_search_engine_keeps_these_pages(client, site, params):
    assert ask(client, **params).select_one('meta[name="robots"]')["content"] == "noindex, follow"
    assert ask(client, **params).select_one('link[rel="canonical"]') is None


def test_drafts_private_pages_and_pages_taken_out_of_search_are_not_shown(client):
    hidden = [
        factories.InfoPageFactory(title="Verzonnenwoord een", live=False),
        factories.InfoPageFactory(title="Verzonnenwoord twee"),
        factories.InfoPageFactory(title="Verzonnenwoord drie", not_in_search=True),
    ]
    PageViewRestriction.objects.create(page=hidden[1], restriction_type="login")
    call_command("search_index", verbosity=0)
    for page in hidden:
        promote("verzonnenwoord", page)
    assert "Niets gevonden" in ask(client, q="verzonnenwoord").get_text()


def test_every_page_has_a_field_to_search_from(client, site):
    for path in ("/", "/portretten/", "/nieuws/", "/zoeken/", "/bestaat-niet/"):
        page = BeautifulSoup(client.get(path).content.decode(), "html.parser")
        field = page.select_one('header form[role="search"]')
        assert (field["action"], field.find("input")["name"]) == ("/zoeken/", "q"), path
        assert page.select_one('link[rel="search"]')["href"] == "/zoeken/opensearch.xml"


# --- Promoted ----------------------------------------------------------------------------------------------------


def promote(query: str, page=None, **fields) -> SearchPromotion:
    return SearchPromotion.objects.create(query=Query.get(query), page=page, **fields)


def test_what_editors_promote_stands_above_and_not_twice(client, site):
    promoted = factories.InfoPageFactory(title="Alles over water", lead="Begin hier.")
    call_command("search_index", verbosity=0)
    promote("Water", promoted)
    promote("water", external_link_url="https://example.nl/water", external_link_text="Elders")
    page = ask(client, q=" WATER ")
    assert [link["href"] for link in page.select(".recommended a")] == [promoted.url, "https://example.nl/water"]
    assert "Begin hier." in page.select_one(".recommended").get_text()
    assert "Alles over water" not in titles(page)
    assert not ask(client, q="water", pagina="2").select(".recommended")
    assert not ask(client, q="waterkering").select(".recommended")


def test_a_promotion_shows_also_where_nothing_else_is_found(client, site):
    promote("qqqxyz", factories.InfoPageFactory(title="Toch iets"))
    assert ask(client, q="qqqxyz").select_one(".recommended a").get_text(strip=True) == "Toch iets"


def test_hostile_text_in_a_promotion_is_text(client):
    promote("water", external_link_url='https://example.nl/"><script>', external_link_text="<script>alert(1)</script>")
    promote("water", factories.InfoPageFactory(title='"><img src=x onerror=alert(1)>'), description="<b>vet</b>")
    html = client.get(URL, {"q": "water"}).content.decode()
    assert "<script>alert" not in html and "<img src=x" not in html and "<b>vet" not in html
    assert "&lt;script&gt;alert(1)" in html and "&lt;b&gt;vet" in html


# --- What it costs and counts ------------------------------------------------------------------------------------


def test_a_search_costs_a_fixed_number_of_queries(client, site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert count_queries(client, {"q": "water"}) <= 20
    few = count_queries(client, {"q": "water"})
    for number in range(40):
        place = factories.MunicipalityFactory()
        factories.PortraitPageFactory(title=f"Water {number}", municipality=place, image=factories.make_image())
    call_command("search_index", verbosity=0)
    assert count_queries(client, {"q": "water"}) <= few + 1  # the pictures, in one


def test_searching_is_counted_once_and_refining_is_not(client, site):
    before = {"referer": "http://testserver/zoeken/?q=water&thema=klimaat"}
    client.get(URL, {"q": "Water"})
    client.get(URL, {"q": "water", "thema": "klimaat"})
    client.get(URL, {"q": "water", "pagina": "2"})
    client.get(URL, {"q": "water", "sorteer": "datum"})
    client.get(URL, {"q": "water"}, headers=before)
    client.get("/zoeken/suggesties/", {"q": "water"})
    client.head(URL, {"q": "water"})
    row = SearchCount.objects.get()
    assert (row.query, row.times, row.found, row.day) == ("water", 1, 12, timezone.localdate())


def test_no_visitor_gets_a_cookie_and_no_cache_keeps_a_search(client, site):
    response = client.get(URL, {"q": "water"})
    assert not response.cookies
    assert "private" in response["Cache-Control"]


# --- Suggestions and the browser's own search field --------------------------------------------------------------


def test_suggestions_are_people_pages_and_themes_with_their_addresses(client, site):
    found = client.get("/zoeken/suggesties/", {"q": "klim"}).json()["suggesties"]
    assert found == [{"soort": "Thema", "tekst": "Klimaat", "adres": "/zoeken/?q=Klimaat&thema=klimaat"}]
    found = client.get("/zoeken/suggesties/", {"q": "onderz"}).json()["suggesties"]
    assert {suggestion["soort"] for suggestion in found} == {"Onderzoek", "Overzicht van onderzoek"}
    assert all(client.get(suggestion["adres"]).status_code == 200 for suggestion in found)
    people = client.get("/zoeken/suggesties/", {"q": "berg"}).json()["suggesties"]
    assert people and {suggestion["soort"] for suggestion in people} == {"Persoon"}


@pytest.mark.parametrize("query", ["", "a", " ", "xqzv"])
def test_too_little_or_nothing_known_gives_an_empty_list(client, site, query):
    response = client.get("/zoeken/suggesties/", {"q": query})
    assert (response["Content-Type"], json.loads(response.content)) == ("application/json", {"suggesties": []})


def test_suggestions_cost_a_fixed_number_of_queries(client, site):
    client.get("/zoeken/suggesties/", {"q": "onderz"})
    with CaptureQueriesContext(connection) as queries:
        client.get("/zoeken/suggesties/", {"q": "onderz"})
    assert len(queries) <= 8


def test_browsers_learn_how_to_search_here(client, settings):
    response = client.get("/zoeken/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    root = ElementTree.fromstring(response.content)
    name = root.findtext("{http://a9.com/-/spec/opensearch/1.1/}ShortName")
    assert 0 < len(name) <= 16
    (template,) = [url.get("template") for url in root.iter() if url.get("type") == "text/html"]
    assert template == f"{settings.BASE_URL}/zoeken/?q={{searchTerms}}"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Leergang Digitaal Leiderschap", "Leergang"),
        ("Leergang", "Leergang"),
        ("Gemeentesecretarissen", "Gemeentesecretar"),
        ("A&O <fonds>", "A&O <fonds>"),
    ],
)
def test_a_browser_names_this_search_by_whole_words(client, name, short):
    SiteSettings.load()
    SiteSettings.objects.update(site_name=name)
    cache.clear()
    root = ElementTree.fromstring(client.get("/zoeken/opensearch.xml").content)
    assert root.findtext("{*}ShortName") == short
    assert client.get("/zoeken/opensearch.xml").content.startswith(b"<?xml")
    assert root.findtext("{*}Image").endswith("favicon.ico")


def test_search_engines_learn_it_from_the_front_page(client, settings):
    html = client.get("/").content.decode()
    graph = json.loads(BeautifulSoup(html, "html.parser").find("script", type="application/ld+json").string)["@graph"]
    (website,) = [node for node in graph if node["@type"] == "WebSite"]
    assert website["potentialAction"]["target"]["urlTemplate"] == f"{settings.BASE_URL}/zoeken/?q={{words}}"
    assert website["potentialAction"]["query-input"] == "required name=words"
