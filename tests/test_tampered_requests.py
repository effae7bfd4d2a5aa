"""Every address of the admin with what no form or link of it sends: an answer in Dutch, never "it is our fault"."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import URLResolver, reverse
from wagtail.admin import urls as admin_urls
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Collection, Site, Workflow

from editors import sign_in
from factories import (
    EditionFactory,
    MunicipalityFactory,
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    ThemeFactory,
    make_image,
)
from media.models import SiteDocument
from pages.models import SiteSettings
from search.models import Synonym

pytestmark = pytest.mark.django_db

HUGE = "99999999999999999999"
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
WORDS = {  # what an address asks for besides the number of a row
    "app_label": "programme",
    "app_name": "programme",
    "content_type_app_name": "programme",
    "model_name": "newspage",
    "content_type_model_name": "newspage",
    "action": "delete",
    "action_name": "approve",
    "format_key": "linkedin",
    "filter_spec": "original",
    "uidb64": "MQ",
    "token": "set-password",
}
# How the forms of Django, Wagtail and this site call their fields, with what none of them takes.
ABSURD = {
    "numbers of forms": {f"{name}-TOTAL_FORMS": "1000000000" for name in ("form", "theme_links", "appearances")},
    "words for numbers": {
        f"{name}-{part}": "abc"
        for name in ("form", "theme_links", "appearances", "body", "comments", "sessions", "outcomes")
        for part in ("TOTAL_FORMS", "INITIAL_FORMS", "count", "0-id")
    },
    "NUL": dict.fromkeys(("title", "name", "q", "slug", "email", "query_string", "new_slug", "next"), "a\x00b"),
    "ids": dict.fromkeys(("id", "new_parent_page", "new_parent_page_id", "collection", "theme", "person"), HUGE),
    "words for ids": dict.fromkeys(("id", "new_parent_page", "new_parent_page_id", "collection", "parent"), "abc"),
}
QUESTIONS = {
    "NUL": {"q": "a\x00b", "p": "\x00"},
    "numbers": {"p": HUGE, "id": HUGE, "page_type": "x.y", "collection_id": HUGE, "ordering": "x", "parent": HUGE},
    "words": {"p": "abc", "id": "abc", "page_type": "x", "collection_id": "abc", "position": "abc", "locale": "xx"},
}


LIBRARY = {"images": "wagtailimages", "documents": "wagtaildocs"}  # our own pages for them have no space


def routes(patterns=admin_urls.urlpatterns, start: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Every address of the admin, with places for what differs, and whose rows it is about."""
    for pattern in patterns:
        route = start + str(pattern.pattern).replace("^", "").replace("$", "")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route, pattern.namespace or space)
        elif ".*" not in route:
            yield f"/beheer/{route}", space or LIBRARY.get(route.split("/")[0], "")


LOGOUT = "/beheer/logout/"  # comes last, for after it nothing else would be reached
ROUTES = sorted(set(routes()), key=lambda route: (route[0] == LOGOUT, route))


def filled(route: str, row: str) -> str:
    return CONVERTER.sub(lambda found: WORDS.get(found[1] or found[2], row), route)


@pytest.fixture
def rows(settings, tmp_path) -> dict[str, int]:
    """One row of everything, by the space of its addresses."""
    settings.MEDIA_ROOT = tmp_path
    page = NewsPageFactory()
    snippets = (
        EditionFactory(), MunicipalityFactory(), OrganisationFactory(), PersonFactory(), ThemeFactory(),
        Synonym.objects.order_by("pk").first(),
    )  # fmt: skip
    image, document = (
        make_image(size=(40, 40)).pk,
        SiteDocument.objects.create(title="Plan", file=ContentFile(b"%PDF-1.7", "a1b2c3.pdf")).pk,
    )
    return {
        "": page.pk,
        **{f"wagtailsnippets_{row._meta.app_label}_{row._meta.model_name}": row.pk for row in snippets},
        **{f"wagtailsnippetchoosers_{row._meta.app_label}_{row._meta.model_name}": row.pk for row in snippets},
        **dict.fromkeys(("wagtailimages", "wagtailimages_chooser"), image),
        **dict.fromkeys(("wagtaildocs", "wagtaildocs_chooser"), document),
        "wagtailusers_groups": Group.objects.order_by("pk").first().pk,
        "wagtailsites": Site.objects.get().pk,
        "wagtailredirects": Redirect.objects.create(old_path="/oud", redirect_link="/nieuw/").pk,
        "wagtailsearchpromotions": Query.get("woord").pk,
        "wagtailadmin_workflows": Workflow.objects.get().pk,
        "wagtailadmin_collections": Collection.objects.get(depth=1).add_child(name="Foto's").pk,
        "wagtailsettings": SiteSettings.load().pk,
    }


def failures(method: str, rows: dict[str, int], data: dict, row: str = "") -> list[str]:
    """The addresses at which something went wrong, and what; whatever a request changes is taken back."""
    client = sign_in()
    assert client.get("/beheer/").status_code == 200
    failed = []
    for route, space in ROUTES:
        url = filled(route, row or str(rows.get(space, rows[""])))
        try:
            with transaction.atomic():
                status = getattr(client, method)(url, data).status_code
                transaction.set_rollback(True)
        except Exception as error:
            status = f"{type(error).__name__} {error}"[:200]
        if isinstance(status, str) or status >= 500:
            failed.append(f"{url}: {status}")
    return failed


def test_enough_is_walked():
    assert len(ROUTES) > 250
    assert "/beheer/pages/<int:page_id>/edit/" in dict(ROUTES)


@pytest.mark.parametrize("row", [HUGE, "2147483648", "abc"])
def test_a_row_that_cannot_be(rows, row):
    assert failures("get", rows, {}, row) == []


@pytest.mark.parametrize("row", [HUGE, "0"])
def test_a_form_for_a_row_that_cannot_be(rows, row):
    assert failures("post", rows, {}, row) == []


def test_a_form_without_its_fields(rows):
    assert failures("post", rows, {}) == []


@pytest.mark.parametrize("data", ABSURD.values(), ids=ABSURD)
def test_a_form_with_absurd_fields(rows, data):
    assert failures("post", rows, data) == []


@pytest.mark.parametrize("data", QUESTIONS.values(), ids=QUESTIONS)
def test_an_absurd_question(rows, data):
    assert failures("get", rows, data) == []


# --- What the answer says ----------------------------------------------------------------------------------------


def test_an_editors_form_without_its_blocks_changes_nothing(admin_client):
    page = NewsPageFactory(title="Zoals het was")
    response = admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "Anders"})
    assert response.status_code == 400
    assert "Dit verzoek begrijpen we niet" in response.content.decode()
    page.refresh_from_db()
    assert page.title == page.draft_title == "Zoals het was"


@pytest.mark.parametrize("parent", [None, "", "abc", "0", HUGE, "a\x00b"])
def test_a_copy_without_a_place_to_go(admin_client, parent):
    page = NewsPageFactory()
    data = {"new_title": "Kopie", "new_slug": "kopie", **({} if parent is None else {"new_parent_page": parent})}
    response = admin_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert response.status_code in (400, 404)
    assert 'lang="nl"' in response.content.decode()


@pytest.mark.parametrize("address", ["images/chooser/chosen/abc/", f"documents/chooser/chosen/{HUGE}/", "failwhale/"])
def test_what_is_not_there_is_said_in_dutch(admin_client, address):
    response = admin_client.get(f"/beheer/{address}")
    assert response.status_code == 404
    assert 'lang="nl"' in response.content.decode()
    assert "Page not found" not in response.content.decode()


def test_a_mistake_of_ours_stays_a_mistake(admin_client, monkeypatch):
    """Only what is about the request is answered so; all else has to be seen by who runs the site."""
    monkeypatch.setattr("wagtail.admin.views.home.HomeView.get_context_data", lambda self: {}["kapot"])
    admin_client.raise_request_exception = False
    assert admin_client.get("/beheer/").status_code == 500
