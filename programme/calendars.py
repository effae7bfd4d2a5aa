"""Sessions as a calendar file (RFC 5545) that phones and Outlook take over and update."""

import datetime
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import slugify
from icalendar import Calendar, Event, Timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def calendar_response(name: str, sessions: Iterable, filename: str) -> HttpResponse:
    """The sessions as an .ics attachment; a calendar without sessions is valid too."""
    response = HttpResponse(calendar_for(name, sessions).to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slugify(filename)}.ics"'
    return response


def calendar_for(name: str, sessions: Iterable) -> Calendar:
    """A calendar with one event for each session, and the time zone that their times are in."""
    calendar = Calendar()
    calendar.add("prodid", "-//Leergang//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Europe/Amsterdam")
    calendar.add_component(Timezone.from_tzinfo(AMSTERDAM, first_date=datetime.date(2000, 1, 1)))
    for session in sessions:
        calendar.add_component(event_for(session))
    return calendar


def event_for(session) -> Event:
    """The session as an event. Its UID follows from the row alone, so that an update replaces the earlier event."""
    module = session.module
    event = Event()
    event.add("uid", f"sessie-{session.pk}@leergang")
    changed = (
        module.last_published_at or module.first_published_at or datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    )
    event.add("dtstamp", changed.astimezone(datetime.UTC))
    event.add("last-modified", changed.astimezone(datetime.UTC))
    event.add("summary", f"{module.title}: {session.title}" if session.title else module.title)
    if session.starts_at:
        event.add("dtstart", session.starts_at.astimezone(AMSTERDAM))
        event.add("dtend", (session.ends_at or session.starts_at + datetime.timedelta(hours=1)).astimezone(AMSTERDAM))
    else:
        event.add("dtstart", session.date)
        event.add("dtend", session.date + datetime.timedelta(days=1))
    if session.location:
        event.add("location", session.location)
    event.add("url", f"{settings.BASE_URL}{module.url}")
    event.add("description", f"{session.edition.name}. {module.lead}".strip())
    return event
