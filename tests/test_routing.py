"""From address to page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


def test_every_depth_is_found(client):
    parent = factories.home()
    for name in ("een", "twee", "drie"):
        parent = factories.InfoPageFactory(parent=parent, slug=name, title=f"Pagina {name}")
    response = client.get("/een/twee/drie/")
    assert response.status_code == 200
    assert response.context["page"].specific == parent
    assert [step.url for step in response.context["page"].breadcrumbs] == ["/", "/een/", "/een/twee/"]


def test_deeper_pages_cost_no_more_queries(client):
    parent, addresses = factories.home(), []
    for name in ("een", "twee", "drie", "vier"):
        parent = factories.InfoPageFactory(parent=parent, slug=name)
        addresses.append(parent.url)
    counts = []
    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert len(set(counts)) == 1


@pytest.mark.parametrize(
    "address",
    [
        "/niets/",
        "/een/niets/",
        "/een/agenda.ics",
        "/leergang/agenda-geen.ics",
        "/" + "a/" * 1000,
        "/" + "a" * 10_000 + "/",
        "/%00/",
        "/%C0%AF/",
        "/..%2f..%2fetc/passwd",
        "/.git/config",
        "/.env",
        "/settings.py~",
        "/home/",
        "/bestanden/images/%00.jpg",
        "/bestanden/original_images/a.jpg",
        "/bestanden/documents/a.pdf",
        "/documenten/99999999999999999999/a.pdf",
        "/feeds/thema/niets.xml",
    ],
)
def test_an_address_that_leads_nowhere_is_a_dutch_404(client, address):
    factories.InfoPageFactory(slug="een")
    factories.ProgrammePageFactory()
    response = client.get(address)
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


@pytest.mark.parametrize("way_out", ["../original_images/foto.jpg", "%2e%2e/original_images/foto.jpg", "a/../foto.jpg"])
def test_originals_are_not_reached_through_renditions(client, settings, tmp_path, way_out):
    settings.MEDIA_ROOT = tmp_path
    picture = factories.make_image()
    assert picture.file.name == "original_images/foto.jpg"
    assert client.get(f"/bestanden/images/{way_out}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/Contact/?a=1&b=2", "/contact/?a=1&b=2"),
        ("/contact", "/contact/"),
        ("/CONTACT", "/contact/"),
        ("/contact/index.html", "/contact/"),
        ("/Contact/Index.htm", "/contact/"),
        ("/index.php?a=1", "/?a=1"),
        ("/index.html", "/"),
        ("/contact//", "/contact/"),
        ("/CONTACT//Over-Ons", "/contact/over-ons/"),
        ("/Zoeken?q=a", "/zoeken/?q=a"),
        ("/Sitemap.xml", "/sitemap.xml"),
        ("/Beheer", "/beheer/"),
    ],
)
def test_one_step_leads_to_the_address_itself(client, asked, address):
    factories.InfoPageFactory(parent=factories.InfoPageFactory(slug="contact"), slug="over-ons")
    for ask in (client.get, client.head):
        response = ask("/", PATH_INFO=asked.partition("?")[0], QUERY_STRING=asked.partition("?")[2])
        assert (response.status_code, response["Location"]) == (301, address)


def test_a_dot_behind_the_host_leads_to_the_host_itself(client):
    response = client.get("/nieuws/?a=1", HTTP_HOST="localhost.")
    assert (response.status_code, response["Location"]) == (301, "http://localhost/nieuws/?a=1")
    assert client.get("/", HTTP_HOST="localhost.:8000")["Location"] == "http://localhost:8000/"
    assert client.get("/", HTTP_HOST="evil.example.").status_code == 400


def test_no_other_way_of_writing_tells_of_a_draft(client):
    draft = factories.InfoPageFactory(slug="geheim", live=False)
    factories.InfoPageFactory(parent=draft, slug="eronder")
    for address in ("/Geheim/", "/geheim/index.html", "/Geheim/Eronder", "/geheim//eronder/"):
        response = client.get(address, follow=True)
        assert response.status_code == 404
        assert {step.lower() for step, _ in response.redirect_chain} <= {"/geheim/eronder/"}


def test_a_redirect_from_an_address_with_capitals_works(client):
    page = factories.InfoPageFactory(slug="contact")
    Redirect.objects.create(old_path="/Over-Ons", redirect_page=page)
    assert client.get("/Over-Ons/")["Location"] == "/contact/"
    assert client.get("/Onbekend/").status_code == 404


def test_never_off_site(client):
    for path in ("//evil.example/", "//evil.example", "/\\evil.example/", "/\r\nSet-Cookie:x/"):
        response = client.get("/", PATH_INFO=path)
        assert response.status_code in (301, 404)
        assert "evil.example" not in response.headers.get("Location", "").split("/")[:3]
        assert "Set-Cookie" not in response.headers


def test_a_page_below_a_draft_is_not_reachable(client):
    section = factories.InfoPageFactory(slug="een")
    factories.InfoPageFactory(parent=section, slug="twee")
    assert client.get("/een/twee/").status_code == 200
    Page.objects.filter(pk=section.pk).update(live=False)
    assert client.get("/een/twee/").status_code == 404


def test_a_restriction_counts_for_everything_below(client):
    section = factories.InfoPageFactory(slug="een")
    factories.InfoPageFactory(parent=section, slug="twee")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    response = client.get("/een/twee/")
    assert response.status_code == 302
    assert response["Location"] == "/inloggen/?next=/een/twee/"
    assert client.get(response["Location"])["Location"] == "/beheer/login/?next=/een/twee/"


def test_the_calendar_of_a_restricted_module_is_not_given(client):
    module = factories.ModulePageFactory(slug="eerste")
    assert client.get("/leergang/eerste/agenda.ics").status_code == 200
    PageViewRestriction.objects.create(page=module, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/leergang/eerste/agenda.ics").status_code == 404


def test_a_changed_slug_leaves_a_redirect(client, django_capture_on_commit_callbacks):
    page = factories.InfoPageFactory(slug="oud")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "nieuw"
        page.save(log_action=None)
    assert Redirect.objects.filter(old_path="/oud").exists()
    response = client.get("/oud/")
    assert (response.status_code, response["Location"]) == (301, "/nieuw/")


def test_a_moved_page_leaves_a_redirect(client, django_capture_on_commit_callbacks):
    page, section = factories.InfoPageFactory(slug="een"), factories.InfoPageFactory(slug="twee")
    with django_capture_on_commit_callbacks(execute=True):
        page.move(section, pos="last-child")
    response = client.get("/een/")
    assert (response.status_code, response["Location"]) == (301, "/twee/een/")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    factories.InfoPageFactory(slug="contact")
    assert getattr(client, method)("/contact/").status_code == 405


def test_an_unknown_host_is_refused(client):
    assert client.get("/", HTTP_HOST="evil.example").status_code == 400


def test_a_forged_host_shows_nowhere(client):
    content = client.get("/", HTTP_X_FORWARDED_HOST="evil.example").content.decode()
    assert "evil.example" not in content
