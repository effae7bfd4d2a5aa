"""What visitors follow: counted by pair and day, from the referrer alone, without a write per view."""

import datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories import NewsPageFactory, PortraitPageFactory
from search import following
from search.models import FollowCount

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


@pytest.fixture(autouse=True)
def fresh_counts(monkeypatch):
    """Counts of this test only, in a buffer that has waited long enough whenever it is asked."""
    monkeypatch.setattr(following, "counts", following.Counts())
    monkeypatch.setattr(following, "PATIENCE", 0.0)


@pytest.fixture
def no_worker_yet(monkeypatch):
    """The buffer is young, so nothing is handed over."""
    monkeypatch.setattr(following, "PATIENCE", 60.0)


@pytest.fixture(autouse=True)
def worker_at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def follow(client, origin: str, page, **headers):
    response = client.get(page.url, headers={"referer": origin, **headers})
    assert response.status_code == 200


def counted() -> list[tuple[int, int, int]]:
    return list(FollowCount.objects.order_by("pk").values_list("from_page", "to_page", "count"))


def test_a_way_is_counted_by_pair_and_day(client):
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    for _ in range(3):
        follow(client, f"{HERE}{portrait.url}", news)
    follow(client, f"{HERE}{news.url}?pagina=2", portrait)
    assert counted() == [(portrait.pk, news.pk, 3), (news.pk, portrait.pk, 1)]
    assert set(FollowCount.objects.values_list("day", flat=True)) == {timezone.localdate()}


@pytest.mark.parametrize(
    "referrer",
    [
        "",
        "https://elders.example/",
        "http://testserver.evil.example/",
        "http://[",
        "http://testserver/bestaat-niet/",
        "http://testserver/" + "a" * 5_000,
        "javascript:alert(1)",
        "\x00",
        "http://testserver/%00%FF",
        "http://testserver",
    ],
)
def test_what_is_no_page_of_ours_does_not_count(client, referrer):
    follow(client, referrer, NewsPageFactory())
    assert counted() == []


def test_a_reload_does_not_count(client):
    news = NewsPageFactory()
    follow(client, f"{HERE}{news.url}", news)
    assert counted() == []


def test_staff_and_browsers_that_fetch_ahead_do_not_count(client, admin_client):
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    follow(admin_client, f"{HERE}{portrait.url}", news)
    follow(client, f"{HERE}{portrait.url}", news, sec_purpose="prefetch;prerender")
    client.head(news.url, headers={"referer": f"{HERE}{portrait.url}"})
    client.get("/feeds/nieuws.xml", headers={"referer": f"{HERE}{portrait.url}"})
    assert client.get("/nergens/", headers={"referer": f"{HERE}{portrait.url}"}).status_code == 404
    assert counted() == []


def test_nothing_of_the_visitor_is_kept():
    assert {field.name for field in FollowCount._meta.get_fields()} == {"id", "from_page", "to_page", "day", "count"}


def test_a_view_writes_nothing_and_costs_no_query(client, no_worker_yet):
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    client.get(news.url)
    with CaptureQueriesContext(connection) as without:
        client.get(news.url)
    with CaptureQueriesContext(connection) as with_referrer:
        follow(client, f"{HERE}{portrait.url}", news)
    assert len(with_referrer) == len(without)
    assert counted() == []
    following.hand_over(is_last=True)
    assert counted() == [(portrait.pk, news.pk, 1)]


def test_a_lost_database_costs_neither_the_view_nor_the_counts(client, monkeypatch, no_worker_yet):
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    follow(client, f"{HERE}{portrait.url}", news)

    def lost(rows):
        raise DatabaseError("weg")

    with monkeypatch.context() as broken:
        broken.setattr(type(following.add_follows), "enqueue", lambda task, rows: lost(rows))
        following.hand_over(is_last=True)
    following.hand_over(is_last=True)
    assert counted() == [(portrait.pk, news.pk, 1)]


def test_a_flood_of_ways_fills_no_memory(no_worker_yet, monkeypatch):
    monkeypatch.setattr(following, "MOST_WAYS", 10)
    for number in range(50):
        following.counts.add(following.Way(f"/{number}/", "/", "2026-01-01"))
    assert len(following.counts.take(is_last=True)) == 10


def test_a_page_deleted_before_the_count_is_stored(client, no_worker_yet):
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    follow(client, f"{HERE}{portrait.url}", news)
    portrait.delete()
    following.hand_over(is_last=True)
    assert counted() == []


def test_old_counts_are_forgotten(settings):
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    today = timezone.localdate()
    for age in (0, 396, 397, 1_000):
        FollowCount.objects.create(from_page=portrait, to_page=news, day=today - datetime.timedelta(days=age), count=1)
    assert "forget_follows" in settings.DAILY_COMMANDS
    call_command("forget_follows")
    assert FollowCount.objects.count() == 2


def test_the_most_followed_way_comes_first():
    portrait, news = PortraitPageFactory(), NewsPageFactory()
    for start, end, day, count in ((portrait, news, 1, 4), (news, portrait, 1, 3), (news, portrait, 2, 3)):
        FollowCount.objects.create(from_page=start, to_page=end, day=f"2026-01-0{day}", count=count)
    ways = [(row["from_page"], row["total"]) for row in FollowCount.objects.per_way()]
    assert ways == [(news.pk, 6), (portrait.pk, 4)]
