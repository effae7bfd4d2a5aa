"""Linked data and what other sites show of a page."""

import datetime
import json
import re

import pytest

from people.models import Appearance
from programme.models import Outcome, PlainAuthor, ResearchSource
from tests import factories

pytestmark = pytest.mark.django_db


def graph(client, page) -> dict[str, dict]:
    """The nodes of the page's linked data, by type."""
    content = client.get(page.url).content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content)
    return {node["@type"]: node for node in json.loads(script)["@graph"]}


def meta(client, page) -> dict[str, str]:
    content = client.get(page.url).content.decode()
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', content))


def test_a_programme_is_a_course_with_its_editions(client):
    session = factories.SessionFactory(
        edition__name="Lichting Nu", edition__slug="nu", date=datetime.date(2026, 10, 8), place="Utrecht"
    )
    programme = session.edition.programme
    programme.outcomes = [Outcome(text="de goede vraag stellen")]
    programme.save()
    node = graph(client, programme)["Course"]
    (instance,) = node["hasCourseInstance"]
    assert (instance["@type"], instance["name"]) == ("CourseInstance", "De leergang, Lichting Nu")
    assert (instance["startDate"], instance["endDate"]) == ("2026-09-17", "2028-03-30")
    assert instance["location"][0]["name"] == "Utrecht"
    assert node["teaches"] == ["de goede vraag stellen"]
    module = graph(client, session.module)["Course"]
    assert module["isPartOf"]["name"] == "De leergang"
    (instance,) = module["hasCourseInstance"]
    assert (instance["startDate"], instance["endDate"]) == ("2026-10-08", "2026-10-08")


def test_an_edition_without_sessions_runs_from_its_first_to_its_last_day(client):
    edition = factories.EditionFactory()
    (instance,) = graph(client, edition.programme)["Course"]["hasCourseInstance"]
    assert (instance["startDate"], instance["endDate"]) == ("2026-09-17", "2028-03-30")


def test_a_portrait_is_a_profile_of_a_person(client):
    person = factories.PersonFactory(given_name="Joost", infix="van 't", family_name="Hoff")
    municipality = factories.MunicipalityFactory(name="'s-Hertogenbosch")
    portrait = factories.PortraitPageFactory(person=person, role="Gemeentesecretaris", municipality=municipality)
    node = graph(client, portrait)["ProfilePage"]["mainEntity"]
    assert node["@type"] == "Person" and node["name"] == "Joost van 't Hoff"
    assert node["jobTitle"] == "Gemeentesecretaris" and node["worksFor"]["name"] == "Gemeente 's-Hertogenbosch"


def test_news(client):
    node = graph(client, factories.NewsPageFactory(title="Vol", date=datetime.date(2024, 5, 28)))["NewsArticle"]
    assert (node["headline"], node["datePublished"]) == ("Vol", "2024-05-28")


def test_dates_are_dutch_days(client):
    night = datetime.datetime(2024, 6, 2, 22, 30, tzinfo=datetime.UTC)  # half past midnight in Amsterdam
    page = factories.PortraitPageFactory(
        date=datetime.date(2024, 5, 1), first_published_at=night, last_published_at=night
    )
    node = graph(client, page)["ProfilePage"]
    assert (node["datePublished"], node["dateModified"]) == ("2024-06-03", "2024-06-03")
    assert page.changed_on is None
    assert "<lastmod>2024-06-03</lastmod>" in client.get("/sitemap.xml").content.decode()


def test_research(client):
    page = factories.ResearchPageFactory(year=2024, publisher="Leergang")
    Appearance.objects.create(page=page, person=factories.PersonFactory(family_name="Berg"), role="author")
    page.plain_authors = [PlainAuthor(given_name="A.", family_name="Vos")]
    page.sources = [ResearchSource(text="Een bron")]
    page.save()
    node = graph(client, page)["ScholarlyArticle"]
    assert [author["familyName"] for author in node["author"]] == ["Berg", "Vos"]
    assert (node["datePublished"], node["publisher"]["name"], node["citation"]) == ("2024", "Leergang", ["Een bron"])


def test_the_way_to_a_page(client, settings):
    page = factories.NewsPageFactory(title="Bericht")
    crumbs = graph(client, page)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in crumbs] == ["Voorpagina", "Nieuws", "Bericht"]
    assert crumbs[-1]["item"] == f"{settings.BASE_URL}{page.url}"
    assert "BreadcrumbList" not in graph(client, factories.home())


def test_hostile_text_stays_text(client):
    page = factories.NewsPageFactory(title='</script><img src=x onerror="alert(1)">')
    content = client.get(page.url).content.decode()
    assert "<img src=x" not in content
    assert graph(client, page)["NewsArticle"]["name"] == page.title


BAS = "Bas. Leergang Digitaal Leiderschap"


def test_open_graph(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    page = factories.PortraitPageFactory(
        title="Bas", search_description="Over Bas.", image=factories.make_image(has_sizes=True), image_alt="Bas lacht"
    )
    tags = meta(client, page)
    assert tags["og:title"] == "Bas"
    assert tags["og:description"] == tags["description"] == "Over Bas."
    assert tags["og:type"] == "profile"
    assert tags["og:url"] == f"{settings.BASE_URL}{page.url}"
    assert (tags["og:image:width"], tags["og:image:height"], tags["og:image:alt"]) == ("1200", "630", BAS)
    response = client.get(tags["og:image"].removeprefix(settings.BASE_URL))
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    response.close()


def test_the_canonical_address_is_that_of_the_site(client, settings):
    page = factories.NewsPageFactory()
    content = client.get(f"{page.url}?utm_source=x", HTTP_HOST="testserver").content.decode()
    assert f'<link rel="canonical" href="{settings.BASE_URL}{page.url}">' in content
    assert "utm_source" not in content


def test_filtered_lists_are_not_for_search_engines(client):
    factories.PortraitPageFactory(municipality=factories.MunicipalityFactory(slug="utrecht"))
    assert "noindex" not in client.get("/portretten/").content.decode()
    assert "noindex" in client.get("/portretten/?gemeente=utrecht").content.decode()
