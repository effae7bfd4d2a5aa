"""Feeds, sitemap and robots.txt."""

import datetime
from xml.etree import ElementTree as ET

import pytest

from programme.models import NewsPage
from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def feed(client, address) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)


def test_news_newest_first(client, settings):
    factories.NewsPageFactory(title="Oud", date=datetime.date(2022, 1, 1))
    new = factories.NewsPageFactory(title="Nieuw & vers", lead="Zo <is> het.", date=datetime.date(2024, 1, 1))
    root = feed(client, "/feeds/nieuws.xml")
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Nieuw & vers", "Oud"]
    assert entries[0].find(f"{ATOM}link").get("href") == f"{settings.BASE_URL}{new.url}"
    assert entries[0].findtext(f"{ATOM}published").startswith("2024-01-01")
    assert entries[0].findtext(f"{ATOM}id") == f"urn:uuid:{new.translation_key}"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"


def test_addresses_do_not_follow_the_host_of_the_request(client, settings):
    factories.NewsPageFactory()
    assert b"testserver" not in client.get("/feeds/nieuws.xml", HTTP_HOST="testserver").content


def test_portraits(client):
    factories.PortraitPageFactory(title="Bas Hoekstra")
    assert feed(client, "/feeds/portretten.xml").findtext(f"{ATOM}entry/{ATOM}title") == "Bas Hoekstra"


def test_a_theme_has_every_kind_of_page(client):
    theme = factories.ThemeFactory(slug="data", name="Data")
    factories.PortraitPageFactory(title="Portret", themes=[theme])
    factories.ResearchPageFactory(title="Onderzoek", themes=[theme])
    factories.NewsPageFactory(title="Bericht", themes=[theme])
    factories.NewsPageFactory(title="Ander bericht")
    root = feed(client, "/feeds/thema/data.xml")
    titles = {entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")}
    assert titles == {"Portret", "Onderzoek", "Bericht"}
    assert root.findtext(f"{ATOM}title").startswith("Data – ")


def test_the_feed_of_a_theme_can_be_found(client):
    theme = factories.ThemeFactory(slug="data")
    page = factories.PortraitPageFactory(themes=[theme])
    assert '<link rel="alternate" type="application/atom+xml"' in client.get(page.url).content.decode()
    for address in (page.url, "/portretten/?thema=data"):
        assert 'href="/feeds/thema/data.xml"' in client.get(address).content.decode()


def test_characters_without_a_shape_are_left_out(client):
    page = factories.NewsPageFactory(lead="Uit \x0b Word")
    NewsPage.objects.filter(pk=page.pk).update(title="Een\x0btitel")
    assert feed(client, "/feeds/nieuws.xml").findtext(f"{ATOM}entry/{ATOM}title") == "Een titel"
    page.title = "Een\x00\x0btitel"
    page.full_clean()
    assert page.title == "Een  titel"


def test_empty_feeds_are_feeds(client):
    factories.ThemeFactory(slug="leeg")
    for address in ("/feeds/nieuws.xml", "/feeds/portretten.xml", "/feeds/thema/leeg.xml"):
        assert feed(client, address).findall(f"{ATOM}entry") == []


def test_the_sitemap_has_every_visible_page(client, settings):
    page = factories.NewsPageFactory()
    factories.NewsPageFactory(live=False, slug="concept")
    root = ET.fromstring(client.get("/sitemap.xml").content)
    addresses = [url.findtext(f"{SITEMAP}loc") for url in root.findall(f"{SITEMAP}url")]
    assert addresses == [f"{settings.BASE_URL}{address}" for address in ("/", "/nieuws/", page.url)]
    assert root.findall(f"{SITEMAP}url")[-1].findtext(f"{SITEMAP}lastmod") == "2024-05-28"


def test_the_sitemap_costs_two_queries_however_many_pages(client, django_assert_max_num_queries):
    for _ in range(5):
        factories.NewsPageFactory()
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(2):
        client.get("/sitemap.xml")


def test_robots(client, settings):
    content = client.get("/robots.txt").content.decode()
    assert "Disallow: /beheer/" in content
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in content
