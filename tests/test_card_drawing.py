"""Texts on cards: in Dutch typography, in letters that the fonts have, in lines that fit their box."""

import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from media.cards import colours
from media.cards.colours import GROUNDS, contrast
from media.cards.letters import EXTRA, FONTS, LABEL, LATIN, SERIF, legible
from media.cards.lines import Paragraph, pieces
from media.cards.setting import SetText, fit
from media.cards.shapes import Photo
from media.cards.share import SIZE, Subject, share_card
from media.cards.typography import quote, tidy

LONGEST = "arbeidsongeschiktheidsverzekeringsmaatschappij"
WORDS = [
    "de", "ik", "raad", "inwoner", "gemeentesecretaris", "Súdwest-Fryslân", "fûgels", "úteinlik", "één", "’s", "zo'n",
    "samenwerkingsverbanden", "Şahin", "Łódź", "2026", "€", "98%", "ja,", "nee.", "wat?", "(half)", "ĳs", "‘goed’",
    LONGEST,
]  # fmt: skip


def plain_photo(colour: str = "#777777") -> Photo:
    return Photo(Image.new("RGB", (800, 1000), colour))


# --- Typography --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Ja", "‘Ja’"),
        ("'Ja'", "‘Ja’"),
        ('"Ja."', "‘Ja.’"),
        ("„Ja”", "‘Ja’"),
        ("Hij zei 'ja' en bleef", "‘Hij zei “ja” en bleef’"),
        ("Niemand dacht dat ‘ik hoor niets’ iets was", "‘Niemand dacht dat “ik hoor niets” iets was’"),
        ("'s Ochtends zo'n foto's", "‘’s Ochtends zo’n foto’s’"),
        ("in 't veld", "‘in ’t veld’"),
        ("‘Ja’, zei ze, ‘graag’", "‘“Ja”, zei ze, “graag”’"),
        ("Een  zin\n met   wit", "‘Een zin met wit’"),
        ("Toen - later - niet...", "‘Toen\u00a0– later\u00a0– niet…’"),
        ("Twee\u00adlettergrepig", "‘Tweelettergrepig’"),
    ],
)
def test_a_quote_is_set_as_the_dutch_do(typed, set_as):
    assert quote(typed) == set_as


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Joost van 't Hoff", "Joost van ’t Hoff"),
        ("Gemeentesecretaris, 's-Hertogenbosch", "Gemeentesecretaris, ’s-Hertogenbosch"),
        ("Wouter d'Hondt", "Wouter d’Hondt"),
        ("De jongens' ouders", "De jongens’ ouders"),
        ("Onderzoek: 'Zeg het'", "Onderzoek: ‘Zeg het’"),
        ("24 uur", "24\u00a0uur"),
    ],
)
def test_names_and_titles_too(typed, set_as):
    assert tidy(typed) == set_as


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("ĳsbeer", "ijsbeer"), ("Łukasz Şahin", "Łukasz Şahin"), ("Юлия", "Yuliya"), ("👍 goed", " goed"), ("ẇ", "w")],
)
def test_letters_that_the_fonts_lack_are_written_otherwise(typed, shown):
    assert legible(typed) == shown


@pytest.mark.parametrize(
    ("files", "letters"), [(("brygada", "commissioner"), LATIN), (("brygada-extra", "commissioner-extra"), EXTRA)]
)
def test_the_fonts_have_what_is_written_with_them(files, letters):
    for file in files:
        missing = letters - {chr(code) for code in TTFont(FONTS / f"{file}.woff2").getBestCmap()}
        # Each font lacks some of what the README asks for; such a letter would be an empty box.
        assert not missing, (file, sorted(missing))


# --- Colours -----------------------------------------------------------------------------------------------------


def test_the_palette_is_that_of_the_stylesheet():
    css = (FONTS.parent / "css" / "tokens.css").read_text(encoding="utf-8")
    tokens = dict(reversed(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css)))  # the first is that of light pages
    ours = {name.lower().replace("_", "-"): value for name, value in vars(colours).items() if name.isupper()}
    ours.pop("grounds")
    assert ours == {name: tokens[name] for name in ours}


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_every_ground_can_be_read_on(ground):
    assert min(contrast(colour, ground.ground) for colour in (ground.text, ground.soft, ground.voice)) >= 4.5


def test_contrast_is_that_of_wcag():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


# --- Lines -------------------------------------------------------------------------------------------------------


def ink(text: SetText, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The rectangle of the pixels that the text really covers."""
    canvas = Image.new("RGB", size, "white")
    text.write(ImageDraw.Draw(canvas))
    return Image.eval(canvas.convert("L"), lambda level: 255 - level).getbbox()


def without_hyphens(lines) -> str:
    """The words again, as far as spaces and hyphens do not count."""
    return re.sub(r"[\s\u00a0-]", "", "".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=34), st.sampled_from([300, 590, 920]))
def test_words_fit_their_box_whatever_they_are(words, width):
    text = quote(" ".join(words)[:240])
    placed = fit(text, SERIF, "#000000", width, 420, 120).at(100, 20)
    left, top, right, bottom = ink(placed, (width + 200, 500))
    assert left >= 100 - placed.hang - 2
    assert right <= 100 + width + 2
    assert top >= 20
    assert bottom <= 20 + 420
    assert without_hyphens(placed.lines) == without_hyphens([text])


def test_a_compound_too_wide_for_its_column_is_hyphenated():
    placed = fit(quote(f"De {LONGEST} belde"), SERIF, "#000000", 590, 420, 90)
    assert any(line.endswith("-") for line in placed.lines)
    assert placed.size >= 40


def test_a_word_that_fits_is_not_hyphenated():
    placed = fit(quote("De gemeentesecretaris luistert naar de raad"), SERIF, "#000000", 590, 420, 60)
    assert not any(line.endswith("-") for line in placed.lines)


def test_a_name_breaks_after_its_own_hyphen():
    assert [piece.text for piece in pieces("Carolien Bakker-ter Horst", hyphenate=False)] == [
        "Carolien", "Bakker-", "ter", "Horst",
    ]  # fmt: skip


def test_what_cannot_be_broken_is_broken_all_the_same():
    placed = fit("W" * 240, SERIF, "#000000", 590, 420, 90)
    assert without_hyphens(placed.lines) == "W" * 240
    assert placed.size >= 24


def test_no_room_is_said():
    with pytest.raises(ValueError, match="No room"):
        fit("Gemeente", SERIF, "#000000", 4, 1, 90)


SENTENCES = [
    "De bellijst stond in het systeem dat we net hadden uitgezet",
    "Ik vraag het college nu hoeveel dagen we dicht mogen zijn",
    "De computer zag afval, Rob zag bloemen voor een jongen van zestien",
    "Op onze kaart hield de wereld op bij de grens",
    "Drie gemeenten delen één man, en die mag nee zeggen",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("width", [560, 590, 920])
def test_no_word_is_left_alone_on_the_last_line(sentence, width):
    placed = fit(quote(sentence), SERIF, "#000000", width, 330, 84)
    assert " " in placed.lines[-1]


def test_lines_are_even():
    """Breaking as late as can be would leave a short last line; these differ by less than a third."""
    paragraph = Paragraph(pieces(SENTENCES[1], hyphenate=False), LABEL.width)
    widths = [LABEL.width(line) for line in paragraph.lines(14, paragraph.count(14))]
    assert min(widths) > 0.67 * max(widths)


# --- Cards -------------------------------------------------------------------------------------------------------

SUBJECTS = {
    "portrait": Subject(
        "Leergang", "Carolien Bakker-ter Horst", "Portret", "Gemeentesecretaris en algemeen directeur, Súdwest-Fryslân",
        "In één kamer stonden drie kerstbomen, en toen wist ik genoeg", is_person=True,
    ),
    "portrait without words": Subject("Leergang", "Jan", caption="Gemeentesecretaris", is_person=True),
    "news": Subject("Leergang Digitaal Leiderschap", "Zeven vragen over inschrijven", "Nieuws · 28 mei 2024"),
    "longest": Subject("N" * 80, f"{LONGEST} " * 5, "Onderzoek · 2024", "W" * 200),
    "longest portrait": Subject("N" * 80, f"{LONGEST} " * 5, "", "W" * 241, f"{LONGEST} " * 3, is_person=True),
    "nothing": Subject("", ""),
}  # fmt: skip


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
@pytest.mark.parametrize("photo", [plain_photo(), None], ids=["photo", "no photo"])
def test_texts_stay_on_the_card_and_off_each_other_and_the_picture(subject, photo):
    card = share_card(subject, photo)
    boxes = [ink(text, SIZE) for text in card.texts if "".join(text.lines)]
    for box in boxes:
        left, top, right, bottom = box
        assert left >= 24
        assert top >= 12
        assert right <= SIZE[0] - 24
        assert bottom <= SIZE[1] - 8
        under = card.canvas.crop(box).getcolors()
        assert under == [(under[0][0], tuple(card.canvas.getpixel((2, 2))))]  # one colour: that of the ground
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[3] <= other[1] or other[3] <= one[1] or one[2] <= other[0] or other[2] <= one[0]


def test_the_same_card_is_the_same_bytes():
    one, two = (share_card(SUBJECTS["portrait"], plain_photo()) for _ in range(2))
    assert one.jpeg() == two.jpeg()
    assert one.png() == two.png()


def test_a_card_is_light_enough_for_whatsapp_whatever_the_photo():
    noise = Photo(Image.effect_noise((1200, 1500), 160).convert("RGB"))
    assert len(share_card(SUBJECTS["portrait"], noise).jpeg()) < 300_000


def test_a_wide_photo_is_cropped_around_the_face():
    """A face of 200 pixels in the right half of a landscape photo is whole in the arch."""
    image = Image.new("RGB", (1500, 1000), "#ffffff")
    ImageDraw.Draw(image).rectangle((1100, 300, 1299, 549), fill="#ff0000")
    cropped = Photo(image, focus=(1100, 300, 200, 250)).cropped(400, 500)
    reds = sum(1 for red, green, _ in cropped.get_flattened_data() if red > 200 and green < 60)
    assert abs(reds - 200 * 250 / 4) < 500


def test_without_a_focal_point_the_upper_part_of_a_tall_photo_is_kept():
    image = Image.new("RGB", (600, 1800), "#ffffff")
    ImageDraw.Draw(image).rectangle((0, 0, 600, 1000), fill="#ff0000")
    cropped = Photo(image).cropped(400, 500)
    assert cropped.getpixel((200, 20)) == (255, 0, 0)
