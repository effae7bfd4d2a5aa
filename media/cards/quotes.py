"""Cards with somebody's words, in the three sizes in which social media show them."""

from collections.abc import Callable
from dataclasses import dataclass

from media.cards.colours import GROUNDS, Ground
from media.cards.composition import Card
from media.cards.letters import LABEL, SERIF
from media.cards.setting import SetText, fit
from media.cards.shapes import Box, Photo, paint_arch, paint_picture
from media.cards.typography import quote, tidy

FEW = 24  # characters


@dataclass(frozen=True)
class Saying:
    """What is said, by whom, and where it is to be read."""

    words: str  # 3 to 240 characters, with or without quotation marks
    name: str
    caption: str
    site_name: str


def quote_card(format_key: str, saying: Saying, photo: Photo | None, ground_key: str = "papier") -> Card:
    """The card in that format (a key of FORMATS) on that ground (a key of GROUNDS)."""
    format_ = FORMATS[format_key]
    card = Card((format_.width, format_.height), GROUNDS[ground_key])
    format_.draw(card, saying, photo)
    return card


def draw_wide(card: Card, saying: Saying, photo: Photo | None) -> None:
    """Words at the left, the person at the right, on one line."""
    margin, floor, room = 64, 544, 568
    card.floor(floor, 6)
    person_in_arch(card, Box(728, 44, 400, floor - 44), photo, sides=(52, 72))
    by = signature(card.ground, saying, room, sizes=(38, 28))
    height = floor - 58 - 30 - 24 - sum(text.height + gap for text, gap in by)
    card.stack([(fit_words(card.ground, saying, room, height, 92), 0.0), *with_gap(by, 20)], margin, floor - 20)
    card.wordmark(saying.site_name, margin, (floor + 6 + card.size[1]) // 2, card.size[0] - 2 * margin, 27)


def draw_tall(card: Card, saying: Saying, photo: Photo | None) -> None:
    """Words first and large; the person below them, beside their name."""
    margin, floor, room = 84, 1212, 912
    card.floor(floor, 8)
    words, arch_height = words_above(card.ground, saying, room, top=96, floor=floor, arches=(704, 640, 576), wish=84)
    card.add(words.at(margin, 96))
    arch = Box(margin + room - round(arch_height * 0.8), floor - arch_height, round(arch_height * 0.8), arch_height)
    person_in_arch(card, arch, photo, sides=(0, 84))
    by = signature(card.ground, saying, arch.left - margin - 36, sizes=(56, 31), lines=(4, 5))
    card.stack(by, margin, floor - 26)
    card.wordmark(saying.site_name, margin, (floor + 8 + card.size[1]) // 2, room, 36)


def draw_story(card: Card, saying: Saying, photo: Photo | None) -> None:
    """As a portrait on a phone: the person, then the words. Apps cover the top 250 and the bottom 340 pixels."""
    margin, room, safe = 96, 888, 1488
    by = signature(card.ground, saying, room, sizes=(52, 38))
    below = sum(text.height + gap for text, gap in by) + 30
    for arch_height in (760, 690, 620):
        floor = 140 + arch_height
        words = fit_words(card.ground, saying, room, safe - floor - 46 - below, 112)
        if words.size >= 74:
            break
    width = round(arch_height * 0.8)
    card.floor(floor, 8)
    person_in_arch(card, Box((card.size[0] - width) // 2, 140, width, arch_height), photo, sides=(96, 96))
    card.add(words.at(margin, floor + 46))
    card.stack(by, margin, words_bottom(card) + below)
    card.wordmark(saying.site_name, margin, 1548, room, 40)
    row_of_arches(card, 1690)


def words_bottom(card: Card) -> float:
    return card.texts[-1].box[3]


def words_above(
    ground: Ground, saying: Saying, room: float, top: int, floor: int, arches: tuple[int, ...], wish: int
) -> tuple[SetText, int]:
    """The words, and the height of the arch below them: the largest that leaves the words the wished size."""
    for arch_height in arches:
        words = fit_words(ground, saying, room, floor - arch_height - 44 - top, 132)
        if words.size >= wish:
            break
    return words, arch_height


def fit_words(ground: Ground, saying: Saying, width: float, height: float, largest: int) -> SetText:
    """The words; very few of them may be larger than a sentence."""
    words = quote(saying.words)
    return fit(words, SERIF, ground.voice, width, height, largest * 3 // 2 if len(words) < FEW else largest)


def signature(
    ground: Ground, saying: Saying, width: float, sizes: tuple[int, int], lines: tuple[int, int] = (2, 2)
) -> list[tuple[SetText, float]]:
    """Name and role, ready to be stacked; in a narrow column names take lines rather than another size."""
    is_wide = width > 500
    name = fit(tidy(saying.name), SERIF, ground.text, width, sizes[0] * 1.2 * lines[0], sizes[0], lines[0], is_wide)
    stacked = [(name, 0.0)]
    if saying.caption:
        height = sizes[1] * 1.4 * lines[1]
        caption = fit(tidy(saying.caption), LABEL, ground.soft, width, height, sizes[1], lines[1], is_wide)
        stacked.append((caption, 4.0))
    return stacked


def with_gap(stacked: list[tuple[SetText, float]], gap: float) -> list[tuple[SetText, float]]:
    (first, _), *others = stacked
    return [(first, gap), *others]


def person_in_arch(card: Card, arch: Box, photo: Photo | None, sides: tuple[int, int]) -> None:
    """The photo in its arch, and beside it narrower arches of these widths, which may go off the card."""
    paint_picture(card.canvas, arch, photo)
    height, gap = round(arch.height * 0.72), max(10, round(arch.width * 0.028))
    lefts = arch.left - gap - sides[0], arch.right + gap
    for left, width, colour in zip(lefts, sides, card.ground.arches, strict=True):
        if width:
            paint_arch(card.canvas, Box(left, arch.bottom - height, width, height), colour)


def row_of_arches(card: Card, top: int) -> None:
    """An arcade along the foot of the card, in the colours of the house."""
    width, gap = 152, 28
    for number, left in enumerate(range(-76, card.size[0], width + gap)):
        colour = card.ground.arches[number % 2]
        paint_arch(card.canvas, Box(left, top, width, card.size[1] - top), colour)


@dataclass(frozen=True)
class Format:
    label: str
    width: int
    height: int
    draw: Callable[[Card, Saying, Photo | None], None]


FORMATS = {
    "linkedin": Format("LinkedIn", 1200, 627, draw_wide),
    "instagram": Format("Instagram", 1080, 1350, draw_tall),
    "verhaal": Format("Verhaal (story)", 1080, 1920, draw_story),
}
