"""Letters as people type them: lower case, without accents."""

import unicodedata

# Letters that Unicode does not see as a letter with a mark.
SPECIAL = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "’": "'"}
)


def fold(text: str) -> str:
    """The text in lower case without accents: `Súdwest-Fryslân` gives `sudwest-fryslan`, `ĳ` gives `ij`."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(SPECIAL)
