"""How pictures and documents are given to visitors: how long they may be kept, in which parts, what a refusal tells."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

import factories
from editors import sign_in
from given_files import address, live_page, status
from media.models import SiteDocument

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
