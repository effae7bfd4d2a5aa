"""What somebody typed, read as words, "phrases in quotes" and -words to leave out."""

import re
import unicodedata
from dataclasses import dataclass

from search.text.analysis import sequence, token_terms
from search.text.tokens import tokens

MOST_CHARACTERS = 200
MOST_WORDS = 20
MOST_PHRASES = 5
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"'})
PHRASE = re.compile(r'"([^"]*)"')
EXCLUDED = re.compile(r"(?:^|(?<=\s))-(?=\w)(\S+)")


@dataclass(frozen=True)
class Asked:
    """A query: `text` as it is shown again, `words` its tokens in order, `phrases` and `excluded` as word sequences."""

    text: str
    was_cut: bool
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The words as one text, without signs that mean something."""
        return " ".join(self.words)


def cleaned(text: str) -> str:
    """The text without characters that have no shape (NUL, lone surrogates, direction marks), spaces made single."""
    kept = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Co") else letter for letter in text)
    shaped = "".join(letter for letter in kept if unicodedata.category(letter) != "Cf")
    return " ".join(shaped.split())


def read(query: str) -> Asked:
    """The query as words; at most 200 characters and 20 words of it count."""
    text = cleaned(query[: 4 * MOST_CHARACTERS])
    was_cut = len(query) > 4 * MOST_CHARACTERS or len(text) > MOST_CHARACTERS
    text = text[:MOST_CHARACTERS].strip()
    marked = text.translate(QUOTES)
    excluded = [word for match in EXCLUDED.findall(PHRASE.sub(" ", marked)) for word in _content(match)]
    phrases = [tuple(sequence(inside)) for inside in PHRASE.findall(marked)]
    rest = PHRASE.sub(lambda match: f" {match.group(1)} ", EXCLUDED.sub(" ", marked))
    words = [token.text for token in tokens(rest)]
    return Asked(
        text,
        was_cut or len(words) > MOST_WORDS,
        tuple(words[:MOST_WORDS]),
        tuple(phrase for phrase in phrases if len(phrase) > 1)[:MOST_PHRASES],
        tuple(excluded[:MOST_WORDS]),
    )


def _content(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token_terms(token.text)]
