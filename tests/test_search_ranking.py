"""What goes before what, and what a process knows of the pages without asking again."""

import numpy as np
import pytest

from factories import InfoPageFactory, home
from pages.models import InfoPage
from search.asking import read
from search.concepts import concepts_of
from search.find import find
from search.models import IndexedPage
from search.nearness import Saying, distance
from search.postings import MOST_WEIGHT, Postings
from search.register import register
from search.synonyms import synonyms
from search.text.compounds import within
from search.weights import analysed

pytestmark = pytest.mark.django_db


def ids(query: str) -> list[int]:
    return [hit.page_id for hit in find(query)]


def test_the_register_is_read_anew_only_when_something_was_written(django_assert_num_queries):
    page = InfoPageFactory(title="Ringvaart")
    known = register()
    with django_assert_num_queries(1):
        assert register() is known
    page.title = "Trekvaart"
    page.save_revision().publish()
    assert register() is not known


def test_a_transaction_that_is_committed_late_is_noticed():
    """Its rows bear no later time than what was read already; any other stamp tells."""
    pages = [InfoPageFactory(title="Ringvaart", slug=f"ringvaart-{number}") for number in range(2)]
    register()
    stamp = IndexedPage.objects.get(pk=pages[0].pk).stamp
    IndexedPage.objects.filter(pk=pages[0].pk).update(stamp=stamp - 1, title_words=" trekvaart ")
    assert register().beginning(["trek"], 5) == [pages[0].pk]


def test_titles_are_found_by_how_their_words_begin():
    page = InfoPageFactory(title="De ringvaart in Súdwest-Fryslân")
    other = InfoPageFactory(title="Ring en vaart")
    find_in = register().beginning
    assert find_in(["ringv"], 5) == find_in(["fry", "de"], 5) == [page.pk]
    assert set(find_in(["ring"], 5)) == {page.pk, other.pk} and len(find_in(["ring"], 1)) == 1
    assert find_in(["vaart"], 5) == [other.pk] and find_in(["aart"], 5) == []


def test_rows_of_a_term_are_those_of_the_index():
    page = InfoPageFactory(title="Ringvaart", lead="Over de ringvaart")
    postings = Postings(register())
    postings.read(["ringvaart", "nergens"])
    rows = postings.of("ringvaart")
    assert postings.register.ids[rows.pages].tolist() == [page.pk]
    assert rows.weights.tolist() == [page.indexed.postings.get(term__text="ringvaart").weight]
    assert postings.counts == {"ringvaart": 1, "nergens": 0} and not len(postings.of_all(["ringvaart", "nergens"]))


def test_a_page_with_a_large_id_is_found():
    page = home().add_child(instance=InfoPage(pk=2**31 - 1, title="Ringvaart", slug="ringvaart"))
    assert ids("ringvaart") == [page.pk]


def test_a_word_that_is_said_for_ever_still_fits_in_a_number():
    assert analysed({"title": ["ringvaart " * 20_000]}).weights["ringvaart"] <= MOST_WEIGHT


def test_words_that_stand_together_go_before_the_same_words_apart():
    between = " ".join(f"opvulwoord{n}" for n in range(30))
    apart = InfoPageFactory(title="Vandaag", slug="apart", lead=f"De sluis {between} en de kade")
    together = InfoPageFactory(title="Vandaag", lead=f"De sluizen en kaden {between}")
    assert ids("sluis kade") == [together.pk, apart.pk]


def test_how_near_words_stand_is_counted_in_words_whatever_their_form():
    saying = Saying(concepts_of(read("sluis kade").words, synonyms()))
    assert saying.nearness(" sluizen kades ") == 1
    assert saying.nearness(" sluis en de kade ") == pytest.approx(1 / 3)
    assert saying.nearness(" sluis ") == 0
    assert distance([1, 50], [20, 49]) == 1


def test_a_page_about_the_subject_goes_before_one_that_drops_the_word():
    aside = InfoPageFactory(title="Jaarverslag", lead="Er was een training, een feest en een hack. En taart.")
    about = InfoPageFactory(title="Jaarbericht", lead="Na de hack eisten criminelen losgeld. Ransomware, malware.")
    assert ids("hack") == [about.pk, aside.pk]
    likeness = register().topics.likeness(concepts_of(["hack"], synonyms()), np.ones(len(register()), np.bool_))
    at = {int(pk): place for place, pk in enumerate(register().ids)}
    assert likeness[at[about.pk]] > likeness[at[aside.pk]]


def test_a_page_like_the_best_goes_before_one_about_something_else():
    for number in range(3):
        lead = "Na de hack eisten criminelen losgeld. Ransomware."
        InfoPageFactory(title=f"Strijkplank {number}", slug=f"best-{number}", lead=lead)
    aside = InfoPageFactory(title="Tweede", slug="aside", lead="Een strijkplank, een taart en een feest met muziek.")
    about = InfoPageFactory(title="Derde", slug="about", lead="Een strijkplank, een virus en een wachtwoord gestolen.")
    assert ids("strijkplank")[-2:] == [about.pk, aside.pk]


def test_small_words_do_not_keep_a_title_from_being_what_was_asked_for():
    other = InfoPageFactory(title="Strijkplank van Jan", slug="other", lead="Strijkplank, strijkplank, strijkplank")
    page = InfoPageFactory(title="De strijkplank")
    assert ids("strijkplank") == ids("de strijkplank") == [page.pk, other.pk]


def test_the_halves_of_a_compound_apart_are_no_answer():
    InfoPageFactory(title="De kern van het dorp", slug="kern")
    InfoPageFactory(title="Een centrale plek", slug="centrale")
    assert ids("kerncentrale") == []
    both = InfoPageFactory(title="Een centrale in de kern")
    assert ids("kerncentrale")[0] == both.pk


def test_pages_without_any_word_of_the_query_are_no_answer_whatever_they_are_about():
    InfoPageFactory(title="Ransomware", lead="Na de aanval eisten criminelen losgeld. Malware en virussen.")
    assert ids("botnet") == []


def test_what_only_lies_near_half_of_the_query_is_no_answer():
    InfoPageFactory(title="De sporthal", lead="Sporten in de sporthal")
    assert ids("zwembad xqzvwyq") == []


def test_what_only_lies_near_gives_way_to_what_is_about_the_same():
    aside = InfoPageFactory(title="Er was protest", slug="plein", lead="Met spandoeken en gezang, op het plein.")
    assert ids("weerstand") == [aside.pk]
    page = InfoPageFactory(
        title="Protest", lead="Over een reorganisatie en een verandertraject met veel veranderingen."
    )
    assert ids("weerstand") == [page.pk]


def test_compounds_within_a_compound_are_words_too():
    assert within("informatieveiligheidsbeleid") == ["informatieveiligheid", "veiligheidsbeleid"]
    assert within("keuzemodule") == within("ringvaart") == within("digitaal") == []
    page = InfoPageFactory(title="Het informatieveiligheidsbeleid")
    assert ids("veiligheidsbeleid") == ids("informatieveiligheid") == [page.pk]
