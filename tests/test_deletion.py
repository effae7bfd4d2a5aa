"""A section with many pages goes only when its deletion is confirmed, whatever the request leaves out."""

import pytest
from django.conf import settings
from django.urls import reverse
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
    assert admin_client.post(address(index), {"confirm_site_name": "iets anders"}, follow=True).status_code == 200
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
