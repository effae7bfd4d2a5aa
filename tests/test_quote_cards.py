"""Quote cards of a portrait as they are drawn: in every size, and always to be read."""

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from media.cards.colours import GROUNDS, contrast
from media.cards.quotes import FORMATS, Saying, quote_card
from media.cards.shapes import Photo

SIZES = {"linkedin": (1200, 627), "instagram": (1080, 1350), "verhaal": (1080, 1920)}
LONGEST = "arbeidsongeschiktheidsverzekeringsmaatschappij"
WORDS = [
    "de", "ik", "raad", "inwoner", "gemeentesecretaris", "Súdwest-Fryslân", "fûgels", "úteinlik", "één", "'s", "zo'n",
    "samenwerkingsverbanden", "Şahin", "2026", "€", "ja,", "nee.", "wat?", "‘goed’", "WWWWWWWWWWWWWWWWWWWW", LONGEST,
]  # fmt: skip


def noise() -> Image.Image:
    return Image.effect_noise((600, 750), 120).convert("RGB")


def stripes() -> Image.Image:
    image = Image.new("RGB", (600, 750), "black")
    for x in range(0, 600, 8):
        ImageDraw.Draw(image).rectangle((x, 0, x + 3, 750), fill="white")
    return image


PHOTOS = {
    "white": lambda: Image.new("RGB", (600, 750), "white"),
    "black": lambda: Image.new("RGB", (600, 750), "black"),
    "noise": noise,
    "stripes": stripes,
    "wide": lambda: Image.new("RGB", (1600, 400), "#1f4b99"),
    "tiny": lambda: Image.new("RGB", (3, 2), "#b5452c"),
}


def a_saying(words: str, **changes) -> Saying:
    fields = {"name": "Carolien Bakker-ter Horst", "caption": "Gemeentesecretaris, Berkelland", "site_name": "Leergang"}
    return Saying(words, **(fields | changes))


def mask_of(text, size) -> Image.Image:
    """White where the text puts its pixels, and one pixel around them."""
    drawn = Image.new("RGB", size, "white")
    text.write(ImageDraw.Draw(drawn))
    return (
        ImageChops.invert(drawn.convert("L")).point(lambda level: 255 if level else 0).filter(ImageFilter.MaxFilter(3))
    )


def check(card, size) -> None:
    """Every text lies on the card, off the others, on pixels that it contrasts with."""
    boxes = []
    for text in card.texts:
        mask = mask_of(text, size)
        left, top, right, bottom = box = mask.getbbox()
        assert left >= 16
        assert top >= 16
        assert right <= size[0] - 16
        assert bottom <= size[1] - 12
        for other in boxes:
            assert box[3] <= other[1] + 2 or other[3] <= box[1] + 2 or box[2] <= other[0] or other[2] <= box[0]
        boxes.append(box)
        under = Image.new("RGB", size, card.ground.ground)
        under.paste(card.canvas, mask=mask)
        colours = under.crop(box).getcolors(maxcolors=1_000_000)
        assert min(contrast(text.colour, colour) for _, colour in colours) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("photo", PHOTOS)
@pytest.mark.parametrize("format_key", SIZES)
def test_text_contrasts_with_the_very_pixels_under_it(format_key, photo, ground):
    picture = Photo(PHOTOS[photo]())
    card = quote_card(
        format_key, a_saying("De bellijst stond in het systeem dat we net hadden uitgezet"), picture, ground
    )
    assert card.picture().size == SIZES[format_key]
    check(card, SIZES[format_key])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.sampled_from(sorted(SIZES)))
def test_words_of_every_length_fit(words, format_key):
    text = " ".join(words)[:240].ljust(3, "!")
    check(quote_card(format_key, a_saying(text), Photo(noise())), SIZES[format_key])


@pytest.mark.parametrize("format_key", SIZES)
@pytest.mark.parametrize(
    "said",
    [
        a_saying("Ja."),
        a_saying("W" * 240),
        a_saying(f"{LONGEST} " * 5),
        a_saying("Kort", name=f"Jan-{LONGEST} van {LONGEST}-{LONGEST}", caption=f"{LONGEST} " * 4, site_name="N" * 80),
        a_saying("Kort", caption=""),
        a_saying("‘jim’ moatte it sels dwaan, mei in útstel fan ús kant, sei de fûgelwachter út Súdwest-Fryslân"),
    ],
    ids=["shortest", "no spaces", "compounds", "long name", "no role", "frisian"],
)
def test_extremes_fit(said, format_key):
    for photo in (Photo(noise()), None):
        check(quote_card(format_key, said, photo), SIZES[format_key])


@pytest.mark.parametrize("format_key", SIZES)
def test_a_card_is_a_png_of_that_size_with_nothing_else_in_it(format_key):
    photo = PHOTOS["wide"]()
    photo.info |= {"exif": b"Exif\0\0GPS", "comment": b"geheim"}
    data = quote_card(format_key, a_saying("Een schipper heeft niets aan onze grenzen"), Photo(photo)).png()
    with Image.open(io.BytesIO(data)) as card:
        assert (card.format, card.mode, card.size) == ("PNG", "RGB", SIZES[format_key])
        card.load()
        assert card.info == {}
    assert chunks(data) == {b"IHDR", b"IDAT", b"IEND"}


def chunks(data: bytes) -> set[bytes]:
    """The kinds of chunks in a PNG."""
    found, at = set(), 8
    while at < len(data):
        found.add(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4]) + 12
    return found


@pytest.mark.parametrize("format_key", SIZES)
def test_the_same_words_give_the_same_bytes(format_key):
    one, two = (quote_card(format_key, a_saying("Twee keer hetzelfde"), Photo(stripes())).png() for _ in range(2))
    assert one == two


def test_a_text_in_a_story_stays_clear_of_what_apps_put_over_it():
    card = quote_card("verhaal", a_saying(("Lang " * 48).strip()), None)
    for text in card.texts:
        assert text.box[1] >= 250
        assert text.box[3] <= 1920 - 340


def test_the_face_is_whole_in_the_arch():
    """Ten random photos with a face of any size somewhere: the arch shows all of it."""
    chance = random.Random(8)
    for _ in range(10):
        width, height = chance.choice([(1600, 1000), (1000, 1600), (1200, 1500), (1000, 1000)])
        face = chance.randrange(150, 420)
        left, top = chance.randrange(width - face), chance.randrange(150, height - round(face * 1.3))
        image = Image.new("RGB", (width, height), "#ffffff")
        area = (left, top, face, round(face * 1.3))
        ImageDraw.Draw(image).rectangle((left, top, left + face - 1, top + area[3] - 1), fill="#00ff00")
        cropped = Photo(image, area).cropped(400, 500)
        box = cropped.split()[0].point(lambda red: 255 if red < 60 else 0).getbbox()
        scale = 400 / min(width, height * 0.8)
        assert abs((box[2] - box[0]) - face * scale) <= 3
        assert abs((box[3] - box[1]) - area[3] * scale) <= 3


def test_every_format_has_the_size_that_media_ask_for():
    assert {key: (format_.width, format_.height) for key, format_ in FORMATS.items()} == SIZES
