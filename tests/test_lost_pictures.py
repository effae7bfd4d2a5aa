"""Pictures whose files are lost, broken or made by many at once: a page shows what there is, and they come back."""

import io
import os
import threading
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection

import factories
from media import cutting, sizes
from media.layouts import FREE, LYING
from media.models import SiteImage
from media.pictures import picture_in
from media.storage import SameNameStorage
from picture_files import broken, fetch, files_in, no_picture_may_be_made, published
from working import work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def test_lost_files_are_made_anew(client, folder, capsys):
    image = factories.make_image()
    page = published(factories.PortraitPageFactory(image=image))
    work()
    lost = sorted((folder / "images").iterdir())[::10]
    for path in lost:
        path.unlink()
    call_command("renditions", verbosity=0)
    assert all(path.exists() for path in lost)
    html = client.get(page.url).content.decode()
    assert {fetch(client, address) for address in files_in(html)} == {200}


def test_of_a_broken_original_pages_show_what_there_is(client, folder, caplog):
    image = factories.make_image()
    page = published(factories.PortraitPageFactory(image=image, image_alt="Bas lacht"))
    broken(folder, image)
    for path in (folder / "images").iterdir():
        path.unlink()
    for _ in range(3):
        call_command("renditions", verbosity=0)
    assert [record.levelname for record in caplog.records if "lost or broken" in record.message] == ["ERROR"]
    response = client.get(page.url)
    assert response.status_code == 200
    assert files_in(response.content.decode()) == [] and "stand-in" in response.content.decode()


def test_a_lost_original_that_comes_back_is_used_again(folder):
    image = factories.make_image()
    published(factories.PortraitPageFactory(image=image))
    path = folder / image.file.name
    data = path.read_bytes()
    path.unlink()
    call_command("renditions", verbosity=0)
    assert sizes.LOST in SiteImage.objects.get().made
    path.write_bytes(data)
    call_command("renditions", verbosity=0)
    image.refresh_from_db()
    assert sizes.LOST not in image.made and picture_in(image, "portrait").sources


def test_files_of_nothing_are_removed_once_they_are_old(folder):
    image = factories.make_image(has_sizes=True)
    old, young = folder / "images/99-4x5-aaaaaaaaaaaa-780.avif", folder / "images/99-4x5-bbbbbbbbbbbb-780.avif"
    original = folder / "original_images/van-niemand.jpg"
    for path in (old, young, original):
        path.write_bytes(b"x")
    for path in [*(folder / "images").iterdir(), original]:
        if path != young:
            os.utime(path, (1_700_000_000, 1_700_000_000))
    out = io.StringIO()
    call_command("renditions", stdout=out)
    assert not old.exists() and young.exists() and original.exists()
    assert all((folder / name).exists() for name in sizes.files_of(image))
    assert "van-niemand.jpg" in out.getvalue()


def test_the_scheduler_has_it_done_by_the_worker():
    image = factories.make_image()
    page = factories.PortraitPageFactory(image=image)
    with no_picture_may_be_made():
        call_command("renditions", later=True)
    work()
    assert picture_in(SiteImage.objects.get(), "portrait").sources and page.live


def test_a_full_disk_leaves_no_half_file(folder, monkeypatch):
    image = factories.make_image()

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("media.storage.Path.replace", full)
    assert not sizes.make(image, [FREE])
    assert all(path.stat().st_size for path in (folder / "images").iterdir())
    assert len(list((folder / "images").iterdir())) == 1  # the 800 pixels


def test_twelve_at_once_leave_one_file_of_each_size(folder):
    image = factories.make_image(size=(600, 500))
    order = sizes.order(image, [LYING])

    def make():
        for name, data in cutting.made(order).files:
            sizes.keep(name, data)

    threads = [threading.Thread(target=make) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = [*sizes.files_of(image), *(name for name, _, _ in LYING.files(image, LYING.key(image)))]
    assert {path.name for path in (folder / "images").iterdir()} == {Path(name).name for name in names}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_twelve_that_ask_the_admin_for_one_size_get_one_row_and_one_file(folder, transactional_db):
    image = factories.make_image(size=(600, 500))
    failed = []

    def ask():
        try:
            SiteImage.objects.get(pk=image.pk).get_rendition("fill-100x100|format-webp")
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(12 if connection.vendor == "postgresql" else 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert image.renditions.count() == 1
    assert len([path for path in (folder / "images").iterdir() if "fill-100x100" in path.name]) == 1


def test_a_file_that_is_written_twice_is_never_half(tmp_path):
    storage = SameNameStorage(location=tmp_path)
    assert storage.save("images/a.jpg", ContentFile(b"one")) == storage.save("images/a.jpg", ContentFile(b"two"))
    assert [path.read_bytes() for path in (tmp_path / "images").iterdir()] == [b"two"]
