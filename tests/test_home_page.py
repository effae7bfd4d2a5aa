"""The home page stays, whatever is clicked."""

import pytest
from django.urls import reverse

from pages.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", ["wagtailadmin_pages:delete", "wagtailadmin_pages:unpublish"])
def test_one_click_does_not_take_it_away(admin_client, action):
    home = factories.home()
    response = admin_client.post(reverse(action, args=[home.pk]), {"include_descendants": "on"}, follow=True)
    assert "De voorpagina kan niet weg" in response.content.decode()
    assert HomePage.objects.get().live


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_nor_does_a_bulk_action(admin_client, action):
    home = factories.home()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    admin_client.post(f"{url}?id={home.pk}", {"include_descendants": "on"})
    assert HomePage.objects.get().live


def test_other_pages_can_go(admin_client):
    page = factories.InfoPageFactory()
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert factories.home().get_children().count() == 0
