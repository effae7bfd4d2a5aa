"""What visitors search for is counted without a trace of the visitor, and shown to staff from the third time."""

import datetime
import sqlite3
import threading

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from editors import sign_in
from factories import InfoPageFactory
from search.counting import ADD_ONE, DAYS_KEPT, MOST_A_DAY, count, is_new_search
from search.models import IgnoredQuery, SearchCount
from search.personal import is_bsn, looks_personal

REPORT = "/beheer/reports/zoeken/"


def searched(query: str, times: int = 3, found: int = 2, days_ago: int = 0) -> SearchCount:
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    return SearchCount.objects.create(day=day, query=query, times=times, found=found)


# --- What is nobody's business -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "jan.jansen@example.nl",
        "mail jan@gemeente naar",
        "jan＠example.nl",
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "bel (0318) 123 456",
        "+31 6 1234 5678",
        "0031612345678",
        "31612345678",
        "６１２３４５６７８",
        "111222333",
        "1112.22.333",
        "bsn 111 222 333",
        "10000008",
        "123456789",
        "123 45 67 89",
    ],
)
def test_this_looks_personal(text):
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "gemeentesecretaris",
        "lichting 2021–2022",
        "B&W",
        "AVG 2016/679",
        "28-05-2024",
        "1234567890",
        "1234 AB",
        "50+",
        "@",
    ],
)
def test_this_does_not(text):
    assert not looks_personal(text)


def test_the_test_of_eleven():
    assert is_bsn("111222333") and is_bsn("123456782") and is_bsn("10000008")
    assert not is_bsn("123456789") and not is_bsn("000000000") and not is_bsn("1112223") and not is_bsn("+11222333")


# --- Counting ----------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_same_search_is_one_line_whatever_its_capitals_and_spaces():
    for query in ("Digitaal leiderschap", "digitaal  leiderschap ", "DIGITAAL LEIDERSCHAP"):
        count(query, 4)
    row = SearchCount.objects.get()
    assert (row.query, row.times, row.found, row.day) == ("digitaal leiderschap", 3, 4, timezone.localdate())


@pytest.mark.django_db
def test_what_it_found_is_what_it_found_last():
    count("keuzemodule", 0)
    count("keuzemodule", 5)
    assert SearchCount.objects.get().found == 5


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "   ", "\x00", "a" * 101, "jan@example.nl", "06-12345678"])
def test_this_is_not_counted(query):
    count(query, 0)
    assert not SearchCount.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["a\x00b", "'; DROP TABLE search_searchcount; --", "%s %(x)s", "🙂", "\\", '"'])
def test_whatever_is_searched_is_counted_as_text(query):
    count(query, 0)
    assert SearchCount.objects.get().query == query.replace("\x00", " ").lower()


@pytest.mark.django_db
def test_nonsense_does_not_fill_the_database():
    today = timezone.localdate()
    SearchCount.objects.bulk_create(
        SearchCount(day=today, query=f"onzin {number}", times=1, found=0) for number in range(MOST_A_DAY)
    )
    count("nog meer onzin", 0)
    count("onzin 7", 0)
    assert SearchCount.objects.count() == MOST_A_DAY
    assert SearchCount.objects.get(query="onzin 7").times == 2


def on_a_file(path) -> list[int]:
    """The same statement on SQLite in a file, as sites have it; the tests' own database is in memory."""
    add_one, day = ADD_ONE.replace("%s", "?"), "2026-03-01"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE search_searchcount (day, query, times, found, UNIQUE (day, query))")

    def search_ten_times():
        connected = sqlite3.connect(path, timeout=10)
        for _ in range(10):
            with connected:
                connected.execute(add_one, [day, "tegelijk", 1, day, MOST_A_DAY, day, "tegelijk"])
        connected.close()

    eight_at_once(search_ten_times)
    with sqlite3.connect(path) as database:
        return [times for (times,) in database.execute("SELECT times FROM search_searchcount")]


def on_a_server() -> list[int]:
    def search_ten_times():
        for _ in range(10):
            count("tegelijk", 1)
        connection.close()

    eight_at_once(search_ten_times)
    return list(SearchCount.objects.values_list("times", flat=True))


def eight_at_once(work) -> None:
    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_search_is_lost_when_many_come_at_once(tmp_path):
    times = on_a_file(tmp_path / "db") if connection.vendor == "sqlite" else on_a_server()
    assert times == [80]


NEW = [{}, {"HTTP_REFERER": "http://testserver/nieuws/"}, {"HTTP_REFERER": "http://testserver/zoeken/?q=iets+anders"}]
OLD = [
    {"HTTP_REFERER": "http://testserver/zoeken/?q=Leren&thema=digitaal"},
    {"HTTP_REFERER": "http://testserver/zoeken/?q=leren&pagina=2"},
    {"HTTP_CACHE_CONTROL": "max-age=0"},
    {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
]


@pytest.mark.parametrize("headers", NEW)
def test_this_begins_a_search(headers):
    assert is_new_search(RequestFactory().get("/zoeken/", {"q": "leren"}, **headers))


@pytest.mark.parametrize("headers", OLD)
def test_this_goes_on_with_one(headers):
    assert not is_new_search(RequestFactory().get("/zoeken/", {"q": "leren"}, **headers))


@pytest.mark.parametrize("params", [{"pagina": "2"}, {"thema": "digitaal"}, {"sorteer": "datum"}])
def test_filter_order_and_second_page_are_no_new_search(params):
    assert not is_new_search(RequestFactory().get("/zoeken/", {"q": "leren", **params}))


def test_only_a_page_that_is_asked_for_counts():
    assert not is_new_search(RequestFactory().head("/zoeken/", {"q": "leren"}))
    assert not is_new_search(RequestFactory().get("/zoeken/"))


@pytest.mark.django_db
def test_counts_are_kept_ninety_days():
    searched("oud", days_ago=DAYS_KEPT + 1)
    searched("net niet oud", days_ago=DAYS_KEPT)
    call_command("forget_searches")
    assert SearchCount.objects.get().query == "net niet oud"


# --- The report --------------------------------------------------------------------------------------------------


def shown(client, **params) -> str:
    response = client.get(REPORT, params)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.django_db
def test_the_report_adds_up_days_and_shows_from_the_third_time():
    searched("digitaal", times=2, days_ago=3)
    searched("digitaal", times=1, found=7)
    searched("maar twee keer", times=2)
    content = shown(sign_in("Redactie"))
    assert "digitaal" in content and "maar twee keer" not in content
    assert "1 zoekopdracht\n" in content and "telling" not in content
    assert ">7<" in content.replace("\n", "").replace(" ", "")


@pytest.mark.django_db
def test_the_report_shows_what_found_nothing():
    searched("vond iets", found=1)
    searched("eerst niets", found=0, days_ago=2)
    searched("eerst niets", found=3)
    searched("nog steeds niets", found=0)
    content = shown(sign_in(), outcome="niets")
    assert "nog steeds niets" in content
    assert "vond iets</td>" not in content and "eerst niets" not in content


@pytest.mark.django_db
def test_from_a_line_one_makes_a_synonym_promotes_a_page_or_ignores_it():
    searched('woz <b>"bezwaar"</b>')
    client = sign_in("Eindredactie")
    content = shown(client)
    assert "<b>" not in content.partition('id="listing-results"')[2]
    synonym = client.get("/beheer/snippets/search/synonym/add/", {"woord": "woz bezwaar"}).content.decode()
    assert 'value="woz bezwaar, "' in synonym
    promote = client.get(reverse("search_promote"), {"woord": "woz bezwaar"}).content.decode()
    assert 'value="woz bezwaar"' in promote and 'name="editors_picks-0-page"' in promote
    client.post(reverse("search_ignore"), {"query": 'woz <b>"bezwaar"</b>', "next": REPORT})
    assert "bezwaar" not in shown(client).partition('id="listing-results"')[2]
    assert "bezwaar" in shown(client, ignored="ja")
    client.post(reverse("search_ignore"), {"query": 'woz <b>"bezwaar"</b>', "back": "1"})
    assert not IgnoredQuery.objects.exists()


@pytest.mark.django_db
def test_a_browser_that_is_asked_for_its_token_can_ignore_and_take_back():
    searched("woz bezwaar")
    client = sign_in("Eindredactie")
    client.handler.enforce_csrf_checks = True
    for address, ignored in ((REPORT, 1), (f"{REPORT}?ignored=ja", 0)):
        form = BeautifulSoup(client.get(address).content.decode(), "html.parser").select_one("#listing-results form")
        fields = {field["name"]: field["value"] for field in form.select("input")}
        answer = client.post(form["action"], fields)
        assert (answer.status_code, answer["Location"]) == (302, address)
        assert IgnoredQuery.objects.count() == ignored


@pytest.mark.django_db
def test_a_page_is_promoted_from_the_report_and_edited_from_there_later():
    client, page = sign_in("Eindredactie"), InfoPageFactory(title="Bezwaar maken")
    data = {"query_string": "WOZ  bezwaar", "editors_picks-TOTAL_FORMS": "1", "editors_picks-INITIAL_FORMS": "0"}
    data |= {"editors_picks-0-page": page.pk, "editors_picks-0-ORDER": "1"}
    assert client.post(reverse("wagtailsearchpromotions:add"), data).status_code == 302
    assert [hit["href"] for hit in recommended(Client().get("/zoeken/", {"q": "woz bezwaar"}))] == [page.url]
    again = client.get(reverse("search_promote"), {"woord": "woz bezwaar"}, follow=True)
    assert again.status_code == 200 and "Bezwaar maken" in again.content.decode()


def recommended(response) -> list:
    return BeautifulSoup(response.content.decode(), "html.parser").select(".recommended a")


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["", "\x00", "a" * 5000, "' OR 1=1--", '"<b>'])
def test_the_form_to_promote_a_page_survives_every_address(word):
    assert sign_in().get(reverse("search_promote"), {"woord": word}).status_code == 200


@pytest.mark.django_db
def test_redactie_sees_the_report_but_does_not_act_on_it():
    searched("woz bezwaar")
    client = sign_in("Redactie")
    content = shown(client)
    assert "woz bezwaar" in content
    assert "Synoniem maken" not in content and "Negeren" not in content and "uitlichten" not in content
    client.post(reverse("search_ignore"), {"query": "woz bezwaar"})
    assert not IgnoredQuery.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "\x00", " ", "a" * 5000, "' OR 1=1--"])
def test_ignoring_survives_everything(query):
    response = sign_in().post(reverse("search_ignore"), {"query": query, "next": "https://evil.example/"})
    assert (response.status_code, response["Location"]) == (302, REPORT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "params",
    [{"outcome": "x"}, {"ignored": "\x00"}, {"p": "1e9"}, {"ordering": "-found"}, {"ordering": "\x00"}, {"p": "-1"}],
)
def test_the_report_survives_every_address(params):
    searched("digitaal")
    assert sign_in().get(REPORT, params).status_code == 200
    assert sign_in().get(f"{REPORT}results/", params).status_code == 200


@pytest.mark.django_db
def test_a_spreadsheet_never_runs_what_a_visitor_typed():
    searched("=cmd|'/c calc'!a1")
    answer = sign_in().get(REPORT, {"export": "csv"})
    assert b"'=cmd" in b"".join(answer.streaming_content)
    assert sign_in().get(REPORT, {"export": "xlsx"}).status_code == 200


@pytest.mark.django_db
def test_wagtails_own_report_of_search_terms_is_not_in_the_menu():
    content = sign_in().get(reverse("wagtailadmin_home")).content.decode()
    assert REPORT in content
    assert reverse("wagtailsearchpromotions:search_terms") not in content
