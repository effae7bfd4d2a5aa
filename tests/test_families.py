"""Words that lie close together, and texts that ask the same in other words."""

import gzip

import pytest

from search.families import families, family_weights, version_of
from search.text.analysis import lemma
from search.text.aspects import DATA, aspect_weights, table
from search.text.data import make_aspects

WAITING = "De wachttijd voor jeugdhulp loopt op: kinderen staan maanden op een wachtlijst."
QUEUE = (
    "Mijn dochter moest een jaar wachten voor er bij de ggz plek was. De behandelaar belde pas toen ze achttien werd."
)
SEWER = "Het riool onder de Dorpsstraat wordt vervangen; de weg is drie weken dicht."


def likeliest_subjects(text: str) -> set[str]:
    """The subjects of the ten aspects that a text is most like."""
    names = list(dict.fromkeys((line["subject"], line["aspect"]) for line in make_aspects.lines()))
    weights = aspect_weights(make_aspects.terms_of(text))
    return {names[at][0] for at in (-weights).argsort()[:10]}


def test_two_words_of_a_family_share_its_name():
    words = ("verkiezing", "stemming", "zwibbelq")
    one, other, unknown = (set(families().get(lemma(word), ())) for word in words)
    assert one & other
    assert not unknown


def test_a_word_of_several_families_counts_less_for_each():
    one = next(term for term, names in families().items() if len(names) == 1)
    more = next(term for term, names in families().items() if len(names) == 4)
    assert family_weights({one: 2.0}) == {families()[one][0]: 2.0}
    assert set(family_weights({more: 2.0}).values()) == {1.0}


def test_no_family_is_named_like_a_word():
    assert all(name.startswith("~") for names in families().values() for name in names)


def test_every_change_of_a_list_gives_another_version(tmp_path):
    lists = [tmp_path / "een.txt", tmp_path / "twee.txt"]
    for path in lists:
        path.write_text("begroting, jaarrekening\n", encoding="utf-8")
    before = version_of(lists)
    assert version_of(lists) == before
    lists[1].write_text("begroting, jaarrekening, kadernota\n", encoding="utf-8")
    assert version_of(lists) != before


def test_the_aspects_are_those_that_our_texts_give():
    assert gzip.decompress(DATA.read_bytes()) == make_aspects.made()


def test_texts_about_the_same_in_other_words_have_the_same_aspects():
    youth = {"jeugdzorg", "jongeren en jeugdhulp"}
    assert likeliest_subjects(WAITING) & likeliest_subjects(QUEUE) & youth
    assert not likeliest_subjects(SEWER) & youth


@pytest.mark.parametrize("terms", [{}, {"zwibbelq": 3.0}])
def test_a_text_of_which_no_word_is_known_is_like_none(terms):
    assert aspect_weights(terms).tolist() == [0.0] * table().count


def test_a_text_of_ours_is_most_like_its_own_aspect():
    lines = make_aspects.lines()
    names = list(dict.fromkeys((line["subject"], line["aspect"]) for line in lines))
    for line in lines[:: len(lines) // 50]:
        weights = aspect_weights(make_aspects.terms_of(line["text"]))
        assert names[int(weights.argmax())] == (line["subject"], line["aspect"])
