"""Lists and choosers of the admin cost as many queries with thirty rows as with three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editors import sign_in
from factories import (
    EditionFactory,
    ModulePageFactory,
    MunicipalityFactory,
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    PortraitPageFactory,
    ResearchPageFactory,
    ThemeFactory,
    make_image,
)
from people.models import Appearance
from programme.models import PlainAuthor

pytestmark = pytest.mark.django_db


def more_portraits(count: int) -> None:
    for number in range(count):
        place = MunicipalityFactory()
        PortraitPageFactory(
            municipality=place, edition=EditionFactory(), themes=[ThemeFactory()], image=make_image(size=(60, 75))
        )
        PersonFactory(municipality=place, organisation=OrganisationFactory(), family_name=f"Zwart{number}")


def more_news(count: int) -> None:
    for _ in range(count):
        NewsPageFactory(themes=[ThemeFactory(), ThemeFactory()], live=False)


def more_research(count: int) -> None:
    for _ in range(count):
        page = ResearchPageFactory(themes=[ThemeFactory()])
        Appearance.objects.create(page=page, person=PersonFactory(), role=Appearance.Role.AUTHOR)
        PlainAuthor.objects.create(page=page, family_name="Boer")


def more_modules(count: int) -> None:
    for _ in range(count):
        ModulePageFactory(themes=[ThemeFactory()])


def more_municipalities(count: int) -> None:
    for _ in range(count):
        MunicipalityFactory(ended="2020-01-01", successor=MunicipalityFactory())


COSTS = {
    "/beheer/portretten/": more_portraits,
    "/beheer/nieuws/": more_news,
    "/beheer/onderzoek/": more_research,
    "/beheer/modules/": more_modules,
    "/beheer/snippets/people/person/": more_portraits,
    "/beheer/snippets/people/municipality/": more_municipalities,
    "/beheer/snippets/programme/edition/": more_portraits,
    "/beheer/snippets/pages/theme/": more_news,
    "/beheer/snippets/choose/people/person/results/": more_portraits,
}


@pytest.mark.parametrize("group", ["Redactie", "Eindredactie"])
@pytest.mark.parametrize("url", COSTS)
def test_thirty_rows_cost_as_many_queries_as_three(url, group, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(group)
    COSTS[url](3)
    few = count_queries(client, url)
    COSTS[url](27)
    assert count_queries(client, url) == few


def count_queries(client, url: str) -> int:
    client.get(url)  # makes the thumbnails and fills Django's memory of content types
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
