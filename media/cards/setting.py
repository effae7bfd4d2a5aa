"""Text in its box: as large as fits, in as even lines as can be."""

from dataclasses import dataclass, replace

from PIL import ImageDraw

from media.cards.letters import Typeface
from media.cards.lines import Paragraph, letter_pieces, pieces

SMALLEST = 12  # pixels; below this nobody reads, and everything that is asked for fits
SMALLER = tuple(1 - step / 50 for step in range(11))  # down to four fifths
EVEN, LONELY, SPLIT = 0.74, 0.24, 0.06
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

    def search(paragraph: Paragraph) -> int:
        low, high = 0, largest
        while low < high:
            size = (low + high + 1) // 2
            low, high = (size, high) if fits(paragraph, size) else (low, size - 1)
        return low

    def fits(paragraph: Paragraph, size: int) -> bool:
        count = paragraph.count(width / size)
        if count is None or count > most_lines:
            return False
        return (face.ascent + face.descent + (count - 1) * face.leading) * size <= height

    hang = face.width("‘") if text.startswith("‘") else 0.0

    def set_in(paragraph: Paragraph, size: int) -> SetText:
        count = paragraph.count(width / size) or 1
        return SetText(tuple(paragraph.lines(width / size, count)), face, size, colour)

    whole, cut = (Paragraph(pieces(text, hyphenate), face.width, hang) for hyphenate in (False, True))
    sizes = search(whole), search(cut)
    paragraph, size = (cut, sizes[1]) if sizes[1] > sizes[0] * WORTH_A_HYPHEN else (whole, sizes[0])
    if size < SMALLEST:
        paragraph = Paragraph(letter_pieces(text), face.width, hang)
        size = search(paragraph)
    if size < 1:
        raise ValueError(f"No room for {text!r} in {width} × {height} pixels.")
    tries = [set_in(paragraph, try_size) for try_size in dict.fromkeys(round(size * part) for part in SMALLER)]
    if not is_even:
        return next((found for found in tries if not is_split(found)), tries[0])
    return max(tries, key=lambda found: found.size / size - raggedness(found))


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
