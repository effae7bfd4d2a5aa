"""The piece of a text that shows why it was found, with the matching words marked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.text.matches import Match, Sought, matches_in
from search.text.tokens import Token, tokens

ELLIPSIS = "…"
BETWEEN_BLOCKS = " · "  # texts that stand apart on the page stand apart in an excerpt too
SENTENCE_END = ".!?…·"


@dataclass(frozen=True)
class Segment:
    """A stretch of text; `is_match` where it is a word that was asked for."""

    text: str
    is_match: bool = False


def mark(text: str, sought: Collection[Sought]) -> list[Segment]:
    """The whole text as segments."""
    return _segments(text, matches_in(text, list(tokens(text)), sought), 0, len(text))


def excerpt(text: str, sought: Collection[Sought], length: int = 240) -> list[Segment]:
    """About `length` characters around the matching words, from a word to a word; the beginning if nothing matches."""
    found = list(tokens(text))
    matching = matches_in(text, found, sought)
    start = _start(text, found, _best_start(matching, length))
    end = _end(found, start, length, len(text))
    inside = [match for match in matching if start <= match.start and match.end <= end]
    segments = _segments(text, inside, start, end)
    if start > 0:
        segments.insert(0, Segment(ELLIPSIS))
    if end < len(text.rstrip()):
        segments.append(Segment(ELLIPSIS))
    return segments


def _best_start(matching: Sequence[Match], length: int) -> int:
    """Where the stretch that says most different things begins."""
    best, best_at = (0, 0), 0
    for at, first in enumerate(matching):
        inside = [match for match in matching[at : at + 40] if match.end <= first.start + length * 3 // 4]
        different = {one for match in inside for one in match.says}
        if (len(different), len(inside)) > best:
            best, best_at = (len(different), len(inside)), first.start
    return best_at


def _start(text: str, found: Sequence[Token], match: int) -> int:
    """A little before the match: at the beginning of its sentence if that is near, else some words earlier."""
    if match < 60:
        return 0
    before = [token for token in found if match - 90 <= token.start <= match]
    for token in before:
        if text[: token.start].rstrip(" ‘'\"“")[-1:] in SENTENCE_END:
            return token.start
    near = [token for token in before if token.start >= match - 45]
    return near[0].start if near else match


def _end(found: Sequence[Token], start: int, length: int, most: int) -> int:
    if start + length >= most:
        return most
    inside = [token.end for token in found if start < token.end <= start + length]
    return inside[-1] if inside else min(start + length, most)


def _segments(text: str, matching: Sequence[Match], start: int, end: int) -> list[Segment]:
    segments: list[Segment] = []
    at = start
    for match in matching:
        if match.start > at:
            segments.append(Segment(text[at : match.start]))
        segments.append(Segment(text[match.start : match.end], True))
        at = match.end
    if at < end:
        segments.append(Segment(text[at:end]))
    return segments
