"""Filters with counts."""

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Page

from pages.faceting import Filters
from pages.visibility import closed_branches_looked_up_once, visible
from people.models import Province
from portraits.models import PortraitPage
from tests import factories

FACETS = PortraitPage.facet_declarations


def filters_for(query: str) -> Filters:
    return Filters(FACETS, visible(PortraitPage), QueryDict(query))


def options(filters: Filters, key: str) -> dict[str, int]:
    group = next((group for group in filters.groups if group.key == key), None)
    return {option.value: option.count for option in group.options} if group else {}


@pytest.fixture
def gallery(db):
    """Four portraits: two in Utrecht (one about data), one in Zeeland about data, one without anything."""
    data = factories.ThemeFactory(slug="data", name="Data")
    care = factories.ThemeFactory(slug="zorg", name="Zorg")
    utrecht = factories.MunicipalityFactory(slug="utrecht", name="Utrecht", province=Province.UTRECHT)
    veere = factories.MunicipalityFactory(slug="veere", name="Veere", province=Province.ZEELAND)
    edition = factories.EditionFactory(slug="lichting", name="Lichting")
    module = factories.ModulePageFactory(slug="eerste", title="De eerste")
    return {
        "utrecht data": factories.PortraitPageFactory(municipality=utrecht, themes=[data, care], edition=edition),
        "utrecht": factories.PortraitPageFactory(municipality=utrecht),
        "veere data": factories.PortraitPageFactory(municipality=veere, themes=[data], modules=[module]),
        "nothing": factories.PortraitPageFactory(),
    }


def ids(gallery, *names):
    return {gallery[name].pk for name in names}


def test_without_a_choice_nothing_is_narrowed(gallery):
    filters = filters_for("")
    assert filters.matching() is None
    assert options(filters, "gemeente") == {"utrecht": 2, "veere": 1}
    assert options(filters, "thema") == {"data": 2, "zorg": 1}


def test_within_a_filter_values_widen(gallery):
    assert filters_for("gemeente=utrecht&gemeente=veere").matching() == ids(
        gallery, "utrecht data", "utrecht", "veere data"
    )


def test_between_filters_they_narrow(gallery):
    assert filters_for("gemeente=utrecht&thema=data").matching() == ids(gallery, "utrecht data")
    assert filters_for("provincie=zeeland&thema=zorg").matching() == set()


def test_a_count_is_what_a_click_gives(gallery):
    """Each count equals the number of pages with that value that the other filters let through."""
    chosen = filters_for("thema=data")
    for key in ("gemeente", "provincie", "lichting", "module"):
        for value, count in options(chosen, key).items():
            assert count == len(filters_for(f"thema=data&{key}={value}").matching())
    assert options(chosen, "thema") == {"data": 2, "zorg": 1}  # its own choice does not narrow a filter


def test_modules_that_are_not_public_are_no_facet(gallery):
    module = gallery["veere data"].modules.first()
    Page.objects.filter(pk=module.pk).update(live=False)
    assert options(filters_for(""), "module") == {}
    assert filters_for(f"module={module.slug}").matching() is None
    assert "module" not in PortraitPage.objects.get(pk=gallery["veere data"].pk).facets()


def test_unknown_values_count_for_nothing(gallery):
    filters = filters_for("gemeente=atlantis&onzin=1&thema=' OR 1=1--&gemeente=%00")
    assert filters.matching() is None and not filters.is_active


def test_chips_take_one_choice_away(gallery):
    chips = {chip["label"]: chip["query"] for chip in filters_for("gemeente=utrecht&gemeente=veere&thema=data").chips}
    assert chips == {
        "Utrecht": "gemeente=veere&thema=data",
        "Veere": "gemeente=utrecht&thema=data",
        "Data": "gemeente=utrecht&gemeente=veere",
    }


def test_one_query_for_all_filters(gallery, django_assert_num_queries):
    pages = visible(PortraitPage)
    with closed_branches_looked_up_once(), django_assert_num_queries(1):
        filters = Filters(FACETS, pages, QueryDict("thema=data"))
        assert filters.groups


def test_memory_and_database_agree(gallery):
    """The same declarations give the same values for a page in memory as for all pages in one query."""
    filters = filters_for("")
    for portrait in gallery.values():
        in_memory = PortraitPage.objects.get(pk=portrait.pk).facets()
        in_database = {
            facet.key: {
                (value, filters.labels[facet.key, value])
                for value, pages in filters.pages_by_value[facet.key].items()
                if portrait.pk in pages
            }
            for facet in FACETS
        }
        assert in_memory == {key: values for key, values in in_database.items() if values}


def test_a_draft_has_facets_too(gallery):
    theme = factories.ThemeFactory(slug="nieuw", name="Nieuw")
    draft = PortraitPage(title="Nog niet bewaard", municipality=gallery["utrecht"].municipality)
    draft.theme_links.add(draft.theme_links.model(theme=theme))
    assert draft.facets() == {
        "gemeente": {("utrecht", "Utrecht")},
        "provincie": {("utrecht", "Utrecht")},
        "thema": {("nieuw", "Nieuw")},
    }


class TestAnyAddress(TestCase):
    """Whatever stands in the address, the gallery answers."""

    @classmethod
    def setUpTestData(cls):
        factories.PortraitPageFactory(municipality=factories.MunicipalityFactory(slug="utrecht"))

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.tuples(st.sampled_from(["gemeente", "thema", "pagina", "lichting", "x"]), st.text(max_size=40)),
            max_size=8,
        )
    )
    def test_no_server_error(self, pairs):
        query = QueryDict(mutable=True)
        for key, value in pairs:
            query.appendlist(key, value.encode("utf-8", "ignore").decode())
        assert self.client.get(f"/portretten/?{query.urlencode()}").status_code in (200, 404)


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["-1", "0", "abc", "1e9", "NaN", "%00", "٣", "1" + "0" * 30, "9" * 5000, "2", ""])
def test_a_page_number_that_makes_no_sense_is_a_404(client, number):
    factories.PortraitPageFactory()
    assert client.get(f"/portretten/?pagina={number}").status_code == 404


@pytest.mark.django_db
def test_the_last_of_many_pages_and_the_way_to_it(client):
    for _ in range(25):
        factories.PortraitPageFactory()
    response = client.get("/portretten/?pagina=3")
    assert len(response.context["items"]) == 1
    assert 'href="?pagina=2"' in response.content.decode()
    assert client.get("/portretten/?pagina=4").status_code == 404


@pytest.mark.django_db
def test_pages_keep_the_filters(client):
    municipality = factories.MunicipalityFactory(slug="utrecht")
    for _ in range(14):
        factories.PortraitPageFactory(municipality=municipality)
    assert "?gemeente=utrecht&amp;pagina=2" in client.get("/portretten/?gemeente=utrecht").content.decode()


@pytest.mark.django_db
def test_honest_empty_states(client):
    index = factories.PortraitIndexPageFactory(empty_text="Nog geen portretten.")
    assert "Nog geen portretten." in client.get(index.url).content.decode()
    one = factories.MunicipalityFactory(slug="een")
    theme = factories.ThemeFactory(slug="t")
    factories.PortraitPageFactory(municipality=one)
    factories.PortraitPageFactory(themes=[theme])
    response = client.get("/portretten/?gemeente=een&thema=t")
    assert response.context["total"] == 0
    assert "Haal de filters weg" in response.content.decode()
