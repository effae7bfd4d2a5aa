"""Where a text says what was sought: a word in any form, a phrase as one, the parts of a compound near together."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from search.text.analysis import token_terms
from search.text.folding import fold
from search.text.tokens import Token

SURELY = 0.4  # the weight from which a part of a compound, or what a word was made of, counts
NEAR = 5  # words within which the parts of one compound have to stand
BORDER = "·"  # no phrase runs from one text into the next

# A stem; stems that stand side by side in this order, but for small words between; or stems that stand near together.
Sought = str | tuple[str, ...] | frozenset[str]


@dataclass(frozen=True)
class Match:
    """A stretch of the text, and what it says of that which was sought."""

    start: int
    end: int
    says: frozenset[Sought]


def matches_in(text: str, found: Sequence[Token], sought: Collection[Sought]) -> list[Match]:
    """The matches among these tokens of the text in their order; none of them overlap."""
    surely = [frozenset(term for term, weight in token_terms(token.text) if weight >= SURELY) for token in found]
    words = frozenset(one for one in sought if isinstance(one, str))
    matches = [Match(token.start, token.end, words & says) for token, says in zip(found, surely, strict=True)]
    matches = [match for match in matches if match.says]
    for one in sought:
        if isinstance(one, tuple):
            matches += _phrases(text, found, one)
        elif isinstance(one, frozenset):
            matches += [Match(found[at].start, found[at].end, frozenset([one])) for at in _together(surely, one)]
    return _apart(matches)


def _phrases(text: str, found: Sequence[Token], phrase: tuple[str, ...]) -> Iterator[Match]:
    for at in range(len(found)):
        last = _end_of(found, at, phrase)
        if last is not None and BORDER not in text[found[at].start : found[last].end]:
            yield Match(found[at].start, found[last].end, frozenset([phrase]))


def _end_of(found: Sequence[Token], at: int, phrase: tuple[str, ...]) -> int | None:
    """Which token ends the phrase that begins with this one; None if it does not."""
    said = 0
    while at < len(found):
        terms = token_terms(found[at].text)
        if (terms[0][0] if terms else fold(found[at].text)) == phrase[said]:
            said += 1
        elif terms or not said:
            return None
        if said == len(phrase):
            return at
        at += 1
    return None


def _together(surely: Sequence[frozenset[str]], group: frozenset[str]) -> Iterator[int]:
    """The tokens that say one of the group and have all others near, or in themselves."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, says in enumerate(surely):
        for term in group & says:
            places[term].append(at)
    for at in sorted({place for said in places.values() for place in said}):
        if all(_has_near(places[term], at) for term in group):
            yield at


def _has_near(places: Sequence[int], at: int) -> bool:
    """Whether one of these places, in their order, is near; in a text of a hundred thousand words there are many."""
    first = bisect_left(places, at - NEAR)
    return first < len(places) and places[first] <= at + NEAR


def _apart(matches: Sequence[Match]) -> list[Match]:
    """The matches in order; of those that overlap the longest, with what the others say."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda one: (one.start, -one.end)):
        if kept and match.start < kept[-1].end:
            kept[-1] = Match(kept[-1].start, max(kept[-1].end, match.end), kept[-1].says | match.says)
        else:
            kept.append(match)
    return kept
