"""A portrait is of exactly one person: ready for that from the start, patient with drafts, strict when it goes out."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from editors import autosave, fill_in, press, sign_in
from factories import PersonFactory, PortraitIndexPageFactory, PortraitPageFactory
from people.models import Appearance
from portraits.forms import NOT_ONE
from portraits.models import PortraitIndexPage, PortraitPage

pytestmark = pytest.mark.django_db

HTML_ERROR = f"<span>{NOT_ONE}</span>"


@pytest.fixture
def editor():
    return sign_in("Eindredactie")


@pytest.fixture
def add_url() -> str:
    return reverse("wagtailadmin_pages:add", args=["portraits", "portraitpage", PortraitIndexPageFactory().pk])


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def row(number: int, person=None, role: str = "portrayed", **fields) -> dict[str, str]:
    """What the browser sends for one person on the page."""
    values = {"id": "", "person": str(person.pk) if person else "", "role": role, "ORDER": str(number + 1), **fields}
    return {f"appearances-{number}-{name}": value for name, value in values.items()}


def new_portrait(editor, add_url, *rows, title: str = "Marijke van der Velde"):
    """The form of a new portrait, with those rows of people."""
    data = fill_in(editor, add_url, title=title, slug="marijke-van-der-velde")
    for fields in rows:
        for name, value in fields.items():
            data[name] = value
    data["appearances-TOTAL_FORMS"] = str(len(rows))
    return data


def test_a_new_portrait_has_one_row_for_the_portrayed_person(editor, add_url):
    data = fill_in(editor, add_url)
    assert data["appearances-TOTAL_FORMS"] == "1"
    assert data["appearances-0-role"] == "portrayed"
    assert data["appearances-0-person"] == ""


def test_a_portrait_with_its_person_has_no_row_too_many(editor):
    data = fill_in(editor, edit_url(PortraitPageFactory()))
    assert data["appearances-TOTAL_FORMS"] == "1"


def test_a_draft_without_a_person_is_saved(editor, add_url):
    press(editor, add_url, new_portrait(editor, add_url, row(0)))
    page = PortraitPage.objects.get()
    assert not page.live
    assert page.person is None


def test_the_row_is_still_there_when_the_draft_is_opened_again(editor, add_url):
    press(editor, add_url, new_portrait(editor, add_url, row(0)))
    data = fill_in(editor, edit_url(PortraitPage.objects.get()))
    assert data["appearances-0-role"] == "portrayed"


def test_autosave_follows_the_editor_from_an_empty_row_to_a_person(editor, add_url):
    data = new_portrait(editor, add_url, row(0))
    first = autosave(editor, add_url, data)
    assert first["success"], first
    # The open form takes over what the server says about it, and goes on.
    for name, value in first["field_updates"].items():
        data[name] = value
    assert autosave(editor, first["url"], data)["success"]
    person = PersonFactory()
    data["appearances-0-person"] = str(person.pk)
    chosen = autosave(editor, first["url"], data)
    assert chosen["success"], chosen
    for name, value in chosen["field_updates"].items():
        data[name] = value
    assert autosave(editor, first["url"], data)["success"]
    (appearance,) = Appearance.objects.all()
    assert (appearance.person, appearance.role) == (person, Appearance.Role.PORTRAYED)


def test_an_empty_extra_row_does_not_stop_autosave(editor, add_url):
    data = new_portrait(editor, add_url, row(0, PersonFactory()), row(1, role="quoted"))
    assert autosave(editor, add_url, data)["success"]
    assert Appearance.objects.count() == 1


@pytest.mark.parametrize("button", ["action-publish", "action-submit"])
def test_it_goes_out_with_one_person(editor, add_url, button):
    person = PersonFactory()
    response = press(editor, add_url, new_portrait(editor, add_url, row(0, person)), button)
    assert response.status_code == 302
    page = PortraitPage.objects.get()
    assert page.person == person
    assert page.live == (button == "action-publish")


@pytest.mark.parametrize("button", ["action-publish", "action-submit"])
def test_it_does_not_go_out_without_a_person(editor, add_url, button):
    response = press(editor, add_url, new_portrait(editor, add_url, row(0)), button)
    assert HTML_ERROR in response.content.decode()
    assert not PortraitPage.objects.exists()


def test_the_error_stands_with_the_people(editor, add_url):
    response = press(editor, add_url, new_portrait(editor, add_url, row(0)), "action-publish")
    content = response.content.decode()
    assert content.count(NOT_ONE) == 1
    start = content.index('id="panel-child-wie_en_waar-personen-content"')
    assert start < content.index(NOT_ONE) < content.index('id="panel-child-wie_en_waar-op_de_dag')


WRONG_ROWS = {
    "two portrayed": lambda: [row(0, PersonFactory()), row(1, PersonFactory())],
    "only quoted": lambda: [row(0, PersonFactory(), "quoted")],
    "taken away": lambda: [row(0, PersonFactory(), DELETE="on")],
    "no rows": list,
}


@pytest.mark.parametrize("rows", WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_exactly_one(editor, add_url, rows):
    response = press(editor, add_url, new_portrait(editor, add_url, *rows()), "action-publish")
    assert HTML_ERROR in response.content.decode()


def test_others_may_be_on_it_too(editor, add_url):
    rows = row(0, PersonFactory(), "quoted"), row(1, PersonFactory()), row(2, PersonFactory(), "pictured"), row(3)
    press(editor, add_url, new_portrait(editor, add_url, *rows), "action-publish")
    assert PortraitPage.objects.get().live
    assert Appearance.objects.count() == 3


def test_another_person_takes_the_place_of_the_first(editor):
    page, other = PortraitPageFactory(), PersonFactory()
    data = fill_in(editor, edit_url(page))
    data["appearances-0-person"] = str(other.pk)
    press(editor, edit_url(page), data, "action-publish")
    assert PortraitPage.objects.get().person == other


def test_the_same_person_twice_in_the_same_way_is_refused_in_dutch(editor, add_url):
    person = PersonFactory()
    data = new_portrait(editor, add_url, row(0, PersonFactory()), row(1, person, "quoted"), row(2, person, "quoted"))
    content = press(editor, add_url, data, "action-publish").content.decode()
    assert "dubbele" in content.lower()


def test_preview_of_a_new_portrait_without_a_person(editor, add_url):
    section = PortraitIndexPage.objects.get()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["portraits", "portraitpage", section.pk])
    data = new_portrait(editor, add_url, row(0))
    assert editor.post(url, data).json()["is_valid"]
    assert editor.get(url).status_code == 200


def test_scheduling(editor, add_url):
    data = new_portrait(editor, add_url, row(0, PersonFactory()))
    day = timezone.localtime() + timezone.timedelta(days=2)
    data["go_live_at"] = f"{day:%d-%m-%Y %H:%M}"
    press(editor, add_url, data, "action-publish")
    page = PortraitPage.objects.get()
    assert not page.live
    assert page.approved_schedule


def test_a_comment_on_a_field(editor):
    page = PortraitPageFactory()
    data = fill_in(editor, edit_url(page))
    comment = {"id": "", "contentpath": "headline", "text": "Mooier kan ook", "position": "", "DELETE": ""}
    data["comments-TOTAL_FORMS"], data["comments-INITIAL_FORMS"] = "1", "0"
    for name, value in comment.items():
        data[f"comments-0-{name}"] = value
    data["comments-0-replies-TOTAL_FORMS"] = data["comments-0-replies-INITIAL_FORMS"] = "0"
    press(editor, edit_url(page), data)
    assert Comment.objects.get().text == "Mooier kan ook"


def test_from_redactie_through_the_workflow_to_the_site(editor, add_url):
    redactie = sign_in("Redactie")
    press(redactie, add_url, new_portrait(redactie, add_url, row(0, PersonFactory())), "action-submit")
    page = PortraitPage.objects.get()
    state = page.current_workflow_task_state
    editor.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    page.refresh_from_db()
    assert page.live
