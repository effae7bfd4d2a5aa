"""Reports of how pages lead to each other: who may see them, what they list, and what goes into a spreadsheet."""

import csv
import datetime
import io

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import PageViewRestriction, ReferenceIndex

from editors import sign_in
from factories import InfoPageFactory, NewsPageFactory, PortraitPageFactory, ResearchPageFactory
from pages.models import RelatedPin, RelatedRefusal
from search.models import FollowCount, PageProfile, RelatedItem
from test_admin_pages import opens_in_dutch

pytestmark = pytest.mark.django_db
REPORTS = ["unreached_pages", "lonely_pages", "followed_ways"]


@pytest.fixture
def staff():
    return sign_in()


def listed(client, name: str, **query) -> str:
    """The rows of the report, without the menus around them."""
    response = client.get(reverse(f"{name}_results"), query)
    assert response.status_code == 200
    return response.content.decode()


def suggest(source, *targets, score: float = 1.0) -> None:
    for rank, target in enumerate(targets):
        RelatedItem.objects.create(source=source, target=target, rank=rank, score=score)


def followed(start, end, count: int, days_ago: int = 0) -> None:
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    FollowCount.objects.create(from_page=start, to_page=end, day=day, count=count)


# --- Who, and when there is nothing ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REPORTS)
def test_they_open_in_dutch_with_and_without_rows(staff, name):
    for _ in range(2):
        opens_in_dutch(staff, reverse(name))
        opens_in_dutch(staff, reverse(f"{name}_results"))
        followed(NewsPageFactory(), NewsPageFactory(), 3)


@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_report_says_what_that_means(staff, name):
    nothing = {
        "unreached_pages": "Naar elke pagina leidt",
        "lonely_pages": "Bij elke pagina passen",
        "followed_ways": "Er is nog niets geteld",
    }
    assert nothing[name] in listed(staff, name)


@pytest.mark.parametrize("name", REPORTS)
def test_what_a_report_counts_is_said_once(staff, name):
    for _ in range(2):
        assert listed(staff, name).count("report-explanation") == 1
        followed(NewsPageFactory(), NewsPageFactory(), 3)


@pytest.mark.parametrize("name", REPORTS)
def test_everybody_who_edits_may_see_them_and_nobody_else(client, name):
    url = reverse(name)
    assert "/beheer/login/" in client.get(url)["Location"]
    for group in ("Redactie", "Eindredactie"):
        assert sign_in(group).get(url).status_code == 200
    Group.objects.get(name="Redactie").page_permissions.all().delete()
    assert sign_in("Redactie").get(url).status_code == 302
    menu = sign_in("Redactie").get(reverse("wagtailadmin_home")).content.decode()
    assert "Wat bezoekers volgen" not in menu


@pytest.mark.parametrize("value", ["abc", "-1", "99999999999999999999", "' OR 1=1", "\x00"])
@pytest.mark.parametrize("name", REPORTS)
def test_filters_that_make_no_sense(staff, name, value):
    for key in ("period", "ordering", "p", "export"):
        assert staff.get(reverse(name), {key: value}).status_code == 200


# --- Pages to which nothing leads --------------------------------------------------------------------------------


def test_a_page_that_nothing_mentions_is_listed_and_others_are_not(staff):
    lonely, linked, pinned, suggested = (NewsPageFactory(title=f"{name} bericht") for name in "ABCD")
    source = PortraitPageFactory(
        title="De bron", body=[{"type": "paragraph", "value": f'<p><a linktype="page" id="{linked.pk}">Zie</a></p>'}]
    )
    ReferenceIndex.create_or_update_for_object(source)
    RelatedPin.objects.create(page=source, target=pinned)
    suggest(source, suggested)
    content = listed(staff, "unreached_pages")
    assert lonely.title in content
    for page in (linked, pinned, suggested):
        assert page.title not in content


def test_a_suggestion_that_pins_push_out_of_sight_leads_nowhere(staff):
    source, pushed, last = PortraitPageFactory(), NewsPageFactory(title="Vijfde"), NewsPageFactory(title="Vierde")
    pins = [ResearchPageFactory() for _ in range(3)]
    for place, pin in enumerate(pins):
        RelatedPin.objects.create(page=source, target=pin, sort_order=place)
    suggest(source, pins[0], last, pushed)  # shown are the three pins, and one suggestion that is none of them
    content = listed(staff, "unreached_pages")
    assert pushed.title in content
    assert last.title not in content


def test_what_stands_on_a_page_behind_a_password_leads_nowhere(staff):
    source, pinned, suggested = PortraitPageFactory(), *(NewsPageFactory(title=f"{name} stuk") for name in "AB")
    RelatedPin.objects.create(page=source, target=pinned)
    suggest(source, suggested)
    assert pinned.title not in listed(staff, "unreached_pages")
    PageViewRestriction.objects.create(page=source, restriction_type=PageViewRestriction.LOGIN)
    content = listed(staff, "unreached_pages")
    assert pinned.title in content and suggested.title in content


def test_a_refusal_a_link_in_a_draft_and_a_link_to_itself_lead_nowhere(staff):
    page = NewsPageFactory(title="Blijft alleen")
    link = [{"type": "paragraph", "value": f'<p><a linktype="page" id="{page.pk}">Zie</a></p>'}]
    draft, refusing = PortraitPageFactory(live=False, body=link), PortraitPageFactory()
    RelatedRefusal.objects.create(page=refusing, target=page)
    RelatedPin.objects.create(page=draft, target=page)
    page.body = link
    page.save()
    for source in (draft, refusing, page):
        ReferenceIndex.create_or_update_for_object(source)
    assert page.title in listed(staff, "unreached_pages")


def test_what_visitors_cannot_see_is_no_matter(staff):
    hidden, private = NewsPageFactory(title="Concept", live=False), NewsPageFactory(title="Besloten")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    content = listed(staff, "unreached_pages") + listed(staff, "lonely_pages")
    assert hidden.title not in content
    assert private.title not in content
    InfoPageFactory(title="In het menu")
    assert "In het menu" not in listed(staff, "unreached_pages")


# --- Pages without a good suggestion -----------------------------------------------------------------------------


def test_a_page_with_fewer_than_four_is_listed_with_its_number(staff):
    few, enough = NewsPageFactory(title="Weinig"), NewsPageFactory(title="Genoeg")
    others = [ResearchPageFactory(title=f"Onderzoek {number}") for number in range(4)]
    suggest(enough, *others)
    suggest(few, *others[:2])
    RelatedPin.objects.create(page=few, target=others[3])
    content = listed(staff, "lonely_pages")
    assert "Genoeg" not in content
    assert "Weinig" in content
    rows = export(staff, "lonely_pages")
    assert {"Titel": "Weinig", "Passende pagina's": "3"}.items() <= rows["Weinig"].items()
    RelatedRefusal.objects.create(page=few, target=others[0])
    assert export(staff, "lonely_pages")["Weinig"]["Passende pagina's"] == "2"


def test_suggestions_that_hardly_fit_are_no_good_ones(staff):
    page = NewsPageFactory(title="Half passend")
    suggest(page, *(ResearchPageFactory(title=f"Onderzoek {number}") for number in range(4)), score=0.1)
    assert export(staff, "lonely_pages")["Half passend"]["Passende pagina's"] == "0"


def test_a_page_that_was_not_compared_yet_is_not_called_lonely(staff):
    new, compared = NewsPageFactory(title="Zojuist gepubliceerd"), NewsPageFactory(title="Past nergens bij")
    PageProfile.objects.create(page=compared, terms=b"", subjects=b"", aspects=b"", list_is_stale=False)
    PageProfile.objects.create(page=new, terms=b"", subjects=b"", aspects=b"", list_is_stale=True)
    content = listed(staff, "lonely_pages")
    assert "Past nergens bij" in content
    assert "Zojuist gepubliceerd" not in content


# --- What visitors follow ----------------------------------------------------------------------------------------


def test_ways_are_added_up_over_days_and_say_how_they_stand_there(staff):
    start, pinned, other = PortraitPageFactory(title="Van"), NewsPageFactory(title="Vast"), NewsPageFactory(title="Los")
    RelatedPin.objects.create(page=start, target=pinned)
    for days_ago, count in ((0, 2), (1, 3)):
        followed(start, pinned, count, days_ago)
    followed(start, other, 9)
    rows = export(staff, "followed_ways", key="Naar")
    assert (rows["Vast"]["Keer"], rows["Vast"]["Hoe staat het er?"]) == ("5", "Vastgezet")
    assert (rows["Los"]["Keer"], rows["Los"]["Hoe staat het er?"]) == ("9", "Anders")
    content = listed(staff, "followed_ways")
    assert content.index("Los") < content.index("Vast")


def test_a_period_leaves_out_what_is_older(staff):
    start, end = PortraitPageFactory(title="Van"), NewsPageFactory(title="Naar hier")
    followed(start, end, 2, days_ago=40)
    assert "Naar hier" in listed(staff, "followed_ways", period="90")
    assert "Naar hier" not in listed(staff, "followed_ways", period="30")
    assert "Niets in deze periode" in listed(staff, "followed_ways", period="30")


# --- Cost and export ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REPORTS)
def test_thirty_rows_cost_as_many_queries_as_three(staff, name):
    def count() -> int:
        staff.get(reverse(name))
        with CaptureQueriesContext(connection) as captured:
            staff.get(reverse(name))
        return len(captured)

    def make(pairs: int) -> None:
        for _ in range(pairs):
            start = NewsPageFactory()
            PageProfile.objects.create(page=start, terms=b"", subjects=b"", aspects=b"", list_is_stale=False)
            followed(start, PortraitPageFactory(), 1)

    make(3)
    few = count()
    make(12)
    assert count() == few


def export(client, name: str, key: str = "Titel", **query) -> dict[str, dict[str, str]]:
    response = client.get(reverse(name), {"export": "csv", **query})
    text = b"".join(response.streaming_content).decode()
    return {row[key]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize("title", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)"])
def test_a_title_never_runs_in_a_spreadsheet(staff, title):
    page = NewsPageFactory(title=title)
    PageProfile.objects.create(page=page, terms=b"", subjects=b"", aspects=b"", list_is_stale=False)
    followed(page, NewsPageFactory(), 1)
    assert f"'{title}" in export(staff, "unreached_pages")
    assert f"'{title}" in export(staff, "lonely_pages")
    assert f"'{title}" in export(staff, "followed_ways", key="Van")
    sheet = load_workbook(io.BytesIO(b"".join(staff.get(reverse("lonely_pages"), {"export": "xlsx"}))))
    assert all(cell.data_type != "f" for row in sheet.active.rows for cell in row)
