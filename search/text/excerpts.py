"""The piece of a text that shows why it was found, with the matching words marked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.text.analysis import token_terms
from search.text.tokens import Token, tokens

ELLIPSIS = "…"
SENTENCE_END = ".!?…"
SURELY = 0.4  # the weight from which a part of a compound, or what a word was made of, counts


@dataclass(frozen=True)
class Segment:
    """A stretch of text; `is_match` where it is a word that was asked for."""

    text: str
    is_match: bool = False


def mark(text: str, terms: Collection[str]) -> list[Segment]:
    """The whole text as segments."""
    return _segments(text, [token for token in tokens(text) if matches(token.text, terms)], 0, len(text))


def matches(token: str, terms: Collection[str]) -> bool:
    """Whether the token is one of the terms, an inflection of it, or a compound that holds it."""
    return bool(terms_of(token, terms))


def terms_of(token: str, terms: Collection[str]) -> list[str]:
    """Those of the terms that the token surely says."""
    return [term for term, weight in token_terms(token) if weight >= SURELY and term in terms]


def excerpt(text: str, terms: Collection[str], length: int = 240) -> list[Segment]:
    """About `length` characters around the matching words, from a word to a word; the beginning if nothing matches."""
    found = list(tokens(text))
    matching = [token for token in found if matches(token.text, terms)]
    start = _start(text, found, _best_start(matching, terms, length))
    end = _end(found, start, length, len(text))
    inside = [token for token in matching if start <= token.start and token.end <= end]
    segments = _segments(text, inside, start, end)
    if start > 0:
        segments.insert(0, Segment(ELLIPSIS))
    if end < len(text.rstrip()):
        segments.append(Segment(ELLIPSIS))
    return segments


def _best_start(matching: Sequence[Token], terms: Collection[str], length: int) -> int:
    """Where the stretch with most different terms begins."""
    best, best_at = (0, 0), 0
    for at, first in enumerate(matching):
        inside = [token for token in matching[at : at + 40] if token.end <= first.start + length * 3 // 4]
        different = {term for token in inside for term, _ in token_terms(token.text) if term in terms}
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


def _segments(text: str, matching: Sequence[Token], start: int, end: int) -> list[Segment]:
    segments: list[Segment] = []
    at = start
    for token in matching:
        if token.start > at:
            segments.append(Segment(text[at : token.start]))
        segments.append(Segment(text[token.start : token.end], True))
        at = token.end
    if at < end:
        segments.append(Segment(text[at:end]))
    return segments
