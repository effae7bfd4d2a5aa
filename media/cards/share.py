"""The card of a page, as other sites show it with a link: 1200 by 630."""

from dataclasses import dataclass

from media.cards.colours import BRICK, GROUNDS, OCHRE, PAPER, SKY, Ground
from media.cards.composition import Card
from media.cards.letters import LABEL, SERIF
from media.cards.setting import SetText, fit
from media.cards.shapes import Box, Photo, paint_arch, paint_picture
from media.cards.typography import quote, tidy

SIZE = (1200, 630)
MARGIN = 64
FLOOR = 548
LINE = 6
ROOM = 568  # for text beside a picture


@dataclass(frozen=True)
class Subject:
    """What the card says of a page."""

    site_name: str
    title: str
    kind: str = ""  # what it is and of when: "Onderzoek · 2024"
    caption: str = ""  # role and place of a person
    words: str = ""  # somebody's own, without quotation marks
    is_person: bool = False

    @property
    def alt(self) -> str:
        """The text of the card, for who does not see it."""
        said = quote(self.words) if self.words else ""
        parts = [self.title, self.caption, said] if self.is_person else [self.kind, self.title, self.caption]
        return ". ".join([*(tidy(part) for part in parts if part), tidy(self.site_name)])


def share_card(subject: Subject, photo: Photo | None) -> Card:
    """The card of a person, of a page with a picture, or of one without."""
    if subject.is_person:
        return portrait_card(subject, photo)
    return picture_card(subject, photo) if photo else plain_card(subject)


def portrait_card(subject: Subject, photo: Photo | None) -> Card:
    """The person in the arch of the site, between two narrow ones, with their sentence as the headline."""
    ground = GROUNDS["papier"]
    card = new_card(ground)
    arch = Box(728, 46, 402, FLOOR - 46)
    paint_picture(card.canvas, arch, photo)
    sides(card, arch)
    name = fit(tidy(subject.title), SERIF, ground.text, ROOM, 110, 50 if subject.words else 88, most_lines=3)
    texts = [(name, 0.0)]
    if subject.caption:
        texts.append((fit(tidy(subject.caption), LABEL, ground.soft, ROOM, 80, 29, most_lines=2), 2.0))
    if subject.words:
        room = FLOOR - 60 - 34 - 26 - sum(text.height + gap for text, gap in texts)
        texts.append((fit(quote(subject.words), SERIF, ground.voice, ROOM, room, 76), 22.0))
    card.stack(texts, MARGIN, FLOOR - 22)
    foot(card, subject)
    return card


def sides(card: Card, arch: Box) -> None:
    """The narrow arches at both sides of a photo; the right one goes off the card."""
    width, height, gap = 52, round(arch.height * 0.72), 11
    left, right = card.ground.arches
    paint_arch(card.canvas, Box(arch.left - gap - width, arch.bottom - height, width, height), left)
    paint_arch(card.canvas, Box(arch.right + gap, arch.bottom - height, width + 20, height), right)


def picture_card(subject: Subject, photo: Photo) -> Card:
    """A place under a shallow arch, with the title beside it."""
    card = new_card(GROUNDS["papier"])
    paint_picture(card.canvas, Box(688, 64, 448, FLOOR - 64), photo, rise=0.28)
    headline(card, subject, 572)
    foot(card, subject)
    return card


def plain_card(subject: Subject) -> Card:
    """A title on the blue wall, beside the arches of the house."""
    card = new_card(GROUNDS["blauw"])
    doorway(card, 936)
    headline(card, subject, 660)
    foot(card, subject)
    return card


def house_card() -> Card:
    """The arches of the house alone; static/img/kaart.jpg is this card, shown until a page has its own."""
    card = Card(SIZE, GROUNDS["blauw"])
    card.floor(FLOOR, LINE)
    doorway(card, 560)
    return card


def headline(card: Card, subject: Subject, width: int) -> None:
    ground = card.ground
    title = fit(tidy(subject.title), SERIF, ground.text, width, 360, 88)
    texts: list[tuple[SetText, float]] = [(title, 0.0)]
    if subject.kind:
        label = fit(tidy(subject.kind), LABEL, ground.soft, width, 80, 30, most_lines=2)
        texts.insert(0, (label, 0.0))
        texts[1] = (title, 6.0)
    if subject.caption:
        texts.append((fit(tidy(subject.caption), LABEL, ground.soft, width, 74, 27, most_lines=2), 8.0))
    card.stack(texts, MARGIN, FLOOR - 26)


def doorway(card: Card, left: int) -> None:
    """The arch within an arch of the site's icon, between two others; `left` is where the inner one begins."""
    for offset, width, height, colour in (
        (-160, 92, 268, OCHRE),
        (-56, 196, 452, PAPER),
        (0, 84, 258, BRICK),
        (152, 92, 352, SKY),
    ):
        paint_arch(card.canvas, Box(left + offset, FLOOR - height, width, height), colour)


def new_card(ground: Ground) -> Card:
    card = Card(SIZE, ground)
    card.floor(FLOOR, LINE)
    return card


def foot(card: Card, subject: Subject) -> None:
    card.wordmark(subject.site_name, MARGIN, FLOOR + LINE + (SIZE[1] - FLOOR - LINE) // 2, SIZE[0] - 2 * MARGIN, 27)
