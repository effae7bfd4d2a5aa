"""Who deletes something learns what goes with it, and a section with many pages goes only when that is confirmed."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Page

from editing.deletion import MANY
from tests import factories

pytestmark = pytest.mark.django_db


def section(number_of_children: int) -> Page:
    index = factories.NewsIndexPageFactory()
    for _ in range(number_of_children):
        factories.NewsPageFactory(parent=index)
    index.refresh_from_db()
    return index


def one(page: Page) -> str:
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def several(page: Page) -> str:
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?id={page.pk}"


@pytest.mark.parametrize("address", [one, several])
@pytest.mark.parametrize("answer", [{}, {"confirm_site_name": ""}])
def test_a_section_stays_without_an_answer(admin_client, address, answer):
    index = section(MANY - 1)
    response = admin_client.post(address(index), answer, follow=True)
    assert response.status_code == 200
    assert f"typ ‘{settings.WAGTAIL_SITE_NAME}’" in response.content.decode()
    assert Page.objects.filter(pk=index.pk).exists()


@pytest.mark.parametrize("address", [one, several])
def test_a_section_stays_with_a_wrong_answer(admin_client, address):
    index = section(MANY - 1)
    response = admin_client.post(address(index), {"confirm_site_name": "iets anders"}, follow=True)
    content = response.content.decode()
    assert f"typ ‘{settings.WAGTAIL_SITE_NAME}’" in content
    assert "Please" not in content
    assert Page.objects.filter(pk=index.pk).exists()


@pytest.mark.parametrize("address", [one, several])
def test_a_section_goes_with_the_right_answer(admin_client, address):
    index = section(MANY - 1)
    admin_client.post(address(index), {"confirm_site_name": settings.WAGTAIL_SITE_NAME})
    assert not Page.objects.filter(path__startswith=index.path).exists()


@pytest.mark.parametrize("address", [one, several])
def test_a_few_pages_need_no_answer(admin_client, address):
    index = section(2)
    admin_client.post(address(index))
    assert not Page.objects.filter(path__startswith=index.path).exists()


# --- What pages refer to -----------------------------------------------------------------------------------------


def person_in_use():
    person = factories.PersonFactory()
    return person, factories.PortraitPageFactory(title="Iemands portret", person=person)


def theme_in_use():
    theme = factories.ThemeFactory()
    return theme, factories.NewsPageFactory(title="Een bericht", themes=[theme])


def edition_in_use():
    edition = factories.EditionFactory()
    return edition, factories.SessionFactory(edition=edition).module


def organisation_in_use():
    organisation = factories.OrganisationFactory()
    return organisation, factories.PersonFactory(organisation=organisation)


IN_USE = [person_in_use, theme_in_use, edition_in_use, organisation_in_use]


def delete_url(row) -> str:
    return reverse(row.snippet_viewset.get_url_name("delete"), args=[row.pk])


@pytest.mark.parametrize("make", IN_USE)
def test_who_deletes_sees_where_it_is_used_and_what_happens(admin_client, make):
    row, user = make()
    call_command("rebuild_references_index", verbosity=0)
    content = admin_client.get(delete_url(row)).content.decode()
    assert f"Waar staat ‘{escape(row)}’?" in content
    assert escape(user) in content
    assert row.on_deletion in content
    assert f"Weet je zeker dat je ‘{escape(row)}’ wilt verwijderen?" in content
    several = reverse("wagtail_bulk_action", args=[row._meta.app_label, row._meta.model_name, "delete"])
    assert row.on_deletion in admin_client.get(f"{several}?id={row.pk}").content.decode()


@pytest.mark.parametrize("make", IN_USE)
def test_what_used_it_stays_and_still_opens(client, admin_client, make):
    row, user = make()
    assert admin_client.post(delete_url(row)).status_code == 302
    user.refresh_from_db()
    if isinstance(user, Page):
        assert client.get(user.url).status_code == 200
        assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[user.pk])).status_code == 200


def test_what_nothing_uses_can_go_without_a_thought(admin_client):
    theme = factories.ThemeFactory()
    content = admin_client.get(delete_url(theme)).content.decode()
    assert "Nergens. Er verandert niets op de site." in content


@pytest.mark.parametrize(("count", "said"), [(0, "Nergens"), (1, "Op 1 plaats"), (2, "Op 2 plaatsen")])
def test_who_deletes_a_page_learns_how_often_it_is_linked_to(admin_client, count, said):
    page = factories.NewsPageFactory()
    link = {"type": "paragraph", "value": f'<p><a linktype="page" id="{page.pk}">lees</a></p>'}
    for _ in range(count):
        factories.InfoPageFactory(body=[link])
    call_command("rebuild_references_index", verbosity=0)
    for address in (one(page), several(page), reverse("wagtailadmin_pages:unpublish", args=[page.pk])):
        assert f"{said} wordt hiernaar verwezen." in admin_client.get(address).content.decode(), address
