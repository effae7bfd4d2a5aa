"""Redactie writes and submits, Eindredactie publishes, and neither looks after users: by the requests they send."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Collection, Page, Site, Task, Workflow

from editors import fill_in, press, sign_in
from factories import (
    EditionFactory,
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    PortraitIndexPageFactory,
    PortraitPageFactory,
    ThemeFactory,
    home,
    make_image,
)
from pages.models import HomePage, SiteSettings
from programme.models import NewsPage
from search.models import Synonym

pytestmark = pytest.mark.django_db


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_news_url() -> str:
    return reverse("wagtailadmin_pages:add", args=["programme", "newspage", NewsIndexPageFactory().pk])


def submit_news(client) -> NewsPage:
    url = add_news_url()
    press(client, url, fill_in(client, url, title="Nieuwe lichting", slug="nieuwe-lichting"), "action-submit")
    return NewsPage.objects.get()


# --- What the migrations leave -----------------------------------------------------------------------------------


def test_our_groups_stand_in_place_of_wagtails():
    assert set(Group.objects.values_list("name", flat=True)) == {"Redactie", "Eindredactie"}


def test_one_workflow_for_the_whole_site():
    workflow = home().get_workflow()
    assert list(Workflow.objects.all()) == [workflow]
    (task,) = workflow.tasks
    assert task.name == "Eindredactie leest mee"
    assert [group.name for group in task.specific.groups.all()] == ["Eindredactie"]
    assert Task.objects.count() == 1


def test_the_front_page_is_ours():
    (site,) = Site.objects.all()
    assert (site.hostname, site.is_default_site) == ("localhost", True)
    assert site.root_page.specific == HomePage.objects.get(title="Voorpagina", slug="home")
    assert set(Page.objects.values_list("title", flat=True)) == {"Alle pagina's", "Voorpagina"}


# --- Redactie ----------------------------------------------------------------------------------------------------


def test_redactie_saves_a_draft():
    client, url = sign_in("Redactie"), add_news_url()
    response = press(client, url, fill_in(client, url, title="Nieuwe lichting", slug="nieuwe-lichting"))
    assert response.status_code == 302
    assert not NewsPage.objects.get().live


def test_redactie_cannot_publish_a_new_page():
    client, url = sign_in("Redactie"), add_news_url()
    press(client, url, fill_in(client, url, title="Nieuwe lichting", slug="nieuwe-lichting"), "action-publish")
    assert not NewsPage.objects.get().live


def test_redactie_cannot_publish_a_change():
    client, page = sign_in("Redactie"), NewsPageFactory(title="Zoals het was")
    data = fill_in(client, edit_url(page), title="Zoals het wordt")
    press(client, edit_url(page), data, "action-publish")
    page.refresh_from_db()
    assert page.title == "Zoals het was"
    assert page.draft_title == "Zoals het wordt"


def test_redactie_is_not_offered_to_publish():
    response = sign_in("Redactie").get(edit_url(NewsPageFactory()))
    assert "action-publish" not in response.content.decode()
    assert "Indienen bij Eindredactie" in response.content.decode()


def test_redactie_cannot_unpublish_or_delete_what_is_published():
    client, page = sign_in("Redactie"), NewsPageFactory()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    page.refresh_from_db()
    assert page.live


def test_redactie_cannot_approve_what_it_submitted():
    client = sign_in("Redactie")
    page = submit_news(client)
    state = page.current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    page.refresh_from_db()
    assert not page.live


# --- Eindredactie ------------------------------------------------------------------------------------------------


def test_eindredactie_publishes_a_new_page():
    client, url = sign_in("Eindredactie"), add_news_url()
    press(client, url, fill_in(client, url, title="Nieuwe lichting", slug="nieuwe-lichting"), "action-publish")
    assert NewsPage.objects.get().live


def test_eindredactie_approves_and_the_page_is_live():
    page = submit_news(sign_in("Redactie"))
    assert not page.live
    state = page.current_workflow_task_state
    client = sign_in("Eindredactie")
    assert "Nieuwe lichting" in client.get(reverse("wagtailadmin_home")).content.decode()
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    page.refresh_from_db()
    assert page.live


def test_eindredactie_unpublishes_one_page_and_many():
    client, one, two = sign_in("Eindredactie"), NewsPageFactory(), NewsPageFactory()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[one.pk]))
    client.post(f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'unpublish'])}?id={two.pk}")
    assert not NewsPage.objects.live().exists()


# --- Who may open what -------------------------------------------------------------------------------------------


def doors() -> dict[str, str]:
    """Addresses in the admin by what happens there."""
    municipality, person = MunicipalityFactory(), PersonFactory()
    image = make_image(size=(40, 40))
    theme, edition, organisation = ThemeFactory(), EditionFactory(), OrganisationFactory()
    synonym, promoted = Synonym.objects.order_by("words").first(), Query.get("woord")
    PortraitIndexPageFactory()

    def snippet(view: str, row) -> str:
        return reverse(row.snippet_viewset.get_url_name(view), args=[row.pk] if view not in ("list", "add") else [])

    return {
        "home": reverse("wagtailadmin_home"),
        "portraits": "/beheer/portretten/",
        "quote cards": reverse("quote_cards", args=[PortraitPageFactory().pk]),
        "news": "/beheer/nieuws/",
        "add image": reverse("wagtailimages:add_multiple"),
        "add document": reverse("wagtaildocs:add_multiple"),
        "see images": reverse("wagtailimages:index"),
        "change a colleague's image": reverse("wagtailimages:edit", args=[image.pk]),
        "licences": reverse("library_licences"),
        "duplicates": reverse("library_duplicates"),
        "add person": snippet("add", person),
        "change person": snippet("edit", person),
        "delete person": snippet("delete", person),
        "see municipalities": snippet("list", municipality),
        "see municipality": snippet("inspect", municipality),
        "change municipality": snippet("edit", municipality),
        "add municipality": snippet("add", municipality),
        "delete municipality": snippet("delete", municipality),
        "see themes": snippet("list", theme),
        "add theme": snippet("add", theme),
        "change theme": snippet("edit", theme),
        "delete theme": snippet("delete", theme),
        "see editions": snippet("list", edition),
        "change edition": snippet("edit", edition),
        "see organisations": snippet("list", organisation),
        "change organisation": snippet("edit", organisation),
        "settings": reverse("wagtailsettings:edit", args=["pages", "sitesettings", SiteSettings.load().pk]),
        "redirects": reverse("wagtailredirects:index"),
        "collections": reverse("wagtailadmin_collections:index"),
        "add collection": reverse("wagtailadmin_collections:add"),
        "users": reverse("wagtailusers_users:index"),
        "groups": reverse("wagtailusers_groups:index"),
        "sites": reverse("wagtailsites:index"),
        "workflows": reverse("wagtailadmin_workflows:index"),
        "what is searched": reverse("search_report"),
        "see synonyms": snippet("list", synonym),
        "add synonym": snippet("add", synonym),
        "change synonym": snippet("edit", synonym),
        "delete synonym": snippet("delete", synonym),
        "see promoted results": reverse("wagtailsearchpromotions:index"),
        "add promoted result": reverse("wagtailsearchpromotions:add"),
        "promote a search": reverse("search_promote"),
        "change promoted result": reverse("wagtailsearchpromotions:edit", args=[promoted.pk]),
        "delete promoted result": reverse("wagtailsearchpromotions:delete", args=[promoted.pk]),
        "wagtail's search terms": reverse("wagtailsearchpromotions:search_terms"),
    }


EVERYBODY = {
    "home", "portraits", "quote cards", "news", "add image", "add document", "see images", "licences",
    "duplicates", "add person", "change person",
    "see municipalities", "see municipality", "see themes", "see editions", "see organisations", "what is searched",
}  # fmt: skip
EINDREDACTIE = EVERYBODY | {
    "change a colleague's image",
    "delete person", "change municipality", "add theme", "change theme", "delete theme", "change edition",
    "change organisation", "settings", "redirects", "collections", "add collection",
    "see synonyms", "add synonym", "change synonym", "delete synonym", "see promoted results", "add promoted result",
    "promote a search", "change promoted result", "delete promoted result",
}  # fmt: skip
EVERYTHING = EINDREDACTIE | {"users", "groups", "sites", "workflows", "wagtail's search terms"}


@pytest.mark.parametrize("group", ["Redactie", "Eindredactie", ""])
def test_who_may_open_what(group, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(group)
    open_doors = {"Redactie": EVERYBODY, "Eindredactie": EINDREDACTIE, "": EVERYTHING}[group]
    assert {name for name, url in doors().items() if client.get(url).status_code == 200} == open_doors


def test_nobody_deletes_municipalities_in_bulk():
    municipality = MunicipalityFactory()
    url = reverse("wagtail_bulk_action", args=["people", "municipality", "delete"])
    sign_in().post(f"{url}?id={municipality.pk}")
    municipality.refresh_from_db()


def test_redactie_sees_no_door_that_is_closed():
    """The menu holds only what opens."""
    content = sign_in("Redactie").get(reverse("wagtailadmin_home")).content.decode()
    assert "Instellingen" not in content
    assert "Nieuw bericht" not in content  # there is no news section yet


def test_quick_links_are_for_sections_that_exist():
    NewsIndexPageFactory()
    content = sign_in("Redactie").get(reverse("wagtailadmin_home")).content.decode()
    assert "Nieuw bericht" in content
    assert "Nieuw portret" not in content


def test_redactie_puts_files_in_every_collection():
    collection = Collection.get_first_root_node().add_child(name="Foto's")
    content = sign_in("Redactie").get(reverse("wagtailimages:add_multiple")).content.decode()
    assert collection.name.replace("'", "&#x27;") in content


def test_a_visitor_is_sent_to_the_login_page_in_dutch(client):
    response = client.get(reverse("wagtailadmin_home"), follow=True)
    content = response.content.decode()
    assert "Wachtwoord" in content
    assert "Password" not in content
    assert 'autocomplete="current-password"' in content
