"""Editions say by themselves whether they are coming, running or over."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from programme.models import Edition, most_relevant
from tests import factories

START, END = datetime.date(2026, 9, 17), datetime.date(2028, 3, 30)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def on(monkeypatch):
    """Sets the day that the site takes for today."""

    def set_day(day: datetime.date):
        monkeypatch.setattr("programme.models.edition.timezone.localdate", lambda *args: day)

    return set_day


@pytest.mark.parametrize(
    ("day", "state", "period"),
    [
        (START - DAY, "coming", "Start op 17 september 2026 en loopt tot en met 30 maart 2028"),
        (START, "running", "Loopt van 17 september 2026 tot en met 30 maart 2028"),
        (END, "running", "Loopt van 17 september 2026 tot en met 30 maart 2028"),
        (END + DAY, "over", "Liep van 17 september 2026 tot en met 30 maart 2028"),
    ],
)
def test_state_and_sentence(on, day, state, period):
    on(day)
    edition = Edition(name="Lichting", start=START, end=END)
    assert (edition.state, edition.period) == (state, period)


@pytest.mark.parametrize(
    ("day", "chosen", "shown"),
    [
        (datetime.date(2026, 6, 30), "open", "open"),
        (datetime.date(2026, 7, 1), "open", "closed"),
        (END + DAY, "open", "closed"),
        (datetime.date(2026, 6, 1), "full", "full"),
        (datetime.date(2026, 6, 1), "closed", "closed"),
    ],
)
def test_enrolment_closes_by_itself(on, day, chosen, shown):
    on(day)
    edition = Edition(start=START, end=END, enrolment=chosen, enrolment_until=datetime.date(2026, 6, 30))
    assert edition.enrolment_now == shown


def test_enrolment_in_words(on):
    on(datetime.date(2026, 6, 1))
    edition = Edition(start=START, end=END, enrolment="open", enrolment_until=datetime.date(2026, 6, 30))
    assert edition.enrolment_text == "Inschrijving open tot en met 30 juni 2026"
    edition.enrolment = Edition.Enrolment.FULL
    assert edition.enrolment_text == "Deze lichting is vol"


@pytest.mark.django_db
def test_the_most_relevant_edition(on):
    past = factories.EditionFactory(start=datetime.date(2021, 9, 16), end=datetime.date(2022, 3, 31))
    running = factories.EditionFactory(start=START, end=END)
    coming = factories.EditionFactory(start=datetime.date(2029, 1, 1), end=datetime.date(2030, 1, 1))
    for day, expected in (
        (datetime.date(2020, 1, 1), past),
        (datetime.date(2024, 1, 1), running),
        (datetime.date(2027, 1, 1), running),
        (datetime.date(2028, 6, 1), coming),
        (datetime.date(2031, 1, 1), coming),
    ):
        on(day)
        assert most_relevant(Edition.objects.all()) == expected


@pytest.mark.django_db
def test_dates_that_make_no_sense_are_refused():
    edition = factories.EditionFactory.build(programme=factories.ProgrammePageFactory(), start=END, end=START)
    with pytest.raises(ValidationError, match="ligt vóór de eerste dag"):
        edition.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"start_time": datetime.time(14), "end_time": datetime.time(9)}, "eindtijd moet later zijn"),
        ({"end_time": datetime.time(9)}, "hoe laat het begint"),
        ({"date": datetime.date(2025, 1, 1)}, "valt buiten"),
    ],
)
def test_sessions_that_make_no_sense_are_refused(values, message):
    session = factories.SessionFactory.build(
        module=factories.ModulePageFactory(), edition=factories.EditionFactory(), **values
    )
    with pytest.raises(ValidationError, match=message):
        session.full_clean()


@pytest.mark.django_db
def test_the_page_of_the_programme_tells(client, on):
    factories.SessionFactory(edition__name="Lichting Nu", title="Kennismaken")
    on(datetime.date(2027, 1, 1))
    content = client.get("/leergang/").content.decode()
    assert "Nu bezig" in content and "Kennismaken" in content
    on(datetime.date(2029, 1, 1))
    assert "Afgerond" in client.get("/leergang/").content.decode()
