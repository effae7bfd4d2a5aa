"""Dutch names: shown, sorted, cited and found."""

import pytest

from people.finding import fold
from people.models import Person
from programme.models import PlainAuthor, ResearchPage
from tests import factories


@pytest.mark.parametrize(
    ("given", "infix", "family", "full", "sort", "cited"),
    [
        ("Marijke", "van der", "Velde", "Marijke van der Velde", "Velde, Marijke van der", "Velde, M. van der"),
        ("Hendrik-Jan", "", "Brouwer", "Hendrik-Jan Brouwer", "Brouwer, Hendrik-Jan", "Brouwer, H.-J."),
        ("Wouter", "d'", "Hondt", "Wouter d'Hondt", "Hondt, Wouter d'", "Hondt, W. d'"),
        ("Joost", "van 't", "Hoff", "Joost van 't Hoff", "Hoff, Joost van 't", "Hoff, J. van 't"),
        ("Anna Maria", "", "Ng", "Anna Maria Ng", "Ng, Anna Maria", "Ng, A. M."),
        ("IJsbrand", "", "Smit", "IJsbrand Smit", "Smit, IJsbrand", "Smit, IJ."),
        ("", "", "Suparmi", "Suparmi", "Suparmi", "Suparmi"),
    ],
)
def test_a_name_in_its_forms(given, infix, family, full, sort, cited):
    person = Person(given_name=given, infix=infix, family_name=family)
    assert (person.full_name, person.sort_name, person.citation_name) == (full, sort, cited)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Súdwest-Fryslân", "sudwest-fryslan"), ("Łódź", "lodz"), ("Yıldız", "yildiz"), ("İ", "i"), ("  A  B ", "a b")],
)
def test_folding(typed, folded):
    assert fold(typed) == folded


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["yildiz", "Yıldız mehmet", "MEHMET", "ıldız"])
def test_people_are_found_however_typed(query):
    person = factories.PersonFactory(given_name="Mehmet", infix="", family_name="Yıldız")
    factories.PersonFactory()
    assert list(Person.objects.find(query)) == [person]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["\x00", '"', "%", "_", "a " * 500, "🙂", "'; DROP TABLE"])
def test_any_query_is_answered(query):
    factories.PersonFactory()
    assert list(Person.objects.find(query)) is not None


@pytest.mark.django_db
def test_sorting_passes_over_the_infix():
    for given, infix, family in (("A", "van", "Zee"), ("B", "", "Boer"), ("C", "de", "Aker")):
        factories.PersonFactory(given_name=given, infix=infix, family_name=family)
    assert [person.family_name for person in Person.objects.all()] == ["Aker", "Boer", "Zee"]


@pytest.mark.django_db
def test_a_citation(settings):
    page: ResearchPage = factories.ResearchPageFactory(
        title="De eerste 24 uur", slug="de-eerste-24-uur", year=2024, publisher="Leergang"
    )
    address = f"{settings.BASE_URL}/onderzoek/de-eerste-24-uur/"
    assert page.citation == f"De eerste 24 uur (2024). Leergang. {address}"
    page.title, page.publisher = "Waarom?", "Leergang B.V."
    assert page.citation == f"Waarom? (2024). Leergang B.V. {address}"
    page.refresh_from_db()
    person = factories.PersonFactory(given_name="Eline", infix="", family_name="Vermeulen")
    page.appearances.create(person=person, role="author")
    page.plain_authors.add(PlainAuthor(given_name="Jasper", infix="ten", family_name="Cate"))
    page.save()
    page = ResearchPage.objects.get(pk=page.pk)
    assert page.citation == f"Vermeulen, E., & Cate, J. ten (2024). De eerste 24 uur. Leergang. {address}"
