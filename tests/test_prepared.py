"""Queries whose SQL is kept give what the querysets give that they are made from."""

import datetime

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.models import InfoPage
from pages.prepared import PLANS_KEPT, padded, prepared
from pages.teasers import as_teasers
from pages.visibility import closed_branches_looked_up_once, visible
from portraits.models import PortraitPage
from tests import factories

pytestmark = pytest.mark.django_db


@prepared
def portraits_after(date, pk):
    later = Q(date__gt=date) | Q(date=date, pk__gt=pk)
    return as_teasers(visible(PortraitPage)).filter(later).order_by("date", "pk")


@prepared
def titles_of(ids, *, count):
    return visible(InfoPage).filter(pk__in=ids).order_by("title").values_list("title", "live")[:count]


def test_rows_are_those_of_the_queryset_with_all_that_was_joined_in(django_assert_num_queries):
    municipality = factories.MunicipalityFactory()
    image = factories.make_image()
    made = [
        factories.PortraitPageFactory(date=datetime.date(2026, 5, day), municipality=municipality, image=image)
        for day in (1, 2, 2, 3)
    ]
    expected = portraits_after(made[1].date, made[1].pk)
    assert expected == made[2:]
    with closed_branches_looked_up_once():
        portraits_after(made[0].date, made[0].pk)
        with django_assert_num_queries(1):
            found = portraits_after(made[1].date, made[1].pk)
            assert found == expected
            assert [portrait.municipality.name for portrait in found] == [municipality.name] * 2
            assert [portrait.image.width for portrait in found] == [image.width] * 2
            assert [portrait.date for portrait in found] == [portrait.date for portrait in expected]
            assert found[0].get_deferred_fields() == expected[0].get_deferred_fields()


def test_no_row_is_kept():
    page = factories.InfoPageFactory(title="Een")
    for title in ("Een", "Twee"):
        InfoPage.objects.filter(pk=page.pk).update(title=title)
        with closed_branches_looked_up_once():
            assert titles_of([page.pk], count=5) == [(title, True)]


def test_lists_of_every_length_and_arguments_by_name():
    pages = [factories.InfoPageFactory(title=f"Pagina {number}") for number in range(6)]
    for length in range(7):
        ids = [page.pk for page in pages[:length]]
        expected = [(page.title, True) for page in pages[:length]]
        assert titles_of(ids, count=9) == expected
        with closed_branches_looked_up_once():
            assert titles_of(ids, count=9) == expected
            assert titles_of(ids, count=2) == expected[:2]
    assert [len(padded(list(range(length)))) for length in (1, 2, 3, 5, 9)] == [1, 2, 4, 8, 16]


def test_what_is_closed_since_the_last_visit_is_left_out():
    section = factories.InfoPageFactory()
    page = factories.InfoPageFactory(parent=section, title="Onder")
    with closed_branches_looked_up_once():
        assert titles_of([page.pk], count=1)
    restriction = PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    with closed_branches_looked_up_once():
        assert titles_of([page.pk], count=1) == []
    restriction.delete()
    with closed_branches_looked_up_once():
        assert titles_of([page.pk], count=1)


def test_the_sql_is_written_once_and_little_of_it_is_kept():
    written = []

    @prepared
    def counted(ids, *, count):
        written.append(count)
        return InfoPage.objects.filter(pk__in=ids)[:count]

    with closed_branches_looked_up_once(), CaptureQueriesContext(connection) as queries:
        for _ in range(3):
            counted([1, 2], count=1)
        assert written == [1] and len(queries) == 3
        for count in range(2, PLANS_KEPT + 2):
            counted([1, 2], count=count)
        counted([1, 2], count=1)
    assert written[-1] == 1


def statements_kept() -> list[str]:
    """What PostgreSQL has planned for this connection; SQLite needs no such thing."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


def test_postgresql_plans_once_what_it_is_asked_often():
    page = factories.InfoPageFactory(title="Een")
    with closed_branches_looked_up_once():
        asked = [titles_of([page.pk + step, page.pk], count=4) for step in range(7)]
    assert asked == [[("Een", True)]] * 7
    kept = [each for each in statements_kept() if "LIMIT 4" in each and "$2" in each]
    assert bool(kept) == (connection.vendor == "postgresql")


def test_behind_a_pool_of_connections_nothing_is_kept(monkeypatch):
    monkeypatch.setitem(connection.settings_dict.setdefault("OPTIONS", {}), "prepare_threshold", None)
    page = factories.InfoPageFactory(title="Een")
    with closed_branches_looked_up_once():
        for step in range(7):
            assert titles_of([page.pk + step, page.pk], count=3) == [("Een", True)]
    assert not [each for each in statements_kept() if "LIMIT 3" in each]
