"""Files of pictures: light enough for a page, as good as that allows, and without a word about their origin."""

import io
import math
import random

import pytest
from PIL import Image, ImageFilter

from media import encoding

PHONE = (780, 975)
MOST = 60_000  # bytes for a portrait on a phone


def grain(size: tuple[int, int], contrast: float, blur: float = 0) -> Image.Image:
    """Even noise in all channels around grey."""
    chance = random.Random(1)
    picture = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    return Image.blend(Image.new("RGB", size, (128, 120, 110)), picture, contrast)


def calm(size: tuple[int, int]) -> Image.Image:
    return Image.merge("RGB", [Image.radial_gradient("L").resize(size).rotate(90 * turn) for turn in range(3)])


def length(picture: Image.Image, format_: str) -> int:
    return len(encoding.encoded(picture.copy(), format_))


@pytest.mark.parametrize("format_", ["avif", "webp"])
@pytest.mark.parametrize("contrast", [0.1, 0.3, 0.6])
def test_no_picture_is_too_heavy_for_a_phone(format_, contrast):
    assert length(grain(PHONE, contrast), format_) <= MOST


@pytest.mark.parametrize("format_", ["avif", "webp"])
def test_a_calm_picture_takes_much_less_and_a_grainy_one_all_of_it(format_):
    assert length(calm(PHONE), format_) < MOST / 3
    assert length(grain(PHONE, 0.8, blur=2), format_) > MOST * 0.85


@pytest.mark.parametrize("format_", encoding.FORMATS)
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "LA"])
def test_every_format_takes_every_mode_that_the_intake_stores(format_, mode):
    picture = calm((320, 240)).convert(mode)
    read = Image.open(io.BytesIO(encoding.encoded(picture, format_)))
    assert read.size == (320, 240)
    assert not {"exif", "icc_profile", "comment", "xmp"} & read.info.keys()


def of_length(sizes):
    """A format whose files have these lengths; and the qualities that were asked of it."""
    asked = []

    def write(quality: int) -> bytes:
        asked.append(quality)
        return bytes(round(sizes(quality)))

    return write, asked


CURVES = {
    "as expected": lambda quality: 1000 * 2 ** (quality / 14),
    "steeper": lambda quality: 1000 * 2 ** (quality / 6),
    "flatter": lambda quality: 1000 * 2 ** (quality / 30),
    "in a line": lambda quality: 500 * quality,
    "in steps": lambda quality: 1000 * 2 ** (quality // 5 / 3),
}


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("most", [2_000, 9_000, 20_000, 60_000])
def test_the_search_ends_near_the_best_quality_that_fits(curve, most):
    sizes = CURVES[curve]
    write, asked = of_length(sizes)
    found = encoding.best_that_fits(write, range(10, 85), 14, most, 72, bytes(round(sizes(72))))
    best = max((sizes(quality) for quality in range(10, 85) if sizes(quality) <= most), default=sizes(10))
    assert len(found) <= max(most, math.ceil(sizes(10)))
    assert len(found) >= 0.8 * best
    assert len(asked) <= encoding.TRIES + 1


def test_what_never_fits_gets_the_lowest_quality():
    write, asked = of_length(lambda quality: 10_000 + quality)
    assert len(encoding.best_that_fits(write, range(10, 85), 14, 5_000, 72, bytes(10_072))) == 10_010
    assert len(asked) <= encoding.TRIES + 1


def test_what_fits_with_the_best_quality_gets_that():
    write, _ = of_length(lambda quality: quality)
    assert len(encoding.best_that_fits(write, range(10, 85), 14, 5_000, 72, bytes(72))) == 84
