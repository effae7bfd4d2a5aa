"""Dutch names: shown, sorted, cited and found."""

import pytest
from django.utils.html import escape

from people.finding import fold
from people.models import Municipality, Person
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
@pytest.mark.parametrize("query", ["yildiz", "Yıldız mehmet", "MEHMET", "ıldız", "Yıldız, Mehmet", '"yildiz" (mehmet)'])
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


NAMES = {
    "O'Brien-van 't Hoog": ("Aoife", ["O'Brien", "O’Brien", "obrien", "hoog", "o'brien-van 't hoog"]),
    "İnönü": ("İsmet", ["inonu", "İnönü", "ismet", "INONU"]),
    "Łódź": ("Zoë", ["lodz", "Łódź", "zoe", "ZOË"]),
    "Ng": ("", ["ng", "NG"]),
    "Suparmi": ("", ["suparmi"]),
    "de la Cruz y Mendoza García-Ibáñez von Habsburg": ("Ana", ["garcia-ibanez", "Ibáñez", "habsburg cruz"]),
}


@pytest.mark.django_db
@pytest.mark.parametrize("family", NAMES)
def test_any_name_is_shown_and_found_by_staff_and_visitors(client, family):
    given, queries = NAMES[family]
    person = factories.PersonFactory(given_name=given, infix="", family_name=family)
    page = factories.PortraitPageFactory(title=person.full_name, person=person)
    factories.PortraitPageFactory(title="Een ander")
    assert f">{escape(person.full_name)}</h1>" in client.get(page.url).content.decode()
    for query in queries:
        assert list(Person.objects.find(query)) == [person], query
        found = client.get("/zoeken/", {"q": query}).content.decode()
        assert f'href="{page.url}"' in found, query


@pytest.mark.django_db
def test_names_are_in_the_order_of_the_alphabet_whatever_their_letters():
    families = ["Zwart", "Łódź", "Ng", "İnönü", "Özdemir", "O'Brien", "Maas", "Åberg", "Velde", "Veldeman"]
    for family in families:
        factories.PersonFactory(given_name="Marijke", infix="", family_name=family)
    ordered = ["Åberg", "İnönü", "Łódź", "Maas", "Ng", "O'Brien", "Özdemir", "Velde", "Veldeman", "Zwart"]
    assert [person.family_name for person in Person.objects.all()] == ordered


@pytest.mark.django_db
def test_municipalities_are_in_that_order_too():
    for name in ("Zwolle", "Súdwest-Fryslân", "Texel", "Almere"):
        factories.MunicipalityFactory(name=name)
    assert [str(each) for each in Municipality.objects.all()] == ["Almere", "Súdwest-Fryslân", "Texel", "Zwolle"]


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
