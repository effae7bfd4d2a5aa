"""The house's letters: their widths, and how they are put on a picture.

Pillow reads the fonts of the site as they are: its FreeType opens WOFF2 and sets the weight of a variable font. Letters
are placed one by one at fractions of a pixel, so that headlines get the stylesheet's tracking. Kerning comes from Raqm
where Pillow has it (all its wheels do); without it letters stand at their plain widths. No more shaping is needed: the
fonts have Latin only, and what they lack is written in letters that they have.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii
from PIL import ImageDraw, ImageFont, features

FONTS = Path(__file__).resolve().parents[2] / "site" / "static" / "fonts"
MEASURE = 1000  # pixels at which widths are taken: big enough for rounding not to matter
KERNS = features.check_feature("raqm")


def codepoints(ranges: str) -> frozenset[str]:
    """The characters of `0020-007E 0131`."""
    bounds = (part.split("-") for part in ranges.split())
    return frozenset(
        chr(code) for first, *last in bounds for code in range(int(first, 16), int((last or [first])[0], 16) + 1)
    )


# What the font files hold (static/fonts/README.md; a test compares).
LATIN = codepoints("0020-007E 00A0-00FF 0131 0152 0153 2013 2014 2018-201A 201C-201E 2022 2026 20AC 2212")
EXTRA = codepoints(
    "0100-0107 010C-0113 0116-011B 011E 011F 0122 0123 012A 012B 012E-0130 0136 0137 0139-0148 014C 014D 0150 0151"
    " 0154-015B 015E-0161 0164 0165 016A-0173 0174-017E 0218-021B"
)


@dataclass(frozen=True)
class Typeface:
    """A font of the site in one weight. Lengths are in ems."""

    file: str
    weight: int | None  # of a variable font
    tracking: float
    ascent: float  # from the top of a line to its baseline: room for an accent on a capital
    descent: float
    leading: float

    def places(self, text: str) -> list[tuple[str, float]]:
        """Every character with its distance from the start of the line."""
        placed, x = [], 0.0
        for index, character in enumerate(text):
            placed.append((character, x))
            x += advance(self.font_file(character), self.weight, text[index : index + 2]) + self.tracking
        return placed

    def width(self, text: str) -> float:
        if not text:
            return 0.0
        last, x = self.places(text)[-1]
        return x + advance(self.font_file(last), self.weight, last)

    def font_file(self, character: str) -> str:
        return f"{self.file}-extra" if character in EXTRA else self.file

    def write(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, colour: str) -> None:
        """Puts one line of text on the picture, its baseline starting at that point."""
        x, baseline = at
        for character, offset in self.places(text):
            if not character.isspace():
                font = load(self.font_file(character), self.weight, size)
                draw.text((x + offset * size, baseline), character, fill=colour, font=font, anchor="ls")


SERIF = Typeface("brygada", 600, -0.018, 0.92, 0.27, 1.1)
LABEL = Typeface("commissioner", None, 0.0, 1.0, 0.26, 1.32)


@lru_cache(maxsize=256)
def load(file: str, weight: int | None, size: int) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if KERNS else ImageFont.Layout.BASIC
    font = ImageFont.truetype(FONTS / f"{file}.woff2", size, layout_engine=engine)
    if weight is not None:
        font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=20_000)
def advance(file: str, weight: int | None, pair: str) -> float:
    """How far the first character moves the second, kerning included."""
    font = load(file, weight, MEASURE)
    first, second = pair[0], pair[1:]
    if not second or not KERNS or (first in EXTRA) != (second in EXTRA):
        return font.getlength(first) / MEASURE
    plain = ["-liga"]  # a ligature would hide where the second letter begins
    return (font.getlength(pair, features=plain) - font.getlength(second, features=plain)) / MEASURE


def legible(text: str) -> str:
    """The text in letters that the fonts have: ĳ as ij, other scripts as Latin; what has no letters is left out."""
    return "".join(legible_character(character) for character in unicodedata.normalize("NFC", text))


def legible_character(character: str) -> str:
    if character in LATIN or character in EXTRA:
        return character
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character)
    plain = "".join(part for part in decomposed if part in LATIN)
    if plain or unicodedata.category(character)[0] not in "LN":
        return plain
    return anyascii(character)
