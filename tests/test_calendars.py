"""Calendar files."""

import datetime

import pytest
from icalendar import Calendar
from wagtail.models import Page

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return factories.SessionFactory(
        module__slug="eerste",
        module__title="De eerste module",
        edition__slug="lichting-nu",
        title="Kennismaken; en meer, met komma's",
        date=datetime.date(2026, 10, 8),
        start_time=datetime.time(9, 30),
        end_time=datetime.time(16, 30),
        place="Utrecht",
        venue="De Brug",
    )


def events(client, address) -> list:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_an_event_tells_when_where_and_what(client, session):
    (event,) = events(client, "/leergang/eerste/agenda.ics")
    assert event["SUMMARY"] == "De eerste module: Kennismaken; en meer, met komma's"
    assert event["LOCATION"] == "De Brug, Utrecht"
    assert event["DTSTART"].dt.isoformat() == "2026-10-08T09:30:00+02:00"
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event["DTEND"].dt.isoformat() == "2026-10-08T16:30:00+02:00"


def test_winter_time(client, session):
    session.date = datetime.date(2026, 12, 3)
    session.save()
    (event,) = events(client, "/leergang/eerste/agenda.ics")
    assert event["DTSTART"].dt.utcoffset() == datetime.timedelta(hours=1)


def test_the_time_zone_is_explained(client, session):
    calendar = Calendar.from_ical(client.get("/leergang/eerste/agenda.ics").content)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_a_uid_stays_when_all_else_changes(client, session):
    (before,) = events(client, "/leergang/eerste/agenda.ics")
    session.title, session.date = "Anders", datetime.date(2026, 11, 5)
    session.save()
    session.module.slug = "hernoemd"
    session.module.save()
    (after,) = events(client, "/leergang/hernoemd/agenda.ics")
    assert before["UID"] == after["UID"]
    assert len(after["UID"]) > 10


def test_a_session_without_a_time_takes_the_day(client, session):
    session.start_time = session.end_time = None
    session.save()
    (event,) = events(client, "/leergang/eerste/agenda.ics")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (datetime.date(2026, 10, 8), datetime.date(2026, 10, 9))


def test_an_edition_has_the_sessions_of_all_its_modules(client, session):
    factories.SessionFactory(edition=session.edition, module__title="De tweede module")
    factories.SessionFactory(title="Van een andere lichting")
    summaries = {str(event["SUMMARY"]) for event in events(client, "/leergang/agenda-lichting-nu.ics")}
    assert summaries == {"De eerste module: Kennismaken; en meer, met komma's", "De tweede module"}


def test_sessions_of_a_draft_module_stay_out(client, session):
    Page.objects.filter(pk=session.module.pk).update(live=False)
    assert events(client, "/leergang/agenda-lichting-nu.ics") == []
    assert client.get("/leergang/eerste/agenda.ics").status_code == 404
