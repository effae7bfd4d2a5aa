"""Who may have a picture or a document: everybody while something public uses it, else only staff who work with it."""

import datetime
import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

import factories
from editors import sign_in
from media.models import SiteDocument
from media.pictures import picture_in
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


def address(file) -> str:
    return file.url if isinstance(file, SiteDocument) else picture_in(file, "figure").fallback.url


def status(client, file, **headers) -> int:
    response = client.get(address(file), headers=headers)
    assert response.getvalue() or response.status_code == 304
    return response.status_code


def live_page(**fields):
    return factories.NewsPageFactory(**fields)


def figure(image) -> dict:
    return {"type": "figure", "value": {"image": image.pk, "alt": "", "is_decorative": True, "caption": ""}}


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


# --- What a visitor sees of it -----------------------------------------------------------------------------------


def test_browsers_keep_a_picture_and_others_a_minute(client, image):
    live_page(image=image)
    response = client.get(address(image))
    assert response.getvalue() and response["Content-Type"] == "image/jpeg"
    cache = response["Cache-Control"]
    assert "public" in cache and "s-maxage=60" in cache and "immutable" in cache
    assert "Cookie" not in response.get("Vary", "") and not response.cookies
    assert response["X-Content-Type-Options"] == "nosniff"


def test_nothing_tells_a_closed_file_from_one_that_never_was(client, image, document):
    page = live_page(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    known = {}
    for file in (image, document):
        response = client.get(address(file))
        assert response.getvalue()
        known[file] = {"If-None-Match": response["ETag"], "If-Modified-Since": response["Last-Modified"]}
        assert status(client, file, **known[file]) == 304
    page.unpublish()
    for file in (image, document):
        never_was = re.sub(r"[0-9a-f]{6}(?=[\w-]*\.)", "ffffff", address(file), count=1).replace(f"/{file.pk}", "/999")
        answers = [
            client.get(address(file)),
            client.get(address(file), headers=known[file]),
            client.get(address(file), headers={"Range": "bytes=0-3"}),
            client.get(never_was),
        ]
        assert {(answer.status_code, answer.get("ETag"), answer.get("Last-Modified")) for answer in answers} == {
            (404, None, None)
        }
        assert len({re.sub(rb"/documenten/\S+|/bestanden/\S+", b"", answer.content) for answer in answers}) == 1


def test_a_guessed_name_finds_nothing(client, image, document):
    live_page(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    for guess in (
        f"/documenten/{document.pk}/jaarplan-2026.pdf",
        f"/documenten/{document.pk}/",
        "/documenten/99999999999999999999/a.pdf",
        f"/bestanden/images/{image.file.name.removeprefix('original_images/')}",
        f"/bestanden/{image.file.name}",
        f"/bestanden/{document.file.name}",
        f"/bestanden/images/{image.pk}-../../{image.file.name}",
        f"/bestanden/images/{image.pk}-4x5-000000000000-780.avif",
        "/bestanden/images/999999999999999999-a.jpg",
        f"/bestanden/images/{image.pk}-a.svg",
    ):
        assert client.get(guess).status_code == 404, guess


def test_a_document_of_a_private_collection_is_for_staff_alone(client, document):
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document.collection = private
    document.save()
    live_page(body=[{"type": "document", "value": {"document": document.pk}}])
    assert status(client, document) == 404
    assert status(sign_in("Redactie"), document) == 200


def test_a_document_of_a_collection_for_some_is_for_them_alone(client, document):
    """Also if a public page offers it, and somebody else has an account."""
    private, group = Collection.get_first_root_node().add_child(name="Groep"), Group.objects.create(name="Deelnemers")
    restriction = CollectionViewRestriction.objects.create(collection=private, restriction_type="groups")
    restriction.groups.add(group)
    document.collection = private
    document.save()
    live_page(body=[{"type": "document", "value": {"document": document.pk}}])
    guest = get_user_model().objects.create_user("deelnemer")
    client.force_login(guest)
    assert status(client, document) == 404
    guest.groups.add(group)
    assert status(client, document) == 200


def test_a_document_is_kept_under_its_title_and_never_run(client, document):
    live_page(body=[{"type": "document", "value": {"document": document.pk}}])
    response = client.get(document.url)
    assert response.getvalue() == b"%PDF-1.7 0123456789"
    assert response["Content-Disposition"] == 'attachment; filename="jaarplan-2026.pdf"'
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert response["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    ("wanted", "code", "body", "content_range"),
    [
        ("bytes=0-3", 206, b"%PDF", "bytes 0-3/19"),
        ("bytes=-4", 206, b"6789", "bytes 15-18/19"),
        ("bytes=9-", 206, b"0123456789", "bytes 9-18/19"),
        ("bytes=9-500", 206, b"0123456789", "bytes 9-18/19"),
        ("bytes=19-", 416, b"", "bytes */19"),
        ("bytes=-0", 416, b"", "bytes */19"),
        ("bytes=5-2", 200, b"%PDF-1.7 0123456789", None),
        ("bytes=0-1,3-4", 200, b"%PDF-1.7 0123456789", None),
        ("bytes=x-y", 200, b"%PDF-1.7 0123456789", None),
        ("bytes=-", 200, b"%PDF-1.7 0123456789", None),
        ("lines=1-2", 200, b"%PDF-1.7 0123456789", None),
    ],
)
def test_a_part_of_a_document(client, document, wanted, code, body, content_range):
    live_page(body=[{"type": "document", "value": {"document": document.pk}}])
    response = client.get(document.url, headers={"Range": wanted})
    assert (response.status_code, response.getvalue(), response.get("Content-Range")) == (code, body, content_range)
    if code == 206:
        assert int(response["Content-Length"]) == len(body)


def test_a_part_is_of_the_file_as_it_still_is(client, document):
    live_page(body=[{"type": "document", "value": {"document": document.pk}}])
    etag = client.head(document.url)["ETag"]
    for known, code in ((etag, 206), ('"anders"', 200)):
        response = client.get(document.url, headers={"Range": "bytes=0-3", "If-Range": known})
        assert response.getvalue() and response.status_code == code


def test_only_reading_is_possible(client, image):
    live_page(image=image)
    assert client.post(address(image)).status_code == 405
    response = client.head(address(image))
    assert (response.status_code, response.content) == (200, b"") and int(response["Content-Length"]) > 100


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
