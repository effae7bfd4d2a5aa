"""Where there is a virus scanner, every upload is shown to it first; without its word nothing is let in."""

import socketserver

import pytest
from wagtail.models import UploadedFile

import uploads
from clamd import DAEMON, EICAR, NAME, Speaker, scanner, stand_in
from documents import packed, unpacked, word
from editors import sign_in
from media.models import SiteDocument, SiteImage
from uploads import encode, photo, send, send_to_chooser, send_to_many, stored

pytestmark = pytest.mark.django_db
JPEG = encode(photo(), "JPEG")
TABLE = b"naam;plaats\n" + EICAR + b";Utrecht\n"  # as text it is fine


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with scanner(tmp_path_factory.mktemp("clamd")) as url:
        yield url


@pytest.fixture
def editor(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return sign_in("Redactie")


def nothing_is_left() -> bool:
    rows = SiteDocument.objects.exists() or SiteImage.objects.exists() or UploadedFile.objects.exists()
    return not rows and not stored()


def test_without_a_scanner_uploads_are_not_shown_to_one(editor, settings):
    assert settings.CLAMD_URL == ""
    assert uploads.errors_of(send(editor, "docs", "a.csv", TABLE)) == []


def test_what_the_scanner_finds_is_refused_everywhere_and_leaves_nothing(editor, settings, url):
    settings.CLAMD_URL = url
    found = uploads.errors_of(send(editor, "docs", "a.csv", TABLE))
    assert len(found) == 1 and f"De viruscontrole vindt iets in dit bestand ({NAME}" in found[0]
    assert send_to_many(editor, "docs", "a.csv", TABLE) == {"success": False, "error_message": found[0]}
    assert "viruscontrole" in send_to_chooser(editor, "docs", "a.csv", TABLE)["htmlFragment"]
    assert "viruscontrole" in uploads.errors_of(send(editor, "images", "a.jpg", JPEG + EICAR))[0]
    assert nothing_is_left()


if DAEMON:  # the stand-in does not look into zip files

    def test_what_is_packed_inside_is_found(editor, settings, url):
        settings.CLAMD_URL = url
        infected = packed(unpacked(word()) | {"word/media/a.txt": EICAR})
        assert "viruscontrole" in uploads.errors_of(send(editor, "docs", "a.docx", infected))[0]


def test_what_is_clean_comes_in(editor, settings, url):
    settings.CLAMD_URL = url
    assert uploads.errors_of(send(editor, "images", "a.jpg", JPEG)) == []
    assert uploads.errors_of(send(editor, "docs", "a.csv", b"naam;plaats\n" * 100_000)) == []
    assert SiteImage.objects.count() == SiteDocument.objects.count() == 1


@pytest.mark.parametrize("url", ["unix:///bestaat/niet", "tcp://127.0.0.1:1", "onzin", "tcp://127.0.0.1:99999999"])
def test_while_the_scanner_does_not_answer_nothing_comes_in(editor, settings, url):
    settings.CLAMD_URL = url
    found = uploads.errors_of(send(editor, "images", "a.jpg", JPEG))
    assert len(found) == 1 and found[0].startswith("De viruscontrole antwoordt niet")
    assert nothing_is_left()


class HangsUp(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.recv(10)


class Complains(Speaker):
    def handle(self):
        self.take(10)
        self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")


class Rambles(Speaker):
    def handle(self):
        self.take(10)
        self.request.sendall(b"x" * 100_000)


@pytest.mark.parametrize("handler", [HangsUp, Complains, Rambles])
def test_an_odd_answer_is_no_answer(editor, settings, tmp_path, handler):
    with stand_in(tmp_path, handler) as url:
        settings.CLAMD_URL = url
        found = uploads.errors_of(send(editor, "images", "a.jpg", JPEG))
    assert len(found) == 1 and found[0].startswith("De viruscontrole antwoordt niet")
    assert nothing_is_left()


def test_the_protocol_is_spoken_over_tcp_too(editor, settings, tmp_path):
    with stand_in(tmp_path) as url:
        settings.CLAMD_URL = url
        assert uploads.errors_of(send(editor, "images", "a.jpg", JPEG)) == []
        assert "viruscontrole" in uploads.errors_of(send(editor, "docs", "a.csv", TABLE))[0]
