"""What the shelf and its profiles hold: nothing at all, one page, pages without words, and the largest of numbers."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import numpy as np
import pytest

from programme.models import NewsPage
from search.evidence import needed_in
from search.explaining import reasons
from search.likeness import choose
from search.models import PageProfile
from search.profiles import MOST, VERSION, Profile, loaded, profile_of, stored
from search.related import related_to
from search.renewal import out_of_step
from search.shelf import Shelf
from search.shelves import current_shelf
from search.text.data import make_aspects
from test_likeness import profile_with
from test_related_renewal import HACK, MONEY, rebuilt
from tests import factories

pytestmark = pytest.mark.django_db

NOTHING = "de het een"  # words that say nothing, so that no term is left


def everywhere(page_ids: list[int]) -> dict[int, int]:
    """All pages are there, of one type."""
    return dict.fromkeys(page_ids, 0)


@pytest.fixture
def draft() -> Profile:
    return profile_of(NewsPage(title="Begroting", lead=MONEY))


def test_an_empty_shelf_is_like_nothing(draft):
    shelf = Shelf([])
    assert choose(shelf, draft, everywhere) == []
    assert shelf.compare(draft).likeness.shape == (0,)
    assert shelf.newness.shape == (0,)


def test_the_only_page_goes_with_nothing_and_with_a_draft_about_the_same(draft):
    shelf = Shelf([profile_with(1)])
    assert choose(shelf, shelf.profiles[0], everywhere) == []
    assert [found.page_id for found in choose(shelf, draft, everywhere)] == [1]


def test_pages_without_words_are_like_nothing_and_nothing_is_divided_by_zero(draft):
    shelf = Shelf([profile_with(1, lead=NOTHING), profile_with(2, lead=""), profile_with(3)])
    assert [len(profile.terms) for profile in shelf.profiles[:2]] == [0, 0]
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        for source in (*shelf.profiles, draft):
            rough = next(shelf.compare_roughly([source]))
            found = shelf.compare(source).likeness, rough.likeness, shelf.likeness_to(source, np.arange(3))
            assert all(np.isfinite(likeness).all() and (likeness[:2] == 0).all() for likeness in found)
        assert not choose(shelf, shelf.profiles[0], everywhere)
        assert reasons(shelf, shelf.profiles[0], [1, 2]) == [(), ()]


def test_a_shelf_of_pages_without_a_word(draft):
    shelf = Shelf([profile_with(pk, lead="") for pk in (1, 2)])
    assert choose(shelf, draft, everywhere) == choose(shelf, shelf.profiles[0], everywhere) == []


def test_what_is_said_without_end_stays_the_most_that_a_byte_holds():
    text = make_aspects.lines()[0]["text"]
    once, often = (profile_of(NewsPage(title=text, lead=text * times)) for times in (1, 200))
    assert max(once.aspects) == MOST
    assert max(often.weights) == MOST


def test_a_meaning_is_kept_as_whole_numbers_and_hardly_changes():
    shelf = Shelf([profile_with(1), profile_with(2, lead=HACK), profile_with(3, lead=f"{MONEY} {HACK}")])
    rows = shelf.meanings_in(slice(None))
    exact = np.stack([shelf.meaning_of(profile) for profile in shelf.profiles])
    assert exact.max() > 0.2
    assert np.abs(rows - exact).max() <= 1 / 65_535


def test_a_profile_comes_out_of_the_table_as_it_went_in():
    page = factories.NewsPageFactory(title="Begroting", lead=MONEY)
    PageProfile.objects.all().delete()
    profile = profile_of(page)
    stored(profile, 7).save()
    found = loaded(PageProfile.objects.get(pk=page.pk), profile.kind)
    for field in fields(Profile):
        if field.name != "stamp":
            assert np.array_equal(getattr(found, field.name), getattr(profile, field.name)), field.name
    assert found.stamp == 7


def test_a_row_of_an_older_version_is_not_compared_with_newer_ones(draft):
    old, new = (factories.NewsPageFactory(title=f"Begroting {n}", lead=MONEY) for n in range(2))
    rebuilt()
    PageProfile.objects.filter(pk=old.pk).update(version="3.0", terms=b"abc", subjects=b"", aspects=b"d")
    shelf = current_shelf()
    assert new.pk in shelf.row_of
    assert old.pk not in shelf.row_of
    assert [found.page_id for found in choose(shelf, draft, everywhere)] == [new.pk]
    assert {found.page_id for found in related_to(NewsPage(title="Begroting", lead=MONEY))} == {old.pk, new.pk}
    assert out_of_step()["outdated"] == 1


def test_a_version_fits_in_its_column():
    assert len(VERSION) <= PageProfile._meta.get_field("version").max_length


def test_threads_that_ask_at_once_get_the_same_reasons():
    shelf = Shelf([profile_with(pk, lead=lead) for pk, lead in enumerate([MONEY, HACK] * 20, 1)])
    rows = list(range(40))
    alone = [reasons(Shelf(shelf.profiles), source, rows) for source in shelf.profiles]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda source: reasons(shelf, source, rows), shelf.profiles))
    assert together == alone
    assert any(alone[0])
    assert all(np.array_equal(shelf.needed[row], needed_in(shelf.profiles[row])) for row in rows)
