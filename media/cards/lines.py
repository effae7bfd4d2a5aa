"""Where a text is broken into lines: even ones, compounds hyphenated only where it helps, no lonely last word."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pyphen

# As the stylesheet's hyphenate-limit-chars for headlines: 14 6 5.
LONG_WORD, BEFORE, AFTER = 14, 6, 5
INSIDE = re.compile(r"(?<=[^\W\d_]{3}[-–/])(?=[^\W\d_]{3})")  # after the hyphen of Bakker-ter Horst
LETTERS = re.compile(r"[^\W\d_]+")
# Short words that belong to what follows; better not the last of a line.
LEADING = (
    "de het een van in op en of te ten ter der den om met bij aan uit je we ik ze mijn onze dat die als dan niet geen"
)
LEADING_WORDS = frozenset(LEADING.split(" "))
HYPHEN_COST, LEADING_COST, LONELY_COST = 0.08, 0.012, 0.5
PAUSES = (".", "!", "?", ":", ";", ",", "…")
PAUSE_GAIN = 0.05  # a line that ends where the speaker pauses is read more easily


@dataclass(frozen=True)
class Piece:
    """Text that stays whole, with what stands before it on a line and what is put after it when the line ends there."""

    text: str
    space: str
    hyphen: str


def pieces(text: str, hyphenate: bool) -> list[Piece]:
    """The text as pieces between which a line may end."""
    return [piece for word in text.split(" ") if word for piece in pieces_of(word, hyphenate)]


def pieces_of(word: str, hyphenate: bool) -> Iterator[Piece]:
    space = " "
    for part in INSIDE.split(word):
        cut = [0, *(soft_breaks(part) if hyphenate else ()), len(part)]
        for start, end in pairwise(cut):
            yield Piece(part[start:end], space, "-" if end < len(part) else "")
            space = ""


@lru_cache(maxsize=1)
def dutch() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=BEFORE, right=AFTER)


def soft_breaks(part: str) -> list[int]:
    """Where a long word may be hyphenated, in characters from its start."""
    return [
        found.start() + position
        for found in LETTERS.finditer(part)
        if len(found.group()) >= LONG_WORD
        for position in dutch().positions(found.group())
    ]


def letter_pieces(text: str) -> list[Piece]:
    """Every character a piece of its own: for what cannot be broken in any other way."""
    return [
        Piece(letter, " " if index == 0 else "", "") for word in text.split(" ") for index, letter in enumerate(word)
    ]


class Paragraph:
    """The pieces of a text with their widths in ems, so that every size can be tried without measuring again."""

    def __init__(self, parts: list[Piece], width_of: Callable[[str], float], hang: float = 0.0):
        self.parts, self.hang = parts, hang
        self.space, self.hyphen = width_of(" "), width_of("-")
        self.ends, self.starts, x = [], [], 0.0
        for part in parts:
            x += self.space if part.space else 0.0
            self.starts.append(x)
            x += width_of(part.text)
            self.ends.append(x)
        self.slack = 0.02  # kerning between pieces, and tracking, are not counted one by one

    def width(self, start: int, end: int) -> float:
        """Of the line of these pieces, in ems; an opening quotation mark hangs outside the first one."""
        hyphen = self.hyphen if self.parts[end - 1].hyphen else 0.0
        return self.ends[end - 1] - self.starts[start] + hyphen + self.slack - (0.0 if start else self.hang)

    def count(self, width: float) -> int | None:
        """How many lines of that width in ems are needed; None if a piece is wider than a line."""
        lines, start, total = 0, 0, len(self.parts)
        while start < total:
            end = next((end for end in range(total, start, -1) if self.width(start, end) <= width), None)
            if end is None:
                return None
            lines, start = lines + 1, end
        return lines

    def lines(self, width: float, count: int) -> list[str]:
        """That many lines of at most that width in ems, as even as they can be."""
        total = len(self.parts)
        # best[end]: the cost of setting the pieces before `end` in the lines so far, and where the last one starts.
        steps: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        for number in range(count):
            best: dict[int, tuple[float, int]] = {}
            for start, (cost, _) in steps[-1].items():
                for end in range(start + 1, total + 1):
                    if self.width(start, end) > width:
                        break
                    if (end == total) == (number == count - 1):
                        found = cost + self.cost(start, end, width)
                        if end not in best or found < best[end][0]:
                            best[end] = (found, start)
            steps.append(best)
        broken, end = [], total
        for best in reversed(steps[1:]):
            start = best[end][1]
            broken.append(self.text(start, end))
            end = start
        return broken[::-1]

    def cost(self, start: int, end: int, width: float) -> float:
        used = self.width(start, end) / width
        cost = (1 - used) ** 2
        if end == len(self.parts):
            return cost + (LONELY_COST if start and self.is_one_word(start, end) else 0)
        last = self.parts[end - 1]
        if last.hyphen:
            return cost + HYPHEN_COST
        if last.text.endswith(PAUSES):
            return cost - PAUSE_GAIN
        return cost + (LEADING_COST if last.text.lower() in LEADING_WORDS else 0)

    def is_one_word(self, start: int, end: int) -> bool:
        return not any(part.space for part in self.parts[start + 1 : end])

    def text(self, start: int, end: int) -> str:
        words = "".join(part.space + part.text for part in self.parts[start:end])
        return words.lstrip(" ") + self.parts[end - 1].hyphen
