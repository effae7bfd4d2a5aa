"""On a site of many pages, a visit finds its places without reading all of them."""

import pytest
from django.db import connection

from pages.visit import near
from tests import factories

pytestmark = pytest.mark.django_db

INDEXES = ("pages_by_address", "pages_by_depth", "pages_not_live")


def plan(queryset) -> str:
    """How the database finds the rows, also if there are too few for an index to be worth it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    return queryset.explain()


@pytest.mark.parametrize("name", INDEXES)
def test_every_part_of_a_look_around_has_its_index(name):
    factories.NewsPageFactory()
    assert name in plan(near.__wrapped__(["/home/", "/home/nieuws/"]))


@pytest.mark.parametrize(
    ("factory", "name"),
    [
        (factories.NewsPageFactory, "news_newest_first"),
        (factories.PortraitPageFactory, "portraits_newest_first"),
    ],
)
def test_the_newest_come_first_without_sorting_all(factory, name):
    model = type(factory())
    assert name in plan(model.objects.order_by("-date", "-pk").values("pk", "date")[:4])


def test_an_address_may_be_longer_than_an_index_takes():
    """PostgreSQL's usual index refuses a row of 2,700 bytes."""
    page = factories.home()
    for step in range(1, 17):
        slug = "".join(chr(97 + place * step % 25) for place in range(255))  # such that it packs badly
        page = factories.InfoPageFactory(parent=page, slug=slug, title="Diep")
    assert len(page.url_path) > 4000
