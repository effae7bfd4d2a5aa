"""What goes with a page: likeness, its nearest, one page for a person, and a mixed company."""

import random
from dataclasses import replace

import numpy as np
import pytest

from people.models import Appearance
from programme.models import NewsPage
from programme.models.research import PlainAuthor
from search.likeness import KEPT, choose
from search.profiles import Profile, profile_of
from search.reasons import Reason
from search.related import related_to, suggest_for_draft
from search.renewal import visible_kinds, without_ancestors
from search.shelf import Shelf
from search.shelves import current_shelf
from test_related_renewal import HACK, MONEY, listed, rebuilt
from tests import factories

pytestmark = pytest.mark.django_db


def test_at_most_one_page_of_a_person_is_suggested():
    person = factories.PersonFactory()
    for n in range(3):
        factories.PortraitPageFactory(title=f"Portret {n}", lead=MONEY, person=person)
    page = factories.NewsPageFactory(title="Begroting", lead=MONEY)
    rebuilt()
    assert len(listed(page)) == 1


def test_an_author_counts_as_a_person_whether_or_not_the_site_has_more_than_a_name():
    person = factories.PersonFactory(given_name="Lotte", infix="van", family_name="Dam")
    for n in range(2):
        research = factories.ResearchPageFactory(title=f"Onderzoek {n}", lead=MONEY)
        research.plain_authors.add(PlainAuthor(given_name="Lotte", infix="van", family_name="Dam"))
        research.save()
    by_person = factories.ResearchPageFactory(title="Onderzoek van haar", lead=MONEY)
    Appearance.objects.create(page=by_person, person=person, role=Appearance.Role.AUTHOR)
    draft = NewsPage(title="Begroting", lead=MONEY)
    rebuilt()
    assert len(suggest_for_draft(draft)) == 1


def test_a_shared_author_of_whom_there_is_only_a_name_is_a_reason():
    pages = [factories.ResearchPageFactory(title=f"Onderzoek {n}", lead=text) for n, text in enumerate((MONEY, HACK))]
    for page in pages:
        page.plain_authors.add(PlainAuthor(given_name="Lotte", family_name="Dam"))
        page.save()
    assert Reason("persoon", ("Lotte Dam",)) in suggest_for_draft(pages[0].specific)[0].reasons
    rebuilt()
    assert Reason("persoon", ("Lotte Dam",)) in related_to(pages[0])[0].reasons


def kinds_shown(source) -> list[str]:
    return [suggestion.page._meta.model_name for suggestion in related_to(source)]


def one_of_six_news_pages_about_money():
    for n in range(5):
        factories.NewsPageFactory(title=f"Begroting {n}", lead=MONEY)
    return factories.NewsPageFactory(title="Begroting", lead=MONEY)


def test_not_four_of_a_kind_where_another_is_as_good():
    source = one_of_six_news_pages_about_money()
    factories.ResearchPageFactory(title="Begroting en raad", lead=MONEY)
    rebuilt()
    assert sorted(kinds_shown(source)) == ["newspage"] * 3 + ["researchpage"]


def test_four_of_a_kind_where_the_others_are_about_something_else():
    source = one_of_six_news_pages_about_money()
    factories.ResearchPageFactory(title="Gehackt", lead=HACK)
    rebuilt()
    assert kinds_shown(source) == ["newspage"] * 4


def test_comparing_many_at_once_gives_what_comparing_one_gives():
    chance = random.Random(20261127)
    words = MONEY.split() + HACK.split()
    for n in range(30):
        lead = " ".join(chance.sample(words, 14))
        factories.NewsPageFactory(title=f"{chance.choice(words)} {n}", lead=lead, themes=[])
    rebuilt()
    shelf = current_shelf()
    kinds = without_ancestors(visible_kinds, "")
    for profile, compared in zip(shelf.profiles, shelf.compare_roughly(shelf.profiles), strict=True):
        one = choose(shelf, profile, kinds)
        assert one == choose(shelf, profile, kinds, compared=compared)
        assert len(one) == KEPT


def test_a_page_without_a_date_is_not_taken_for_an_old_one():
    shelf = Shelf([profile_with(1, day=739_000), profile_with(2, day=739_730), profile_with(3, day=0)])
    old, new, undated = shelf.newness
    assert old < undated < new == 1


def test_two_pages_that_go_with_the_same_page_go_with_each_other():
    texts = [
        "zwibbelq krottelq",
        "krottelq vloemq",
        "vloemq snarpelq",
        "hulzq brimmelq",
    ]  # about no subject that is known
    shelf = Shelf([profile_with(at + 1, lead=text) for at, text in enumerate(texts)])
    to_itself, shared, by_another, nothing = shelf.likeness_to(shelf.profiles[0], np.arange(4))
    assert shelf.compare(shelf.profiles[0]).words[2] == 0
    assert to_itself > shared > by_another > nothing == 0


def test_a_page_that_is_like_no_other_is_compared_all_the_same():
    shelf = Shelf([profile_with(1, lead="zwibbelq"), profile_with(2, lead="krottelq")])
    assert shelf.likeness_to(profile_with(3, lead="vloemq"), np.arange(2)).tolist() == [0, 0]


HERSELF = "Mijn vader, mijn gezin en mijn zus; thuis praat ik over verdriet, over de scheiding en over mijn kinderen."


def test_that_two_are_portraits_does_not_make_them_alike():
    def shelf(portrait: int, research: int) -> Shelf:
        portraits = [f"{HERSELF} {about}" for about in (MONEY, HACK, HACK, HACK, "", "", "", "")]
        texts = [(text, portrait) for text in portraits] + [("Financiën en controle: de accountant.", research)] * 12
        return Shelf([profile_with(at, lead=text, kind=kind) for at, (text, kind) in enumerate(texts, 1)])

    def meaning_of_the_first(shelf: Shelf) -> tuple[float, float]:
        found = shelf.compare(shelf.profiles[0]).meaning
        return found[1], found[-1]  # another portrait, about a hack; research into money

    portrait, research = meaning_of_the_first(shelf(0, 0))
    assert portrait > research
    portrait, research = meaning_of_the_first(shelf(1, 2))
    assert portrait < research


def profile_with(page_id: int, day: int = 0, lead: str = MONEY, kind: int = 0) -> Profile:
    return replace(profile_of(NewsPage(title="", lead=lead)), page_id=page_id, day=day, kind=kind)
