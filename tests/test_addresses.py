"""No page gets an address at which the site itself answers: a clear error in Dutch, however one tries."""

import pytest
from django.urls import reverse

from config.urls import urlpatterns
from editors import fill_in, press, sign_in
from factories import InfoPageFactory, home
from pages.addresses import RESERVED, refusal
from pages.models import InfoPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return sign_in("Eindredactie")


def test_every_fixed_address_is_reserved():
    first_parts = {str(pattern.pattern).split("/")[0] for pattern in urlpatterns if "/" in str(pattern.pattern)}
    slugs = {part for part in first_parts if part.replace("-", "_").isidentifier()}
    assert slugs <= RESERVED


@pytest.mark.parametrize("slug", ["beheer", "zoeken", "gezond", "feeds"])
@pytest.mark.parametrize("button", ["", "action-publish"])
def test_a_new_page(editor, slug, button):
    url = reverse("wagtailadmin_pages:add", args=["pages", "infopage", home().pk])
    response = press(editor, url, fill_in(editor, url, title="Een pagina", slug=slug), button)
    assert response.content.decode().count(refusal(slug)) == 1
    assert not InfoPage.objects.exists()


def test_a_page_that_changes_its_address(editor):
    page = InfoPageFactory(title="Contact")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = press(editor, url, fill_in(editor, url, slug="beheer"))
    assert response.content.decode().count(refusal("beheer")) == 1
    page.refresh_from_db()
    assert page.slug == "contact"


def test_a_copy(editor):
    page = InfoPageFactory(title="Contact")
    data = {"new_title": "Zoeken", "new_slug": "zoeken", "new_parent_page": home().pk}
    response = editor.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert refusal("zoeken") in response.content.decode()
    assert InfoPage.objects.count() == 1


def test_a_move_to_the_top(editor):
    page = InfoPageFactory(title="Zoeken", parent=InfoPageFactory(title="Uitleg"))
    response = editor.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home().pk]), follow=True)
    assert refusal("zoeken") in response.content.decode()
    page.refresh_from_db()
    assert page.depth == 4


def test_below_another_page_the_words_are_free(editor):
    parent = InfoPageFactory(title="Uitleg")
    url = reverse("wagtailadmin_pages:add", args=["pages", "infopage", parent.pk])
    press(editor, url, fill_in(editor, url, title="Zoeken", slug="zoeken"), "action-publish")
    assert InfoPage.objects.get(slug="zoeken").live


@pytest.mark.parametrize("slug", ["é", "-", "--a", "met spatie", "a" * 256])
def test_an_address_is_of_plain_letters(admin_client, slug):
    top = home()
    response = admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[InfoPageFactory().pk]),
        {"new_title": "Kopie", "new_slug": slug, "new_parent_page": top.pk},
    )
    assert response.status_code == 200
    assert InfoPage.objects.count() == 1
