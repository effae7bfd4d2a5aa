"""Pins and refusals are part of the page, of its drafts, copies and workflow; visitors see what was published."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.urls import reverse
from modelcluster.forms import childformset_factory
from wagtail.models import Page

from editors import fill_in, press, sign_in
from factories import ModulePageFactory, NewsIndexPageFactory, NewsPageFactory, PortraitPageFactory, ResearchPageFactory
from pages.lasting_rows import LastingRowsFormSet
from pages.models import RelatedPin, RelatedRefusal
from pages.pinning import CONTRADICTION, ITSELF, NO_PAGE
from programme.models import NewsPage
from search.related import related_to

pytestmark = pytest.mark.django_db


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def with_rows(data, name: str, *rows: tuple, saved: int = 0) -> dict:
    """The form with these rows of a set: each (page id, place), or with a third part the id of a row saved before."""
    data = data.copy()
    for key in [key for key in data if key.startswith(f"{name}-")]:
        del data[key]
    sizes = {"TOTAL_FORMS": len(rows), "INITIAL_FORMS": saved, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1_000}
    for key, value in sizes.items():
        data[f"{name}-{key}"] = str(value)
    for number, (target, place, *row_id) in enumerate(rows):
        row = {"target": target, "ORDER": place, "DELETE": "", "id": row_id[0] if row_id else ""}
        for key, value in row.items():
            data[f"{name}-{number}-{key}"] = str(value)
    return data


def choose(client, page, pins=(), refusals=(), button="action-publish"):
    """Sends the editor's form with these pins and refusals, in this order."""
    data = fill_in(client, edit_url(page))
    data = with_rows(data, "related_pins", *[(target, place) for place, target in enumerate(pins, 1)])
    data = with_rows(data, "related_refusals", *[(target, 0) for target in refusals])
    return press(client, edit_url(page), data, button)


def pinned(page) -> list[int]:
    return list(RelatedPin.objects.filter(page=page.pk).values_list("target", flat=True))


def refused(page) -> list[int]:
    return list(RelatedRefusal.objects.filter(page=page.pk).values_list("target", flat=True))


def drafted(page) -> list[int]:
    return [pin.target_id for pin in Page.objects.get(pk=page.pk).get_latest_revision_as_object().related_pins.all()]


@pytest.fixture
def staff():
    return sign_in()


@pytest.fixture
def news():
    return NewsPageFactory()


@pytest.fixture
def others():
    return [PortraitPageFactory(), ResearchPageFactory(), ModulePageFactory(), NewsPageFactory()]


# --- Draft, publishing, workflow ---------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [PortraitPageFactory, ModulePageFactory, NewsPageFactory, ResearchPageFactory])
def test_every_page_with_the_block_has_the_tab(staff, make):
    content = staff.get(edit_url(make())).content.decode()
    assert "Ook interessant" in content
    assert "id_related_pins-TOTAL_FORMS" in content
    assert "id_related_refusals-TOTAL_FORMS" in content


def test_a_page_without_the_block_has_no_tab(staff):
    assert "related_pins" not in staff.get(edit_url(NewsIndexPageFactory())).content.decode()


def test_they_count_on_publish_and_not_before(staff, news, others):
    first, second, third = (page.pk for page in others[:3])
    choose(staff, news, pins=[third, first], refusals=[second], button="")
    assert (pinned(news), refused(news), drafted(news)) == ([], [], [third, first])
    choose(staff, news, pins=[third, first], refusals=[second])
    assert (pinned(news), refused(news)) == ([third, first], [second])
    shown = [each.page_id for each in related_to(news)]
    assert shown[:2] == [third, first]
    assert second not in shown


def test_the_order_is_the_editors(staff, news, others):
    choose(staff, news, pins=[page.pk for page in others])
    rows = list(RelatedPin.objects.filter(page=news.pk))
    data = fill_in(staff, edit_url(news))
    turned = [(row.target_id, 4 - number, row.pk) for number, row in enumerate(rows)]
    press(staff, edit_url(news), with_rows(data, "related_pins", *turned, saved=4), "action-publish")
    assert pinned(news) == [page.pk for page in reversed(others)]


def test_two_rows_that_swap_their_pages(staff, news, others):
    """What one can do with Wagtail's choosers only; publishing writes row after row."""
    one, two = others[0].pk, others[1].pk
    choose(staff, news, pins=[one, two])
    rows = list(RelatedPin.objects.filter(page=news.pk))
    swapped = [(two, 1, rows[0].pk), (one, 2, rows[1].pk)]
    data = with_rows(fill_in(staff, edit_url(news)), "related_pins", *swapped, saved=2)
    assert press(staff, edit_url(news), data, "action-publish").status_code == 302
    assert pinned(news) == [two, one]


def test_they_travel_through_the_workflow(news, others):
    writer, chief = sign_in("Redactie"), sign_in("Eindredactie")
    choose(writer, news, pins=[others[0].pk], button="action-submit")
    assert pinned(news) == []
    state = Page.objects.get(pk=news.pk).current_workflow_task_state
    chief.post(reverse("wagtailadmin_pages:workflow_action", args=[news.pk, "approve", state.pk]))
    assert pinned(news) == [others[0].pk]


def test_an_older_revision_brings_its_pins_back(staff, news, others):
    choose(staff, news, pins=[others[0].pk])
    before = Page.objects.get(pk=news.pk).latest_revision
    choose(staff, news, pins=[others[1].pk, others[2].pk])
    assert set(pinned(news)) >= {others[1].pk, others[2].pk}
    before.publish()
    assert pinned(news) == [others[0].pk]


# --- Copies and aliases ------------------------------------------------------------------------------------------


def test_a_copy_has_pins_of_its_own(staff, news, others):
    one, two = others[0].pk, others[1].pk
    choose(staff, news, pins=[one])
    copy = Page.objects.get(pk=news.pk).specific.copy(update_attrs={"slug": "kopie"})
    assert (pinned(copy), pinned(news)) == ([one], [one])
    row = RelatedPin.objects.get(page=copy.pk)
    data = with_rows(fill_in(staff, edit_url(copy)), "related_pins", (one, 2, row.pk), (two, 1), saved=1)
    press(staff, edit_url(copy), data, "action-publish")
    assert (pinned(copy), pinned(news)) == ([two, one], [one])


def test_a_copy_of_a_draft_has_the_pins_of_the_draft(staff, news, others):
    choose(staff, news, pins=[others[0].pk])
    choose(staff, news, pins=[others[0].pk, others[1].pk], button="")
    copy = Page.objects.get(pk=news.pk).specific.copy(update_attrs={"slug": "kopie"})
    assert set(drafted(copy)) == {others[0].pk, others[1].pk}
    assert staff.get(edit_url(copy)).status_code == 200
    copy.get_latest_revision().publish()
    assert set(pinned(copy)) == {others[0].pk, others[1].pk}


def test_an_alias_follows_its_source(staff, news, others):
    one, two = others[0].pk, others[1].pk
    choose(staff, news, pins=[one], refusals=[two])
    alias = Page.objects.get(pk=news.pk).specific.create_alias(update_slug="alias")
    assert (pinned(alias), refused(alias)) == ([one], [two])
    rows = RelatedPin.objects.get(page=news.pk)
    data = with_rows(fill_in(staff, edit_url(news)), "related_pins", (one, 2, rows.pk), (others[2].pk, 1), saved=1)
    press(staff, edit_url(news), data, "action-publish")
    assert (pinned(alias), refused(alias)) == ([others[2].pk, one], [two])
    assert pinned(news) == [others[2].pk, one]


# --- What makes no sense -----------------------------------------------------------------------------------------


def test_a_pin_to_a_page_deleted_meanwhile_is_left_out_and_nothing_is_lost(staff, news, others):
    data = fill_in(staff, edit_url(news), title="Wat ik schreef")
    data = with_rows(data, "related_pins", (others[0].pk, 1), (others[1].pk, 2))
    others[0].delete()
    assert press(staff, edit_url(news), data, "action-publish").status_code == 302
    news.refresh_from_db()
    assert (news.title, pinned(news)) == ("Wat ik schreef", [others[1].pk])


def test_a_draft_whose_pin_was_deleted_opens_saves_and_publishes(staff, news, others):
    choose(staff, news, pins=[others[0].pk, others[1].pk], refusals=[others[2].pk], button="")
    others[0].delete()
    others[2].delete()
    assert drafted(news) == [others[1].pk]
    data = fill_in(staff, edit_url(news))
    assert press(staff, edit_url(news), data, "action-publish").status_code == 302
    assert (pinned(news), refused(news)) == ([others[1].pk], [])


def test_a_published_pin_goes_with_its_page(staff, news, others):
    choose(staff, news, pins=[others[0].pk, others[1].pk])
    others[0].delete()
    assert pinned(news) == [others[1].pk]
    assert staff.get(edit_url(news)).status_code == 200


def test_the_second_of_two_equal_pins_and_a_row_without_a_page_are_left_out(staff, news, others):
    one = others[0].pk
    assert choose(staff, news, pins=[one, one, "", 987_654], refusals=[others[1].pk, others[1].pk]).status_code == 302
    assert (pinned(news), refused(news)) == ([one], [others[1].pk])


@pytest.mark.parametrize("name", ["pins", "refusals"])
def test_a_page_cannot_choose_itself(staff, news, name):
    response = choose(staff, news, **{name: [news.pk]})
    assert response.status_code == 200
    assert ITSELF in response.content.decode()
    assert (pinned(news), refused(news)) == ([], [])


def test_the_root_of_the_tree_is_no_page_for_visitors(staff, news):
    root = Page.objects.get(depth=1)
    assert NO_PAGE in choose(staff, news, pins=[root.pk]).content.decode()


def test_a_page_cannot_be_pinned_and_refused_at_once(staff, news, others):
    response = choose(staff, news, pins=[others[0].pk], refusals=[others[0].pk])
    assert CONTRADICTION in response.content.decode()
    assert pinned(news) == []


@pytest.mark.parametrize("value", ["abc", "-1", "99999999999999999999", "1 OR 1=1", "\x00"])
def test_a_target_that_is_no_id(staff, news, value):
    assert choose(staff, news, pins=[value]).status_code in (200, 302)
    assert pinned(news) == []


@pytest.mark.parametrize("button", ["", "action-publish"])
def test_two_editors_at_once(news, others, button):
    """The first took the pins out while the second had the page open; the second is not stuck, and loses nothing."""
    first, second = sign_in("Eindredactie"), sign_in("Eindredactie")
    choose(first, news, pins=[others[0].pk, others[1].pk], refusals=[others[2].pk])
    late = fill_in(second, edit_url(news), title="Van de tweede")
    data = fill_in(first, edit_url(news))
    for name in ("related_pins-0", "related_pins-1", "related_refusals-0"):
        data[f"{name}-DELETE"] = "1"
    press(first, edit_url(news), data, "action-publish")
    assert pinned(news) == refused(news) == []
    assert press(second, edit_url(news), late, button).status_code == 302
    draft = Page.objects.get(pk=news.pk).get_latest_revision_as_object()
    assert draft.title == "Van de tweede"
    assert drafted(news) == [others[0].pk, others[1].pk]
    assert [row.target_id for row in draft.related_refusals.all()] == [others[2].pk]


def test_the_number_of_a_row_of_another_page_changes_nothing_there(staff, news, others):
    choose(staff, others[3], pins=[others[1].pk])
    theirs = RelatedPin.objects.get(page=others[3].pk)
    data = with_rows(fill_in(staff, edit_url(news)), "related_pins", (others[0].pk, 1, theirs.pk), saved=1)
    assert press(staff, edit_url(news), data, "action-publish").status_code == 302
    assert pinned(news) == [others[0].pk]
    assert pinned(others[3]) == [others[1].pk]


def test_a_new_page_with_pins(staff, others):
    section = NewsIndexPageFactory._meta.model.objects.first()
    url = reverse("wagtailadmin_pages:add", args=["programme", "newspage", section.pk])
    data = fill_in(staff, url, title="Nieuw", slug="nieuw")
    data = with_rows(data, "related_pins", (others[1].pk, 1), (others[0].pk, 2))
    press(staff, url, data, "action-publish")
    assert pinned(NewsPage.objects.get(slug="nieuw")) == [others[1].pk, others[0].pk]


def test_a_request_that_says_it_has_a_thousand_million_rows_is_read_no_further_than_the_form_goes():
    page = NewsPageFactory()
    counts = {"rows-TOTAL_FORMS": "1", "rows-INITIAL_FORMS": str(10**9), "rows-0-id": "424242", "rows-1-id": "434343"}
    rows = childformset_factory(NewsPage, RelatedPin, formset=LastingRowsFormSet, fk_name="page", fields=["target"])
    assert rows(QueryDict(urlencode(counts)), instance=page, prefix="rows").data["rows-0-id"] == ""
    assert rows(QueryDict(urlencode(counts)), instance=page, prefix="rows").data["rows-1-id"] == "434343"
