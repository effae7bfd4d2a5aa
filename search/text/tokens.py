"""Where the words of a text stand, and which words one token holds.

A token is what a reader sees as one word: `e-mail`, `'s-Hertogenbosch`, `B&W`, `c++`, `50+`, `12-05-2024`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.text.folding import fold

LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"
JOINERS = "-\u2010\u2011'’.&"
TOKEN = re.compile(rf"{LETTERS}(?:[{JOINERS}]{LETTERS})*(?:\+{{1,2}}|#(?!\w))?")
SEPARATOR = re.compile(rf"[{JOINERS}]")
# What an apostrophe joins to a word without changing it: foto's, AOW'er, auto'tje, Anna's.
ENDINGS = {"s", "er", "ers", "tje", "tjes", "je", "jes", "en", "t"}
# Short forms in front: 's-Hertogenbosch, d'Hondt, 't Hart.
SHORTENED = {"s", "t", "d", "n", "l"}


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A token as words: `whole` is how it is known as one, `parts` the words it joins; empty if it is a single word."""

    whole: str
    parts: tuple[str, ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text with their places in it."""
    for match in TOKEN.finditer(text):
        yield Token(match.group(), match.start(), match.end())


def pieces(token: str) -> list[str]:
    """The folded words of a token, split at every joiner: the form in which phrases are compared."""
    return [piece for piece in SEPARATOR.split(fold(token)) if piece]


def words_in(token: str) -> Words:
    """What a token is called: `AI-beleid` is aibeleid, ai and beleid; `foto's` is foto; `B&W` is b&w."""
    folded = fold(token)
    if folded.isalnum():
        return Words(folded)
    found = pieces(token)
    if "&" in folded:
        return Words("&".join(found), tuple(piece for piece in found if len(piece) > 1))
    if "'" in folded and len(found) > 1 and found[-1] in ENDINGS and folded.rfind("'") > folded.rfind("-"):
        found = found[:-1]
    if len(found) == 1:
        return Words(found[0])
    if all(len(piece) == 1 for piece in found) or (all(piece.isdigit() for piece in found[1:]) and "." in folded):
        return Words("".join(found))
    kept = found[1:] if found[0] in SHORTENED else found
    return Words("".join(found), tuple(piece for piece in kept if len(piece) > 1))
