"""The files of pictures, as pages name them and as they are stored."""

import io
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from media import encoding
from media.models import SiteImage


@contextmanager
def no_picture_may_be_made():
    """Whoever makes one meanwhile fails."""

    def refuse(*arguments, **options):
        raise AssertionError("A picture was made while somebody waited.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoding, "encoded", refuse)
        patch.setattr(Image.Image, "save", refuse)
        patch.setattr(Image.Image, "resize", refuse)
        yield


def published(page):
    page.save_revision().publish()
    return page


def fetch(client, address: str) -> int:
    """The status of a file that is read to its end, after which it is closed."""
    response = client.get(address)
    assert response.getvalue()
    return response.status_code


def read(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def files_in(html: str) -> list[str]:
    """Every picture file that a page names."""
    return re.findall(r"/bestanden/images/[\w\-.]+", html)


def stored(address: str) -> Path:
    return Path(settings.MEDIA_ROOT) / address.removeprefix("/bestanden/")


def broken(folder: Path, image: SiteImage) -> Path:
    path = folder / image.file.name
    path.write_bytes(path.read_bytes()[:500])
    return path
