"""Words that mean the same: what editors may type, and that a change counts at once."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from editors import sign_in
from search.models import Synonym, synonym_sets

pytestmark = pytest.mark.django_db


def url(view: str, *args) -> str:
    return reverse(Synonym.snippet_viewset.get_url_name(view), args=args)


def test_a_new_site_knows_the_words_of_municipalities():
    sets = synonym_sets()
    assert len(sets) >= 60
    assert any({"OR", "ondernemingsraad"} <= set(words) for words in sets)


def test_every_set_of_the_list_is_one_an_editor_could_have_made():
    for synonym in Synonym.objects.all():
        before = synonym.words
        synonym.full_clean()
        assert synonym.words == before


def test_no_word_of_the_list_stands_in_two_sets():
    words = [word.casefold() for words in synonym_sets() for word in words]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("OR,ondernemingsraad", "OR, ondernemingsraad"),
        (" zbo ;  zelfstandig   bestuursorgaan\n", "zbo, zelfstandig bestuursorgaan"),
        ("mail, e-mail, Mail,", "mail, e-mail"),
    ],
)
def test_what_an_editor_types_is_tidied(typed, kept):
    synonym = Synonym(words=typed)
    synonym.full_clean()
    assert synonym.words == kept


@pytest.mark.parametrize("typed", ["OR", "OR, or", ",;,", "   "])
def test_one_word_alone_is_no_synonym(typed):
    with pytest.raises(ValidationError):
        Synonym(words=typed).full_clean()


def test_a_change_counts_at_once(django_assert_num_queries):
    before = synonym_sets()
    with django_assert_num_queries(1):
        assert synonym_sets() is before
    synonym = Synonym.objects.create(words="zbo, zelfstandig bestuursorgaan")
    assert ["zbo", "zelfstandig bestuursorgaan"] in synonym_sets()
    synonym.words = "zbo, bestuursorgaan"
    synonym.save()
    assert ["zbo", "bestuursorgaan"] in synonym_sets()
    synonym.delete()
    assert synonym_sets() == before


def test_a_synonym_is_made_in_the_admin():
    client = sign_in()
    page = client.get(url("add"), {"woord": 'zbo"<b>'})
    assert 'value="zbo&quot;&lt;b&gt;, "' in page.content.decode()
    client.post(url("add"), {"words": "zbo, zelfstandig bestuursorgaan"})
    assert Synonym.objects.filter(words="zbo, zelfstandig bestuursorgaan").exists()


@pytest.mark.parametrize("typed", ["zbo", "a" * 600, "\x00", '"'])
def test_a_bad_set_is_refused_with_a_reason(typed):
    before = Synonym.objects.count()
    response = sign_in().post(url("add"), {"words": typed})
    assert response.status_code == 200
    assert 'class="error-message"' in response.content.decode()
    assert Synonym.objects.count() == before


@pytest.mark.parametrize("query", ['"', "\x00", "woord " * 200, "%", "🙂"])
def test_the_list_survives_every_search(query):
    assert sign_in().get(url("list"), {"q": query}).status_code == 200


def test_the_list_is_searched():
    content = sign_in().get(url("list"), {"q": "ondernemingsraad"}).content.decode()
    assert "medezeggenschap" in content
    assert "klantcontactcentrum" not in content
