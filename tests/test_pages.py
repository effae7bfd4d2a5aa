"""Pages as visitors get them when there is little or nothing to show, and with text that tries to break them."""

import datetime

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied, server_error
from wagtail.models import Page

from pages.models import BasePage, HomePage
from portraits.models import PortraitIndexPage, PortraitPage
from programme.models import ModulePage, NewsIndexPage, NewsPage, ProgrammePage, ResearchIndexPage, ResearchPage
from tests import factories

pytestmark = pytest.mark.django_db

FACTORIES = [
    factories.InfoPageFactory,
    factories.ProgrammePageFactory,
    factories.ModulePageFactory,
    factories.PortraitIndexPageFactory,
    factories.PortraitPageFactory,
    factories.ResearchIndexPageFactory,
    factories.ResearchPageFactory,
    factories.NewsIndexPageFactory,
    factories.NewsPageFactory,
]
HOSTILE = [
    "W" * 255,
    "Meervoudigepersoonlijkheidsstoornisbehandelcentrum" * 4,
    "🙂🙃",
    "\u202egnidaer",
    "z\u0351\u0352\u0353a\u0351\u0352" * 20,
    '<b>vet</b> & "aanhaling" \'',
    "{{ 7*7 }} {% now %}",
]


def test_the_home_page_of_a_new_site_is_whole(client):
    response = client.get("/")
    content = response.content.decode()
    assert response.status_code == 200
    assert "<h1" in content and "</html>" in content
    for section in ("Het pad van de leergang", "Nieuws", "Onderzoek"):
        assert f">{section}<" not in content


@pytest.mark.parametrize("factory", FACTORIES)
def test_every_page_type_with_nothing_but_a_title(client, factory):
    page = factory(title="Alleen een titel")
    response = client.get(page.url)
    assert response.status_code == 200
    assert "Alleen een titel" in response.content.decode()
    assert "None" not in response.content.decode()


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize(
    "factory", [factories.NewsPageFactory, factories.PortraitPageFactory, factories.InfoPageFactory]
)
def test_any_title_is_shown_as_text(client, factory, title):
    page = factory(title=title, slug="een", lead=title)
    for address in ("/", page.url, page.get_parent().url):
        response = client.get(address)
        assert response.status_code == 200
        assert "<b>vet" not in response.content.decode()


def test_a_picture_of_which_the_file_is_lost_leaves_the_page(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = factories.make_image()
    page = factories.PortraitPageFactory(image=picture)
    picture.file.storage.delete(picture.file.name)
    for address in (page.url, "/portretten/", "/"):
        assert client.get(address).status_code == 200


def test_published_and_changed_dates(client):
    page = factories.InfoPageFactory()
    assert page.changed_on is None
    page.last_published_at = datetime.datetime(2024, 6, 3, 9, tzinfo=datetime.UTC)
    assert page.changed_on == datetime.date(2024, 6, 3)
    news = factories.NewsPageFactory(date=datetime.date(2024, 5, 28))
    NewsPage.objects.filter(pk=news.pk).update(last_published_at=page.last_published_at)
    content = client.get(news.url).content.decode()
    assert "28 mei 2024" in content and "3 juni 2024" in content


def test_previous_and_next_portrait_are_of_the_same_edition():
    edition, other = factories.EditionFactory.create_batch(2)
    days = [datetime.date(2026, 10, day) for day in (1, 2, 2, 3)]
    first, second, third, fourth = (factories.PortraitPageFactory(edition=edition, date=day) for day in days)
    factories.PortraitPageFactory(edition=other, date=days[1])
    order = [(page.older, page.newer) for page in (first, second, third, fourth)]
    assert order == [(None, second), (first, third), (second, fourth), (third, None)]
    alone = factories.PortraitPageFactory(edition=None)
    assert (alone.older, alone.newer) == (None, None)


def test_previous_and_next_module(client):
    modules = factories.ModulePageFactory.create_batch(3)
    content = client.get(modules[1].url).content.decode()
    assert modules[0].url in content and modules[2].url in content
    assert "Module 2 van 3" in content


def test_a_module_lists_its_own_portraits_and_articles(client):
    module, other = factories.ModulePageFactory.create_batch(2)
    factories.PortraitPageFactory(title="Mijn portret", modules=[module])
    factories.PortraitPageFactory(title="Ander portret", modules=[other])
    for factory, title in (
        (factories.ResearchPageFactory, "Mijn onderzoek"),
        (factories.NewsPageFactory, "Mijn bericht"),
    ):
        page = factory(title=title)
        page.modules = [module]
        page.save()
    content = client.get(module.url).content.decode()
    assert all(title in content for title in ("Mijn portret", "Mijn onderzoek", "Mijn bericht"))
    assert "Ander portret" not in content


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        (HomePage, {"InfoPage", "ProgrammePage", "PortraitIndexPage", "ResearchIndexPage", "NewsIndexPage"}),
        (ProgrammePage, {"ModulePage"}),
        (PortraitIndexPage, {"PortraitPage"}),
        (ResearchIndexPage, {"ResearchPage"}),
        (NewsIndexPage, {"NewsPage"}),
        (ModulePage, set()),
        (PortraitPage, set()),
        (ResearchPage, set()),
        (NewsPage, set()),
    ],
)
def test_where_pages_may_live(parent, children):
    assert {model.__name__ for model in parent.creatable_subpage_models()} == children


def test_every_page_type_is_described_and_searchable():
    types = [model for model in Page.__subclasses__() + BasePage.__subclasses__() if issubclass(model, BasePage)]
    concrete = {sub for model in types for sub in [model, *model.__subclasses__()] if not sub._meta.abstract}
    assert len(concrete) == 10
    for model in concrete:
        assert model.page_description and model._meta.verbose_name, model
        assert {"title", "lead", "body"} <= {field.field_name for field in model.search_fields}, model


@pytest.mark.parametrize("mode", ["HEAD", "OPTIONS"])
def test_heads_and_options(client, mode):
    assert client.generic(mode, "/").status_code == 200


def test_an_error_page_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Dat ligt aan ons" in response.content.decode()


@pytest.mark.parametrize(("status", "heading"), [(400, "begrijpen we niet"), (403, "mag u niet komen")])
def test_refusals_are_in_dutch(client, rf, status, heading):
    response = client.get("/", HTTP_HOST="evil.example") if status == 400 else permission_denied(rf.get("/"), None)
    assert response.status_code == status
    assert heading in response.content.decode()


def test_a_form_without_its_token_is_refused_in_dutch():
    response = Client(enforce_csrf_checks=True).post("/beheer/login/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert "Verstuur het formulier nog eens" in response.content.decode()
