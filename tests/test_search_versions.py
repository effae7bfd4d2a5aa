"""After a change of the analyser: nothing wrong is found, staff know, and the worker makes the index anew."""

import io

import pytest
from django.apps import apps
from django.core import checks
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from factories import InfoPageFactory, home
from search.find import find
from search.models import IndexedPage
from search.tasks import renew_outdated_index
from search.versions import check_version, renew_after_migration

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    """Two pages in an index that an older analyser made."""
    found = [
        InfoPageFactory(title="De ringvaart in de zomer", lead="Over boten"),
        InfoPageFactory(title="Boten op de ringvaart, in de winter"),
    ]
    IndexedPage.objects.update(version="0")
    return found


def ids(query: str) -> list[int]:
    return [hit.page_id for hit in find(query)]


def test_only_exact_words_are_found_until_the_index_is_made_anew(pages):
    summer, winter = (page.pk for page in pages)
    assert set(ids("ringvaart boten")) == {summer, winter}
    assert ids("de boot") == [] and find("ringvaart").is_word_for_word
    assert ids("ringvaart -winter") == [summer] and ids('"over boten"') == [summer]
    assert ids("de in") == ids("") == []
    renew_outdated_index.func()
    assert set(ids("boot")) == {summer, winter} and not find("boot").is_word_for_word


def test_the_page_says_so(client, pages):
    assert "wordt op dit moment vernieuwd" in client.get("/zoeken/", {"q": "ringvaart"}).content.decode()
    renew_outdated_index.func()
    assert "wordt op dit moment vernieuwd" not in client.get("/zoeken/", {"q": "ringvaart"}).content.decode()


def test_staff_see_it_on_their_home_page(admin_client, pages):
    assert "Het zoeken wordt vernieuwd" in admin_client.get("/beheer/").content.decode()
    renew_outdated_index.func()
    assert "Het zoeken wordt vernieuwd" not in admin_client.get("/beheer/").content.decode()


def test_the_deployment_check_warns(pages):
    assert [found.id for found in check_version(["default"])] == ["search.W001"]
    assert check_version() == []
    renew_outdated_index.func()
    assert check_version(["default"]) == []
    assert check_version in checks.registry.registry.get_checks(include_deployment_checks=True)


def test_the_first_page_of_a_new_site_is_found_after_migrating():
    assert home().pk in IndexedPage.objects.values_list("pk", flat=True)
    IndexedPage.objects.all().delete()
    renew_after_migration(apps.get_app_config("search"))
    assert IndexedPage.objects.get().pk == home().pk
    call_command("search_index", "--check", stdout=io.StringIO())


def test_a_migration_leaves_it_to_the_worker(pages):
    renew_after_migration(apps.get_app_config("search"))
    tasks = DBTaskResult.objects.filter(task_path="search.tasks.renew_outdated_index")
    assert tasks.count() == 1
    renew_outdated_index.func()
    renew_after_migration(apps.get_app_config("search"))
    assert tasks.count() == 1
