"""Whatever an editor types into a search box of the admin, there is an answer."""

import pytest
from django.core.management import call_command
from django.urls import reverse

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
]
PLACES = ["wagtailadmin_explore_root", "wagtailadmin_choose_page_search", "wagtailimages:index", "wagtaildocs:index"]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_every_query_is_answered(admin_client, place, query):
    response = admin_client.get(reverse(place), {"q": query, "p": 1})
    assert response.status_code == 200


@pytest.mark.parametrize("query", ["Súdwest", '"súdwest"', "súdw", "(súdwest)"])
def test_pages_are_still_found(admin_client, query):
    factories.InfoPageFactory(title="De Súdwest in beeld")
    factories.InfoPageFactory(title="Iets anders")
    call_command("update_index", verbosity=0)
    content = admin_client.get(reverse("wagtailadmin_explore_root"), {"q": query}).content.decode()
    assert "De Súdwest in beeld" in content and "Iets anders" not in content
