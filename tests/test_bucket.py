"""Uploads in S3-compatible storage, against a server on this machine: visitors still get every file from the site."""

import boto3
import pytest
from django.conf import settings as configured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from moto.server import ThreadedMotoServer

import factories
from media import sizes
from media.models import SiteDocument, SiteImage
from media.pictures import picture_in
from media.storage import bucket_options, storages_for
from working import work

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bucket(server, settings):
    """An empty bucket that the site uses, as the one variable says."""
    host, port = server.get_host_and_port()
    settings.MEDIA_STORAGE = f"s3+http://sleutel:ge%2Fheim@{host}:{port}/leergang?region=eu-central-1"
    settings.STORAGES = {**storages_for(settings.MEDIA_STORAGE), "staticfiles": configured.STORAGES["staticfiles"]}
    found = boto3.resource(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        aws_access_key_id="sleutel",
        aws_secret_access_key="ge/heim",
        region_name="eu-central-1",
    ).Bucket("leergang")
    found.create(CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    yield found
    found.objects.all().delete()
    found.delete()
    found.meta.client.close()


def names(bucket) -> set[str]:
    return {entry.key for entry in bucket.objects.all()}


def test_pictures_and_documents_come_from_the_site_and_not_from_the_bucket(client, bucket):
    image = factories.make_image()
    document = SiteDocument.objects.create(title="Plan", file=ContentFile(b"%PDF-1.7 0123456789", "a1b2c3.pdf"))
    page = factories.NewsPageFactory(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    page.save_revision().publish()
    work()
    image.refresh_from_db()
    shown = picture_in(image, "wide")
    assert shown.sources and set(sizes.files_of(image)) < names(bucket)
    response = client.get(shown.fallback.url)
    assert response.status_code == 200 and response.getvalue()[:3] == b"\xff\xd8\xff"
    response = client.get(document.url, headers={"Range": "bytes=0-3"})
    assert (response.status_code, response.getvalue()) == (206, b"%PDF")
    known = {"If-None-Match": response["ETag"]}
    assert client.get(document.url, headers=known).status_code == 304
    html = client.get(page.url).content.decode()
    assert "sleutel" not in html and bucket.meta.client.meta.endpoint_url not in html
    page.unpublish()
    assert {client.get(shown.fallback.url).status_code, client.get(document.url, headers=known).status_code} == {404}


def test_what_is_lost_in_the_bucket_is_made_anew_and_what_belongs_to_nothing_goes(bucket, monkeypatch):
    image = factories.make_image()
    factories.NewsPageFactory(image=image)
    call_command("renditions", verbosity=0)
    image.refresh_from_db()
    lost = [name for name in sizes.files_of(image) if name.endswith("720.avif")]
    for name in lost:
        default_storage.delete(name)
    default_storage.save("images/99-4x5-aaaaaaaaaaaa-780.avif", ContentFile(b"x"))
    monkeypatch.setattr("pages.management.commands.renditions.is_old", lambda storage, name: True)
    call_command("renditions", verbosity=0)
    assert lost and set(lost) <= names(bucket)
    assert "images/99-4x5-aaaaaaaaaaaa-780.avif" not in names(bucket)


def test_a_lost_original_gives_a_page_without_it(client, bucket):
    image = factories.make_image()
    page = factories.PortraitPageFactory(image=image)
    bucket.objects.all().delete()
    call_command("renditions", verbosity=0)
    response = client.get(page.url)
    assert response.status_code == 200 and "/bestanden/images/" not in response.content.decode()


def test_the_secret_is_not_kept_in_the_database(bucket, django_capture_on_commit_callbacks):
    image = factories.make_image()
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert "heim" not in repr(SiteImage._meta.get_field("file").storage.deconstruct())
    work()
    assert names(bucket) == set()


@pytest.mark.parametrize("address", ["leergang", "https://a.nl/b", "s3://a.nl/", "s3://a:b@/c", "s3://a.nl/b/c"])
def test_an_address_that_is_none_is_said_at_the_start(address):
    with pytest.raises(ValueError, match="s3://key:secret@host/bucket"):
        storages_for(address)


def test_an_address_is_read_whole():
    options = bucket_options("s3://sleutel:ge%2Fheim@s3.example.nl:9000/leergang?region=nl-1")
    assert options["secret_key"] == "ge/heim" and options["endpoint_url"] == "https://s3.example.nl:9000"
    assert options["bucket_name"] == "leergang" and options["region_name"] == "nl-1" and options["default_acl"] is None
