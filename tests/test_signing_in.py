"""The door of the admin: guessing ends, waiting helps, and nobody learns who works here."""

import datetime

import pytest
from django.contrib.auth.hashers import get_hasher
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from serving.limits import LONGEST, Limit, note_all
from serving.models import Attempt
from serving.visitors import address_of
from working import work

pytestmark = pytest.mark.django_db

LOGIN = "/beheer/login/"
RESET = "/beheer/password_reset/"
PASSWORD = "lang-genoeg-en-goed"


@pytest.fixture
def anna():
    return User.objects.create_user("anna", "anna@voorbeeld.nl", PASSWORD, is_superuser=True)


def log_in(name: str = "anna", password: str = "fout", client: Client | None = None, **meta):
    return (client or Client()).post(LOGIN, {"username": name, "password": password}, **meta)


def later(monkeypatch, **period) -> None:
    moment = timezone.now() + datetime.timedelta(**period)
    monkeypatch.setattr("serving.limits.timezone.now", lambda: moment)


# --- Wrong passwords ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["anna", "niemand"])
def test_five_wrong_passwords_and_then_one_waits(anna, name):
    assert [log_in(name).status_code for _ in range(7)] == [200] * 5 + [429] * 2
    refused = log_in(name, PASSWORD)
    assert refused.status_code == 429
    assert refused["Retry-After"] == "900"
    assert "Wacht een kwartier" in refused.content.decode()
    assert "_auth_user_id" not in refused.client.session


def test_a_name_that_does_not_exist_is_answered_alike(anna, monkeypatch):
    """The same words, and the password is hashed as often: that is what takes the time."""
    hashed = []
    hasher = type(get_hasher())
    encode = hasher.encode
    monkeypatch.setattr(
        hasher, "encode", lambda self, *given, **named: hashed.append(1) or encode(self, *given, **named)
    )

    def answer(name: str) -> tuple:
        hashed.clear()
        response = log_in(name)
        return response.status_code, response.context["form"].non_field_errors(), len(hashed)

    anna_answer = answer("anna")
    User.objects.create_user("oud", password=PASSWORD, is_active=False)
    assert answer("niemand") == answer("oud") == anna_answer
    assert anna_answer[2] == 1


def test_other_ways_to_write_a_name_are_no_other_names(anna):
    for name in ("anna", "ANNA", " anna", "ａｎｎａ", "Anna"):
        log_in(name)
    assert log_in("anna").status_code == 429


def test_waiting_helps_and_knocking_meanwhile_does_no_harm(anna, monkeypatch):
    for _ in range(40):
        log_in()
    later(monkeypatch, minutes=15, seconds=1)
    assert log_in(password=PASSWORD).status_code == 302


def test_one_address_cannot_try_one_password_on_everybody(anna):
    assert [log_in(f"iemand-{number}").status_code for number in range(22)] == [200] * 20 + [429] * 2
    assert log_in(password=PASSWORD).status_code == 429
    assert log_in(password=PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_colleagues_at_one_address_do_not_count_for_each_other(anna):
    for _ in range(5):
        log_in("bert")
    assert log_in(password=PASSWORD).status_code == 302


def test_the_right_password_makes_up_for_wrong_ones(anna):
    for _ in range(4):
        assert [log_in().status_code for _ in range(4)] == [200] * 4
        assert log_in(password=PASSWORD).status_code == 302


def test_who_logs_in_often_is_not_stopped(anna):
    assert [log_in(password=PASSWORD).status_code for _ in range(30)] == [302] * 30
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("data", [{}, {"username": "anna"}, {"username": "an\x00na", "password": "x"}])
def test_what_tries_no_password_does_not_count(anna, data):
    assert [Client().post(LOGIN, data).status_code for _ in range(25)] == [200] * 25
    assert not Attempt.objects.exists()


def test_a_very_long_password_is_just_wrong(anna):
    assert log_in(password="w" * 200_000).status_code == 200


# --- Whose address it is -----------------------------------------------------------------------------------------


def test_a_header_of_the_visitors_own_is_not_believed(anna, settings):
    settings.BEHIND_PROXY = False
    answers = [log_in(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}").status_code for number in range(7)]
    assert answers == [200] * 5 + [429] * 2


def test_behind_a_proxy_only_its_own_word_counts(anna, settings):
    settings.BEHIND_PROXY = True
    answers = [log_in(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 203.0.113.5").status_code for number in range(7)]
    assert answers == [200] * 5 + [429] * 2
    assert log_in(password=PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.6").status_code == 302


@pytest.mark.parametrize(
    ("address", "known_as"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("onzin" * 1000, ("onzin" * 1000)[:64]),
        ("", ""),
    ],
)
def test_the_address_of_a_subscriber(rf, address, known_as):
    assert address_of(rf.get("/", REMOTE_ADDR=address)) == known_as


# --- Another password --------------------------------------------------------------------------------------------


def ask_for_link(email: str = "anna@voorbeeld.nl", **meta):
    return Client().post(RESET, {"email": email}, **meta)


def test_a_link_by_mail_that_works(anna, settings):
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = "https://leergang.example"
    response = ask_for_link()
    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_password_reset_done"))
    assert mail.outbox == []  # the answer does not wait for it
    work()
    (letter,) = mail.outbox
    assert letter.to == ["anna@voorbeeld.nl"]
    assert "achtwoord" in letter.subject
    (link,) = [line for line in letter.body.splitlines() if line.startswith("https://leergang.example/")]
    client = Client()
    form = client.get(link.removeprefix("https://leergang.example"), follow=True)
    assert form.status_code == 200
    new = {"new_password1": "nog-een-lang-woord", "new_password2": "nog-een-lang-woord"}
    client.post(form.request["PATH_INFO"], new)
    assert log_in(password="nog-een-lang-woord").status_code == 302


def test_whoever_asks_gets_the_same_answer(anna):
    def answer(email: str) -> tuple:
        response = ask_for_link(email)
        return response.status_code, response["Location"], DBTaskResult.objects.count()

    known, unknown = answer("anna@voorbeeld.nl"), answer("niemand@voorbeeld.nl")
    assert known[:2] == unknown[:2]
    assert (known[2], unknown[2]) == (1, 2)  # the same work is left to the worker
    assert "voorbeeld.nl" not in str(list(DBTaskResult.objects.values_list("args_kwargs")))
    work()
    assert [letter.to for letter in mail.outbox] == [["anna@voorbeeld.nl"]]


def test_no_more_than_five_mails_an_hour(anna, monkeypatch):
    answers = {ask_for_link(REMOTE_ADDR=f"192.0.2.{number}")["Location"] for number in range(9)}
    assert len(answers) == 1
    assert DBTaskResult.objects.count() == 5
    later(monkeypatch, hours=1, seconds=1)
    ask_for_link(REMOTE_ADDR="192.0.2.1")
    assert DBTaskResult.objects.count() == 6


def test_no_more_than_five_from_one_address(anna):
    for number in range(9):
        assert ask_for_link(f"iemand-{number}@voorbeeld.nl").status_code == 302
    assert DBTaskResult.objects.count() == 5


# --- What is kept ------------------------------------------------------------------------------------------------


def test_neither_name_nor_address_can_be_read_back(anna):
    log_in(REMOTE_ADDR="203.0.113.5")
    kept = str(list(Attempt.objects.values()))
    assert "anna" not in kept
    assert "203.0.113.5" not in kept


def test_what_counts_no_longer_is_removed_by_the_daily_round(anna, settings, monkeypatch):
    assert {"forget_attempts", "prune_db_task_results"} <= set(settings.DAILY_COMMANDS)
    log_in()
    assert Attempt.objects.count() == 2
    call_command("forget_attempts")
    assert Attempt.objects.count() == 2
    Attempt.objects.update(at=timezone.now() - LONGEST - datetime.timedelta(seconds=1))
    call_command("forget_attempts")
    assert not Attempt.objects.exists()


def test_an_attempt_under_two_limits_counts_under_both_or_none():
    wide, narrow = (Limit(name, most, datetime.timedelta(minutes=1)) for name, most in (("wide", 9), ("narrow", 1)))
    assert len(note_all((wide, ("a",)), (narrow, ("a",)))) == 2
    assert note_all((wide, ("a",)), (narrow, ("a",))) == []
    assert Attempt.objects.count() == 2


# --- Sessions ----------------------------------------------------------------------------------------------------


def test_a_session_from_before_the_login_is_worth_nothing(anna):
    client = Client()
    client.cookies["sessionid"] = "a" * 32
    log_in(password=PASSWORD, client=client)
    assert client.cookies["sessionid"].value != "a" * 32
    fixed = Client()
    fixed.cookies["sessionid"] = "a" * 32
    assert fixed.get("/beheer/").status_code == 302


def test_after_leaving_the_cookie_opens_nothing(anna):
    client = Client()
    log_in(password=PASSWORD, client=client)
    cookie = client.cookies["sessionid"].value
    assert client.get("/beheer/").status_code == 200
    client.post("/beheer/logout/")
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert thief.get("/beheer/").status_code == 302


def test_a_disabled_user_is_out_at_once(anna):
    client = Client()
    log_in(password=PASSWORD, client=client)
    User.objects.update(is_active=False)
    response = client.get("/beheer/")
    assert (response.status_code, response["Location"]) == (302, f"{LOGIN}?next=/beheer/")


@pytest.mark.parametrize(
    "next_",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:///evil.example"],
)
def test_after_the_login_one_stays_here(anna, next_):
    response = Client().post(f"{LOGIN}?next={next_}", {"username": "anna", "password": PASSWORD, "next": next_})
    assert (response.status_code, response["Location"]) == (302, "/beheer/")
