"""Text in its box: as large as fits, in as even lines as can be."""

from dataclasses import dataclass, replace

from PIL import ImageDraw

from media.cards.letters import Typeface
from media.cards.lines import Paragraph, letter_pieces, pieces

SMALLEST = 12  # pixels; below this nobody reads, and everything that is asked for fits
SMALLER = tuple(1 - step / 50 for step in range(11))  # down to four fifths
# A text may be smaller by this part to be rid of: lines shorter than EVEN of the longest, a last line of one word
# (LONELY), a line that ends within a word (SPLIT). Chosen by looking at the cards of the demo.
EVEN, LONELY, SPLIT = 0.74, 0.24, 0.06
MANY = 100  # pieces
WORTH_A_HYPHEN = 1.22  # hyphens make a text that much larger, or they are not used


@dataclass(frozen=True)
class SetText:
    """Lines of text with their place on a card, in pixels."""

    lines: tuple[str, ...]
    face: Typeface
    size: int
    colour: str
    left: float = 0
    top: float = 0

    @property
    def hang(self) -> float:
        """How far an opening quotation mark stands outside the column, so that the words below it line up."""
        return self.face.width("‘") * self.size if self.lines and self.lines[0].startswith("‘") else 0.0

    @property
    def height(self) -> float:
        if not self.lines:
            return 0.0
        return (self.face.ascent + self.face.descent + (len(self.lines) - 1) * self.face.leading) * self.size

    @property
    def width(self) -> float:
        """Of the widest line, without what hangs outside."""
        widths = [self.face.width(line) * self.size for line in self.lines]
        return max([0.0, *(width - (0 if number else self.hang) for number, width in enumerate(widths))])

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of everything that is written."""
        return self.left - self.hang, self.top, self.left + self.width, self.top + self.height

    def at(self, left: float, top: float) -> "SetText":
        return replace(self, left=left, top=top)

    def write(self, draw: ImageDraw.ImageDraw) -> None:
        baseline = self.top + self.face.ascent * self.size
        for number, line in enumerate(self.lines):
            x = self.left - (self.hang if number == 0 else 0)
            self.face.write(draw, (x, baseline), line, self.size, self.colour)
            baseline += self.face.leading * self.size


@dataclass(frozen=True)
class Room:
    """A box that a text is to be set in, and how."""

    face: Typeface
    width: float
    height: float
    most_lines: int

    def takes(self, paragraph: Paragraph, size: int) -> bool:
        count = paragraph.count(self.width / size)
        if count is None or count > self.most_lines:
            return False
        return (self.face.ascent + self.face.descent + (count - 1) * self.face.leading) * size <= self.height

    def largest(self, paragraph: Paragraph, at_most: int) -> int:
        """The largest size at which the text fits; 0 if there is none."""
        low, high = 0, at_most
        while low < high:
            size = (low + high + 1) // 2
            low, high = (size, high) if self.takes(paragraph, size) else (low, size - 1)
        return low

    def set(self, paragraph: Paragraph, size: int, colour: str) -> SetText:
        width = self.width / size
        return SetText(tuple(paragraph.lines(width, paragraph.count(width) or 1)), self.face, size, colour)


def fit(
    text: str,
    face: Typeface,
    colour: str,
    width: float,
    height: float,
    largest: int,
    most_lines: int = 99,
    is_even: bool = True,
) -> SetText:
    """The text in the largest size, up to `largest`, at which it fits the box; hyphenated only where that helps much.

    A little smaller is better than uneven lines, unless `is_even` is false: a label has the size of other labels.
    Raises ValueError if the box is too small for the text in the smallest size.
    """
    if not text:
        return SetText((), face, largest, colour)
    room = Room(face, width, height, most_lines)
    paragraph, size = best_pieces(text, room, largest)
    if size < 1:
        raise ValueError(f"No room for {text!r} in {width} × {height} pixels.")
    # Breaking a text into letters takes long, and gives even lines as it is.
    parts = SMALLER if len(paragraph.parts) <= MANY else SMALLER[:1]
    sizes = dict.fromkeys(round(size * part) for part in parts)
    tries = [room.set(paragraph, try_size, colour) for try_size in sizes]
    if not is_even:
        return next((found for found in tries if not is_split(found)), tries[0])
    return max(tries, key=lambda found: found.size / size - raggedness(found))


def best_pieces(text: str, room: Room, largest: int) -> tuple[Paragraph, int]:
    """The text in whole words, hyphenated or, if all else fails, in letters; and the largest size of it that fits."""
    hang = room.face.width("‘") if text.startswith("‘") else 0.0
    whole, cut = (Paragraph(pieces(text, hyphenate), room.face.width, hang) for hyphenate in (False, True))
    size, cut_size = room.largest(whole, largest), room.largest(cut, largest)
    if max(size, cut_size) < SMALLEST:
        letters = Paragraph(letter_pieces(text), room.face.width, hang)
        return letters, room.largest(letters, largest)
    return (cut, cut_size) if cut_size > size * WORTH_A_HYPHEN else (whole, size)


def is_split(text: SetText) -> bool:
    """Whether a line ends within a word."""
    return any(line.endswith("-") for line in text.lines)


def raggedness(text: SetText) -> float:
    """How much smaller a text may be to be rid of it: short lines between long ones, a last line of one word."""
    if len(text.lines) < 2:
        return 0.0
    widths = [text.face.width(line) for line in text.lines]
    longest = max(widths)
    short = max(0.0, EVEN - min(widths[:-1]) / longest) + max(0.0, EVEN / 2 - widths[-1] / longest)
    return short + is_split(text) * SPLIT + (LONELY if " " not in text.lines[-1].strip() else 0.0)
