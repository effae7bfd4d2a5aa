"""What visitors find, and what is never found."""

import pytest
from wagtail.models import PageViewRestriction

from factories import InfoPageFactory, NewsPageFactory, PersonFactory, PortraitPageFactory, ThemeFactory, home
from search.find import find
from search.models import IndexedPage
from search.suggest import suggest
from search.text.excerpts import excerpt

pytestmark = pytest.mark.django_db


def ids(query: str, **asked) -> list[int]:
    return [hit.page_id for hit in find(query, **asked)]


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Portret van een gemeentesecretaris", "portretten"),
        ("De gemeentesecretaris aan het woord", "secretaris"),
        ("Samenwerken in Súdwest-Fryslân", "sudwest fryslan"),
        ("De keuzemodule begint", "keuze module"),
        ("Digitaal leiderschap", "digitaalleiderschap"),
        ("Hij heeft alles gestolen", "stelen"),
    ],
)
def test_a_page_is_found_by_another_form_of_its_words(title, query):
    page = InfoPageFactory(title=title)
    assert ids(query) == [page.pk]


def test_pages_with_all_words_come_before_those_with_fewer():
    InfoPageFactory(title="Digitaal werken, digitaal leren, digitaal zijn")
    both = InfoPageFactory(title="Leiderschap in een wereld die digitaal is")
    found = find("digitaal leiderschap")
    assert found.hits[0].page_id == both.pk and found.hits[0].has_all_words
    assert found.total == 1


def test_what_may_not_be_seen_is_not_found():
    section = InfoPageFactory(title="Ringvaart")
    page = InfoPageFactory(title="Ringvaart diep", parent=section)
    assert set(ids("ringvaart")) == {section.pk, page.pk}
    restriction = PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert ids("ringvaart") == []
    restriction.delete()
    assert set(ids("ringvaart")) == {section.pk, page.pk}
    section.unpublish()
    assert ids("ringvaart") == []
    section.save_revision().publish()
    assert set(ids("ringvaart")) == {section.pk, page.pk}
    page.delete()
    assert ids("ringvaart") == [section.pk]


def test_a_page_that_is_kept_out_of_search_is_not_found():
    page = InfoPageFactory(title="Ringvaart")
    page.not_in_search = True
    page.save_revision().publish()
    assert ids("ringvaart") == []
    assert not IndexedPage.objects.filter(pk=page.pk).exists()


def test_filters_keep_each_others_state():
    theme = ThemeFactory(name="Taal", slug="taal")
    news = NewsPageFactory(title="Ringvaart", themes=[theme])
    news.save_revision().publish()
    InfoPageFactory(title="Ringvaart")
    found = find("ringvaart", {"thema": ["taal"], "type": ["programme.newspage"], "jaar": ["zomaar"], "x": ["y"]})
    assert [hit.page_id for hit in found] == [news.pk]
    counts = {group.key: {option.label: option.count for option in group.options} for group in found.facets}
    assert counts == {"type": {"Nieuws": 1, "Informatiepagina": 0}, "thema": {"Taal": 1}, "jaar": {"2024": 1}}


@pytest.mark.parametrize("number", [-1, 0, 99, 10**30, "abc", None])
def test_a_wrong_page_number_gives_no_error(number):
    InfoPageFactory(title="Ringvaart")
    assert find("ringvaart", page=number).total == 1


def test_suggestions_name_people_pages_and_themes():
    person = PersonFactory(given_name="Rinske", infix="", family_name="Ringnalda")
    PortraitPageFactory(title="Rinske Ringnalda", person=person).save_revision().publish()
    InfoPageFactory(title="De ringvaart", themes=[ThemeFactory(name="Ringen", slug="ringen")])
    assert {(found.kind, found.label) for found in suggest("rin")} == {
        ("person", "Rinske Ringnalda"),
        ("page", "De ringvaart"),
        ("theme", "Ringen"),
    }
    assert suggest("r") == suggest("\x00") == []


def test_an_excerpt_marks_inflections_and_compounds():
    text = "Over de gemeentesecretarissen van Nederland."
    marked = [segment.text for segment in excerpt(text, {"secretaris"}) if segment.is_match]
    assert marked == ["gemeentesecretarissen"]


def test_the_home_page_is_found():
    page = home()
    page.lead = "Ringvaart"
    page.save_revision().publish()
    assert ids("ringvaart") == [page.pk]


@pytest.mark.parametrize(
    ("title", "query", "correction"),
    [
        ("Informatieveiligheid", "infomatieveiligheid", "informatieveiligheid"),
        ("Klare taal", "klaretaal", "klare taal"),
        ("Persoonlijk leiderschap", "persoonlijk lijderschap", "persoonlijk leiderschap"),
    ],
)
def test_a_mistyped_word_finds_what_was_meant(title, query, correction):
    page = InfoPageFactory(title=title)
    assert ids(query) == [page.pk]
    assert find(query).correction == correction


def test_a_dutch_word_that_the_site_has_not_is_no_mistake():
    InfoPageFactory(title="De wethouder")
    found = find("weerhouden")
    assert not found and found.correction is None


def test_a_phrase_goes_before_the_same_words_apart():
    apart = InfoPageFactory(title="Zorg, jong en oud")
    together = InfoPageFactory(title="Vandaag", lead="Wat jong en oud bindt")
    found = find('"jong en oud" zorg')
    assert [(hit.page_id, hit.has_all_words) for hit in found] == [(apart.pk, True), (together.pk, False)]
    assert [hit.page_id for hit in find('"jong en oud"')][:2] in ([together.pk, apart.pk], [apart.pk, together.pk])
    assert ids('"oud en jong"') and find('"oud en jong"').total == 0


def test_a_word_with_a_minus_is_left_out():
    kept = InfoPageFactory(title="Ringvaart in de zomer")
    InfoPageFactory(title="Ringvaart in de winter")
    assert ids("ringvaart -winter") == [kept.pk]


def test_a_title_that_is_the_query_goes_first():
    InfoPageFactory(title="Privacy en nog eens privacy", lead="Privacy, privacy, privacy")
    exact = InfoPageFactory(title="Privacy")
    assert ids("privacy")[0] == exact.pk


def test_small_words_are_found_side_by_side_only():
    page = InfoPageFactory(title="Hedwig van der Meer")
    InfoPageFactory(title="Meer weten over het een en ander")
    assert ids("van der meer") == [page.pk]
    assert ids("de") == ids("") == ids("   ") == ids("😀") == []
