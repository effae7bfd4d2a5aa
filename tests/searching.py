"""A small site to search in, and the search page as a visitor gets it."""

import datetime

from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Province
from tests import factories

URL = "/zoeken/"


def pages_about_water() -> None:
    """Twelve pages about water, in three kinds, and one portrait about something else."""
    theme = factories.ThemeFactory(name="Klimaat", slug="klimaat")
    place = factories.MunicipalityFactory(name="Zeist", province=Province.UTRECHT)
    for number in range(6):
        factories.NewsPageFactory(
            title=f"Bericht {number} over water",
            lead=f"De waterkering is klaar, zegt bericht {number}.",
            date=datetime.date(2024, 5, number + 1),
            themes=[theme] if number < 2 else [],
        )
    for number in range(5):
        factories.ResearchPageFactory(title=f"Onderzoek {number} naar water", year=2020 + number, themes=[theme])
    factories.PortraitPageFactory(
        title="Anna de Boer", lead="Zij werkt aan het water in Zeist.", municipality=place, date="2025-01-02"
    )
    factories.PortraitPageFactory(title="Piet Jansen", lead="Hij praat over begrotingen.")
    call_command("search_index", verbosity=0)


def ask(client, **params):
    response = client.get(URL, params)
    assert response.status_code == 200, params
    return BeautifulSoup(response.content.decode(), "html.parser")


def titles(page) -> list[str]:
    return [title.get_text().strip() for title in page.select(".results .result__title")]


def count_of(page) -> str:
    return page.select_one(".listing__count").find(string=True, recursive=False).strip()


def count_queries(client, params) -> int:
    client.get(URL, params)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL, params, headers={"cache-control": "max-age=0"}).status_code == 200
    return len(queries)
