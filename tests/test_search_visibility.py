"""Whatever comes into sight or goes out of it, by hand or by itself: the next search knows."""

import datetime

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from editors import fill_in, press, sign_in
from factories import InfoPageFactory, MunicipalityFactory, NewsPageFactory, PortraitPageFactory, ThemeFactory, home
from search.find import find
from search.models import IndexedPage
from search.rebuilding import index_stale, out_of_step
from search.suggest import suggest

pytestmark = pytest.mark.django_db


def ids(query: str) -> set[int]:
    return {hit.page_id for hit in find(query)}


@pytest.fixture
def section():
    """A section with a page in it, and one in that."""
    section = InfoPageFactory(title="Afdeling")
    page = InfoPageFactory(title="Ringvaart", parent=section)
    InfoPageFactory(title="Ringvaart onder de brug", parent=page)
    return section


def family(section: Page) -> set[int]:
    """The pages below a section."""
    return set(Page.objects.get(pk=section.pk).get_descendants().values_list("pk", flat=True))


def test_what_is_planned_comes_and_goes_by_itself(section):
    now, minute = timezone.now(), datetime.timedelta(minutes=1)
    page = InfoPageFactory(title="Trekvaart", live=False, go_live_at=now - minute, expire_at=now + minute)
    page.save_revision(approved_go_live_at=now - minute)
    assert ids("trekvaart") == set()
    call_command("publish_scheduled")
    assert ids("trekvaart") == {page.pk}
    Page.objects.filter(pk=page.pk).update(expire_at=now - minute)
    Page.objects.filter(pk=section.pk).update(expire_at=now - minute)
    call_command("publish_scheduled")
    assert ids("trekvaart") == ids("ringvaart") == set()
    assert set(out_of_step().values()) == {0}


def test_a_section_that_is_closed_takes_its_whole_family_along(section):
    assert ids("ringvaart") == family(section)
    restriction = PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert ids("ringvaart") == set() and suggest("ringv") == []
    restriction.delete()
    assert ids("ringvaart") == family(section)


def test_a_section_that_is_unpublished_deleted_or_moved_does_so_too(section):
    section.unpublish()
    assert ids("ringvaart") == set()
    Page.objects.get(pk=section.pk).specific.save_revision().publish()
    assert ids("ringvaart") == family(section)
    hidden = InfoPageFactory(title="Verborgen", live=False)
    Page.objects.get(pk=section.pk).move(hidden, pos="last-child")
    assert ids("ringvaart") == set()
    Page.objects.get(pk=section.pk).move(home(), pos="last-child")
    assert ids("ringvaart") == family(section)
    Page.objects.get(pk=section.pk).delete()
    assert ids("ringvaart") == set() and set(out_of_step().values()) == {0}


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_of_a_whole_section_is_found_if_it_is_live(section, keep_live):
    copy = section.copy(recursive=True, keep_live=keep_live, update_attrs={"slug": "kopie"})
    expected = family(section) | (family(copy) if keep_live else set())
    assert ids("ringvaart") == expected
    index_stale()  # Wagtail saves a copy twice; the worker looks at it once more
    assert ids("ringvaart") == expected and set(out_of_step().values()) == {0}


def test_an_alias_comes_and_goes_with_its_page(section):
    page = NewsPageFactory(title="Trekvaart")
    alias = page.create_alias(update_slug="alias", parent=page.get_parent())
    assert ids("trekvaart") == {page.pk, alias.pk}
    page.unpublish()
    assert ids("trekvaart") == set()
    Page.objects.get(pk=page.pk).specific.save_revision().publish()
    assert ids("trekvaart") == {page.pk, alias.pk}
    alias.refresh_from_db()
    alias.delete()
    assert ids("trekvaart") == {page.pk}


def test_an_editor_takes_a_page_out_of_search_and_back():
    page, client = NewsPageFactory(title="Trekvaart"), sign_in()
    url = f"/beheer/pages/{page.pk}/edit/"
    for ticked, found in (("on", set()), ("", {page.pk})):
        data = fill_in(client, url)
        data.pop("not_in_search", None)
        if ticked:
            data["not_in_search"] = ticked
        press(client, url, data)  # a draft changes nothing
        assert ids("trekvaart") == ({page.pk} if ticked else set())
        assert press(client, url, data, "action-publish").status_code == 302
        assert ids("trekvaart") == found
        assert bool([hit for hit in suggest("trekv") if hit.page_id == page.pk]) == bool(found)


def test_a_new_name_and_the_mark_on_its_pages_stand_or_fall_together():
    place = MunicipalityFactory(name="Oudenaam")
    page = PortraitPageFactory(title="Portret", municipality=place)
    page.save_revision().publish()
    before = transaction.savepoint()
    place.name = "Nieuwenaam"
    place.save()
    assert IndexedPage.objects.get(pk=page.pk).is_stale
    transaction.savepoint_rollback(before)
    assert not IndexedPage.objects.get(pk=page.pk).is_stale


def test_a_theme_without_pages_is_not_suggested():
    used, _ = ThemeFactory(name="Klimaat"), ThemeFactory(name="Klimop")
    page = InfoPageFactory(title="Ringvaart", themes=[used])
    assert [each.label for each in suggest("klim")] == ["Klimaat"]
    page.unpublish()
    assert suggest("klim") == []
