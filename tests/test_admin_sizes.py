"""The admin shows sizes made from the 800 pixels of the intake: a web process decodes no original for them."""

from pathlib import Path

import pytest

import factories
from media import sizes

pytestmark = pytest.mark.django_db
SIZE = (1500, 1000)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def spoil(path: Path) -> None:
    """Leaves the header, so that its size can be read, and too few pixels to decode."""
    path.write_bytes(path.read_bytes()[:700])


def original(folder: Path, image) -> Path:
    return folder / image.file.name


def first(folder: Path, image) -> Path:
    return folder / next(sizes.files_of(image))


@pytest.mark.parametrize(
    ("spec", "size"),
    [
        ("max-165x165", (165, 110)),
        ("max-800x600", (800, 533)),
        ("width-400", (400, 266)),
        ("height-300|format-webp", (450, 300)),
    ],
)
def test_small_sizes_need_no_original(folder, spec, size):
    image = factories.make_image(size=SIZE)
    spoil(original(folder, image))
    rendition = image.get_rendition(spec)
    assert abs(rendition.width - size[0]) <= 1 and abs(rendition.height - size[1]) <= 1


@pytest.mark.parametrize(("spec", "width"), [("width-1200", 1200), ("fill-200x200", 200), ("max-1000x1000", 1000)])
def test_what_is_larger_or_cut_out_comes_from_the_original(folder, spec, width):
    image = factories.make_image(size=SIZE)
    spoil(first(folder, image))
    assert image.get_rendition(spec).width == width


@pytest.mark.parametrize("harm", [spoil, Path.unlink])
def test_without_the_800_pixels_the_original_is_used(folder, harm):
    image = factories.make_image(size=SIZE)
    harm(first(folder, image))
    assert image.get_rendition("max-165x165").width == 165
