"""What is said of why two pages go together: only what is true, and tells a reader something."""

import pytest

from people.models import Appearance
from search.explaining import is_telling
from search.reasons import Reason
from search.related import related_to
from tests import factories

pytestmark = pytest.mark.django_db

TWO_OF_IT = "Ransomware: criminelen eisten losgeld voor de bestanden."
ONE_OF_IT = "Na de ransomware werd het weer lente, met bloesem, taart en muziek."


def reasons_of(source, target) -> tuple[Reason, ...]:
    return next(found.reasons for found in related_to(source, limit=12) if found.page_id == target.pk)


def test_a_subject_is_said_of_which_both_have_several_words():
    source, target, aside = (
        factories.NewsPageFactory(title=f"Nummer {n}", lead=text)
        for n, text in enumerate((TWO_OF_IT, TWO_OF_IT, ONE_OF_IT))
    )
    factories.NewsPageFactory(title="Begroting", lead="De raad en de begroting: geld, controle en de accountant.")
    assert Reason("subjects", ("cyberaanvallen",)) in reasons_of(source, target)
    assert not any(reason.kind == "subjects" for reason in reasons_of(source, aside))


def test_words_that_only_lean_towards_a_subject_do_not_make_a_page_about_it():
    """Who counts and makes a list is not yet busy with elections; who opens a polling station is."""
    leaning = "Tel elk groen vak op het dashboard: cijfers, data en grafieken van bomen, en een teller."
    voting = "De verkiezing: het stembureau gaat open, de teller telt elk vak op de lijst met stemmen."
    for n in range(3):
        factories.NewsPageFactory(title=f"Anders {n}", lead="Het museum, de tuin en de muziek van de stad.")
    one, two, polls, other_polls = (
        factories.NewsPageFactory(title=f"Nummer {n}", lead=text, themes=[])
        for n, text in enumerate((leaning, leaning, voting, voting))
    )
    assert said_of(one, two).isdisjoint({"verkiezingen"})
    assert "verkiezingen" in said_of(polls, other_polls)


def said_of(source, target) -> set[str]:
    return {label for reason in reasons_of(source, target) if reason.kind == "subjects" for label in reason.labels}


def test_a_module_does_not_share_itself_with_its_pages():
    module = factories.ModulePageFactory(title="Crisis", lead=TWO_OF_IT)
    portrait = factories.PortraitPageFactory(lead=TWO_OF_IT, modules=[module])
    assert Reason("belongs", ("Crisis",)) in reasons_of(module, portrait)
    assert Reason("whole", ("Crisis",)) in reasons_of(portrait, module)


def test_a_name_is_not_what_a_text_is_about():
    person = factories.PersonFactory(given_name="Loes", infix="van den", family_name="Loket")
    lead = "Loes van den Loket en het loket van Loket, lente, bloesem en taart."
    pages = [factories.NewsPageFactory(title=f"Tekst {n}", lead=lead, themes=[]) for n in range(2)]
    assert reasons_of(*pages) == (Reason("words", ("loket",)),)
    Appearance.objects.create(page=pages[0], person=person, role=Appearance.Role.AUTHOR)
    assert reasons_of(*pages) == ()


def test_a_name_is_no_word_of_a_subject():
    """Nor are its parts: hacker and hack would be, and are as long as nobody here is known to have that name."""
    person = factories.PersonFactory(given_name="Sanne", infix="", family_name="Hacker")
    lead = "Sanne Hacker en de ransomware, met lente, bloesem en taart."
    pages = [factories.NewsPageFactory(title=f"Nummer {n}", lead=lead, themes=[]) for n in range(2)]
    factories.NewsPageFactory(title="Begroting", lead="De raad en de begroting: geld, controle en de accountant.")
    assert reasons_of(*pages) == (Reason("subjects", ("cyberaanvallen",)),)
    Appearance.objects.create(page=pages[0], person=person, role=Appearance.Role.AUTHOR)
    assert not any(reason.kind == "subjects" for reason in reasons_of(*pages))


@pytest.mark.parametrize("word", ["loket", "wachtlijst", "begroting", "AI"])
def test_words_that_tell_what_a_text_is_about(word):
    assert is_telling(word)


@pytest.mark.parametrize("word", ["heuvel", "bladzijde", "negen", "hingen", "lamp", "kwartier", "zwibbelq"])
def test_words_that_do_not(word):
    assert not is_telling(word)
