"""How many queries an uncached page costs, and that more pages on the site do not cost more."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from people.models import Appearance
from portraits.models import PortraitPage
from programme.models import NewsPage, Outcome, PlainAuthor, ResearchPage, ResearchSource
from search.models import RelatedItem
from tests import factories

pytestmark = pytest.mark.django_db

BUDGETS = {
    "portrait": 18,
    "research": 18,
    "news": 18,
    "home": 24,
    "programme": 24,
    "module": 24,
    "gallery": 26,
    "research_index": 26,
    "news_index": 26,
}


@pytest.fixture
def site(settings, tmp_path):
    """One rich page of each kind, with pictures, links in the text, themes, people, sources and neighbours."""
    settings.MEDIA_ROOT = tmp_path
    picture = factories.make_image()
    themes = factories.ThemeFactory.create_batch(3)
    programme = factories.ProgrammePageFactory(image=picture)
    modules = [factories.ModulePageFactory(themes=themes, image=picture) for _ in range(5)]
    editions = factories.EditionFactory.create_batch(2)
    for module in modules:
        module.outcomes = [Outcome(text="leren"), Outcome(text="doen")]
        module.save()
        for edition in editions:
            factories.SessionFactory(module=module, edition=edition)
    body = rich_body([factories.make_image() for _ in range(6)], modules[0], programme)
    pages = {"programme": programme, "module": modules[1], "home": factories.home()}
    municipality = factories.MunicipalityFactory()
    portraits = [
        factories.PortraitPageFactory(
            image=factories.make_image(),
            municipality=municipality,
            edition=editions[0],
            modules=modules[:2],
            themes=themes,
            date=datetime.date(2026, 10, day),
            body=body,
        )
        for day in range(1, 11)
    ]
    research = [
        factories.ResearchPageFactory(image=factories.make_image(), modules=modules[1:3], themes=themes, body=body)
        for _ in range(10)
    ]
    person = factories.PersonFactory()
    for page in research:
        Appearance.objects.create(page=page, person=person, role=Appearance.Role.AUTHOR)
        page.plain_authors = [PlainAuthor(family_name="Een"), PlainAuthor(family_name="Twee")]
        page.sources = [ResearchSource(text=f"Bron {n}", link_page=research[n]) for n in range(4)]
        page.save()
    news = [
        factories.NewsPageFactory(image=factories.make_image(), modules=modules[1:3], themes=themes, body=body)
        for _ in range(10)
    ]
    pages |= {"portrait": portraits[4], "research": research[4], "news": news[4]}
    pages |= {f"{key}_index": page.get_parent() for key, page in (("research", research[0]), ("news", news[0]))}
    with_related(pages, [*portraits[:3], *research[:3], *news[:3], *modules[2:5]])
    return pages | {"gallery": portraits[0].get_parent()}


def with_related(pages, targets) -> None:
    """Keeps a list of related pages of all kinds for each page that shows some, as the worker does."""
    for page in pages.values():
        if page.shows_related:
            for rank, target in enumerate([targets[0], *targets[3:]]):
                RelatedItem.objects.create(source=page, target=target, rank=rank, score=1.0)


def rich_body(pictures, module, programme) -> list[dict]:
    """A body with every block that refers to something else, several times."""
    link = f'<p><a linktype="page" id="{module.pk}">Module</a> en <a linktype="page" id="{programme.pk}">alles</a>.</p>'
    figures = [{"image": each.pk, "alt": "Een vlak", "is_decorative": False, "caption": ""} for each in pictures]
    links = {
        "heading": "Meer",
        "links": [{"text": "Module", "page": page.pk, "url": ""} for page in (module, programme)],
    }
    return [
        {"type": kind, "value": value}
        for figure in figures
        for kind, value in (
            ("paragraph", link),
            ("question_answer", {"question": "Waarom?", "answer": link}),
            ("aside", {"heading": "Kader", "text": link}),
            ("figure", figure),
            ("gallery", {"heading": "Reeks", "pictures": figures}),
            ("links", links),
        )
    ]


def queries(client, page) -> int:
    """Queries of one visit without anything in the cache but the site's address (which outlives requests)."""
    cache.clear()
    Site.get_site_root_paths()
    address = page.url
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", BUDGETS)
def test_within_budget(client, site, name):
    client.get(site[name].url)  # makes the sizes of its pictures
    assert queries(client, site[name]) <= BUDGETS[name]


@pytest.mark.parametrize(
    ("section", "model", "fields", "names"),
    [
        ("gallery", PortraitPage, {"date": datetime.date(2025, 1, 1)}, ("portrait", "gallery", "home", "module")),
        ("news_index", NewsPage, {"date": datetime.date(2023, 1, 1)}, ("news", "news_index", "home", "module")),
        ("research_index", ResearchPage, {"year": 2020}, ("research", "research_index", "home", "module")),
    ],
)
def test_a_thousand_siblings_cost_no_query_more(client, site, section, model, fields, names):
    for name in names:
        client.get(site[name].url)
    parent = site[section]
    parent.refresh_from_db()
    before = {name: queries(client, site[name]) for name in names}
    factories.many(parent, model, 1_000 - parent.numchild, body=[], **fields)
    assert model.objects.count() == 1_000
    assert {name: queries(client, site[name]) for name in names} == before
