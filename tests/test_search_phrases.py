"""What means the same in several words is found, scored and marked where these words stand together, and only there."""

import pytest

from factories import InfoPageFactory
from search.find import find
from search.models import Synonym
from search.results import results
from search.text.excerpts import excerpt, mark

pytestmark = pytest.mark.django_db


def ids(query: str) -> list[int]:
    return [hit.page_id for hit in find(query)]


def marks(segments) -> list[str]:
    return [segment.text for segment in segments if segment.is_match]


def text_of(segments) -> str:
    return "".join(segment.text for segment in segments)


def test_a_synonym_of_two_words_is_found_where_they_stand_together_only():
    InfoPageFactory(title="Keuzemodule", lead="Een digitale dag over de veiligheid op straat en de digitale balie.")
    page = InfoPageFactory(title="Jaarverslag", lead="De digitale veiligheid is beter dan vorig jaar.")
    assert ids("informatieveiligheid") == [page.pk]


def test_small_words_may_stand_between_and_other_words_may_not():
    page = InfoPageFactory(title="De kade", lead="Daar liggen het zand en de grind.")
    InfoPageFactory(title="De oever", lead="Daar ligt zand, ver weg ligt grind.")
    Synonym.objects.create(words="strandspul, zand en grind")
    assert ids("strandspul") == [page.pk]


def test_a_phrase_of_one_telling_word_is_not_taken_for_that_word():
    page = InfoPageFactory(title="De wijk", lead="In 2030 is de wijk van het gas af.")
    InfoPageFactory(title="De prijs", lead="De prijs van het gas stijgt.")
    assert ids("aardgasvrij") == [page.pk]
    Synonym.objects.create(words="Zuiderkoggenland, Den Koggen")
    named = InfoPageFactory(title="Naar Den Koggen")
    assert ids("zuiderkoggenland") == [named.pk]


def test_the_word_itself_goes_before_what_means_the_same():
    other = InfoPageFactory(title="De digitale veiligheid", slug="ander", lead="Over digitale veiligheid")
    own = InfoPageFactory(title="De informatieveiligheid", lead="Over informatieveiligheid")
    for number in range(8):
        InfoPageFactory(title=f"Verslag {number}", slug=f"verslag-{number}", lead="Over informatieveiligheid")
    assert ids("informatieveiligheid")[0] == own.pk
    assert other.pk in ids("informatieveiligheid")


def test_the_words_of_a_known_phrase_are_also_found_apart():
    page = InfoPageFactory(title="De huurwoningen van vroeger")
    for number in range(3):
        InfoPageFactory(title=f"Sociaal {number}", slug=f"sociaal-{number}")
    found = find("sociale huurwoning")
    assert (page.pk, False) in [(hit.page_id, hit.has_all_words) for hit in found]


def test_a_word_that_only_lies_near_is_not_that_word():
    near = InfoPageFactory(title="Het rapport van de rekenkamer", slug="rapport")
    both = InfoPageFactory(title="Verslagen", lead="Over geld. Een verslag van wat de rekenkamer deed.")
    assert [(hit.page_id, hit.has_all_words) for hit in find("rekenkamer verslag")] == [
        (both.pk, True),
        (near.pk, False),
    ]


def test_a_phrase_is_marked_as_one_and_its_words_apart_are_not():
    InfoPageFactory(title="Digitale veiligheid")
    sought = find("informatieveiligheid").marked
    assert marks(mark("Een digitale dag over digitale veiligheid en veiligheid.", sought)) == ["digitale veiligheid"]
    assert marks(mark("Digitale · veiligheid", sought)) == []
    assert marks(mark("Van informatieveiligheidsbeleid", sought)) == ["informatieveiligheidsbeleid"]


def test_the_parts_of_a_compound_are_marked_where_they_stand_near():
    far = " ".join(["en"] * 8)
    shown = mark(f"De veiligheid van informatie {far} informatie", find("informatieveiligheid").marked)
    assert marks(shown) == ["veiligheid", "informatie"]


def test_an_excerpt_begins_where_most_is_said_phrases_too():
    text = "Een digitale agenda. " + "Er staat van alles in dit stuk. " * 20 + "Het gaat om digitale veiligheid."
    assert "digitale veiligheid" in text_of(excerpt(text, {("digitaal", "veiligheid")}, 120))


def test_texts_that_stand_apart_stand_apart_in_an_excerpt():
    body = [
        {"type": "heading", "value": {"text": "Middelburg", "level": "2"}},
        {
            "type": "paragraph",
            "value": "<p>Sanne Wiersma over de sluis</p><ul><li>water</li><li>brug</li></ul><p>Slot.</p>",
        },
    ]
    page = InfoPageFactory(title="Ringvaart", lead="Over water", body=body)
    shown = text_of(results([page.pk], ["sluis"])[page.pk].excerpt)
    assert shown == "Over water · Middelburg · Sanne Wiersma over de sluis · water · brug · Slot."
