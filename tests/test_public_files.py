"""Who may have a picture or a document: everybody while something public uses it, else only staff who work with it."""

import datetime
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

import factories
from editors import sign_in
from given_files import address, figure, live_page, status
from media.models import SiteDocument
from pages.models import SiteSettings
from pages.public_files import is_public
from people.models import Appearance
from working import work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def image():
    return factories.make_image()


@pytest.fixture
def document():
    return SiteDocument.objects.create(title="Jaarplan 2026", file=ContentFile(b"%PDF-1.7 0123456789", "a1b2c3.pdf"))


PICTURE_USES = {
    "the page's own picture": lambda image: live_page(image=image),
    "a figure": lambda image: live_page(body=[figure(image)]),
    "a gallery": lambda image: live_page(
        body=[{"type": "gallery", "value": {"heading": "", "pictures": [figure(image)["value"]] * 2}}]
    ),
    "a video": lambda image: live_page(
        body=[{"type": "video", "value": {"title": "t", "url": "https://a.nl/", "image": image.pk}}]
    ),
    "the portrayed": lambda image: factories.PortraitPageFactory(person=factories.PersonFactory(photo=image)),
    "the quoted": lambda image: (
        Appearance.objects.create(
            page=live_page(), person=factories.PersonFactory(photo=image), role=Appearance.Role.QUOTED
        ).page
    ),
}
DOCUMENT_USES = {
    "a block": lambda document: live_page(body=[{"type": "document", "value": {"document": document.pk}}]),
    "a link in a text": lambda document: live_page(
        body=[{"type": "paragraph", "value": f'<p><a linktype="document" id="{document.pk}">plan</a></p>'}]
    ),
    "a research page": lambda document: factories.ResearchPageFactory(document=document),
}


@pytest.mark.parametrize("use", PICTURE_USES)
def test_a_picture_is_public_with_what_uses_it(client, image, use):
    assert status(client, image) == 404
    follow_the_page(client, image, PICTURE_USES[use](image))


@pytest.mark.parametrize("use", DOCUMENT_USES)
def test_a_document_is_public_with_what_uses_it(client, document, use):
    assert status(client, document) == 404
    follow_the_page(client, document, DOCUMENT_USES[use](document))


def follow_the_page(client, file, page):
    """From live through everything that closes a page, each seen at once."""
    page = type(page).objects.get(pk=page.pk)
    assert status(client, file) == 200
    page.unpublish()
    assert status(client, file) == 404
    page.get_latest_revision_as_object().save_revision().publish()
    assert status(client, file) == 200
    restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert status(client, file) == 404
    restriction.delete()
    page.get_parent().unpublish()
    assert status(client, file) == 404
    page.get_parent().specific.save_revision().publish()
    assert status(client, file) == 200
    page.delete()
    assert status(client, file) == 404


def test_the_site_and_its_organisations_make_their_pictures_public(client, image):
    logo = factories.make_image()
    factories.OrganisationFactory(logo=logo)
    site = SiteSettings.load()
    site.share_image = image
    site.save()
    assert (status(client, logo), status(client, image)) == (200, 200)
    site.share_image = None
    site.save()
    assert status(client, image) == 404


def test_a_person_alone_makes_nothing_public(client, image):
    person = factories.PersonFactory(photo=image)
    assert status(client, image) == 404
    draft = live_page(live=False)
    Appearance.objects.create(page=draft, person=person)
    assert status(client, image) == 404


def test_a_draft_of_a_public_page_makes_nothing_public_until_it_is_published(client, image, document):
    page = live_page()
    page.image = image
    page.body = [{"type": "document", "value": {"document": document.pk}}]
    revision = page.save_revision()
    work()
    assert (status(client, image), status(client, document)) == (404, 404)
    revision.publish()
    assert (status(client, image), status(client, document)) == (200, 200)


def test_what_a_new_version_no_longer_uses_is_closed_at_once(client, image, document):
    page = live_page(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    page.image, page.body = None, []
    page.save_revision().publish()
    assert (status(client, image), status(client, document)) == (404, 404)
    work()
    assert (status(client, image), status(client, document)) == (404, 404)


def test_scheduled_and_expired_pages(client, image):
    page = live_page(live=False, image=image)
    now = timezone.now()
    page.go_live_at = now + datetime.timedelta(hours=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert status(client, image) == 404
    page.go_live_at, page.expire_at = None, now + datetime.timedelta(hours=1)
    page.save_revision().publish()
    assert status(client, image) == 200
    type(page).objects.filter(pk=page.pk).update(expire_at=now - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert status(client, image) == 404


def test_a_copy_and_an_alias_keep_a_picture_public(client, image):
    page = live_page(image=image, body=[figure(image)])
    copy = page.copy(update_attrs={"slug": "kopie", "title": "Kopie"})
    page.delete()
    assert status(client, image) == 200
    alias = copy.create_alias(update_slug="spiegel")
    copy.delete()
    assert status(client, image) == (200 if type(page).objects.filter(pk=alias.pk, live=True) else 404)


# --- Who sees more -----------------------------------------------------------------------------------------------


def test_editors_see_what_they_work_on_and_nobody_keeps_it(image, document):
    editor = sign_in("Redactie")
    for file in (image, document):
        response = editor.get(address(file))
        assert response.getvalue() and response.status_code == 200
        assert "private" in response["Cache-Control"] and "no-store" in response["Cache-Control"]


def test_an_account_without_work_to_do_sees_no_more_than_a_visitor(image, document):
    client = Client()
    client.force_login(get_user_model().objects.create_user("iemand"))
    assert (status(client, image), status(client, document)) == (404, 404)


def test_a_guest_of_a_closed_page_sees_its_pictures(client, image):
    group, page = Group.objects.create(name="Deelnemers"), live_page(image=image)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(group)
    guest = get_user_model().objects.create_user("deelnemer")
    other = Client()
    other.force_login(get_user_model().objects.create_user("ander"))
    client.force_login(guest)
    assert status(client, image) == 404
    guest.groups.add(group)
    assert (status(client, image), status(other, image)) == (200, 404)
    assert "private" in client.head(address(image))["Cache-Control"]


# --- Cheap -------------------------------------------------------------------------------------------------------


def test_a_picture_of_a_page_costs_two_queries(client, image, django_assert_max_num_queries):
    live_page(image=image)
    status(client, image)
    with django_assert_max_num_queries(2):
        status(client, image)


def test_the_rule_is_the_same_for_what_was_loaded_without_being_published(image):
    page = live_page(live=False)
    page.image = image
    page.save()
    assert not is_public(image)
    page.live = True
    page.save()
    assert is_public(image)


def test_a_lost_file_is_a_404(client, image, document, folder):
    live_page(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    for path in [*(folder / "images").iterdir(), *(folder / "documents").iterdir()]:
        path.unlink()
    assert (status(client, image), status(client, document)) == (404, 404)


# --- nginx -------------------------------------------------------------------------------------------------------


def test_behind_nginx_the_site_names_the_file_and_sends_nothing(client, image, document, settings):
    settings.X_ACCEL_REDIRECT = "/intern/"
    live_page(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    response = client.get(address(image))
    assert (response.content, response["X-Accel-Redirect"]) == (b"", address(image).replace("/bestanden/", "/intern/"))
    assert response["Content-Type"] == "image/jpeg" and "s-maxage=60" in response["Cache-Control"]
    response = client.get(document.url, headers={"Range": "bytes=0-3"})
    assert response["X-Accel-Redirect"] == f"/intern/{document.file.name}"
    assert "attachment" in response["Content-Disposition"]
    SiteSettings.objects.all().delete()
    factories.home().unpublish()
    assert client.get(address(image)).get("X-Accel-Redirect") is None
