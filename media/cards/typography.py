"""Text as a Dutch typesetter would have it: ‘ ’ and “ ”, apostrophes, dashes, and what stays together on a line."""

import re

from media.cards.letters import legible

SPACES = re.compile(r"\s+")
# 's-Hertogenbosch, 't Hoff, zo'n, foto's: an apostrophe, also at the start of a word.
APOSTROPHE = re.compile(r"(?<=[^\W_])['’](?=[^\W_])|(?<![^\W_])['‘’](?=(?:s|t|n|k|m|r|ns)(?![^\W_]))", re.IGNORECASE)
MARK = re.compile(r"['‘’‚‛\"“”„‟«»]")
SINGLE = "'‘’‚‛"
HIDDEN = "\u0001"  # an apostrophe, while quotation marks are looked for
TOGETHER = re.compile(r"(?<=€) (?=\d)|(?<=\d) (?=(?:procent|uur|euro|jaar|miljoen|miljard|miljoenste|%)\b)| (?=[–…])")
NO_BREAK = "\u00a0"


def tidy(text: str) -> str:
    """One line in letters that the fonts have, with Dutch quotation marks, apostrophes and dashes."""
    return set_marks(plain(text), nested=False)


def quote(text: str) -> str:
    """The text between ‘ and ’; marks that already stood around it are dropped, those inside it become “ and ”."""
    inner = without_wrapping(plain(text))
    return f"‘{set_marks(inner, nested=True)}’"


def plain(text: str) -> str:
    text = SPACES.sub(" ", legible(text.replace("\u00ad", ""))).strip()
    text = text.replace("...", "…").replace("--", "–").replace(" - ", " – ")
    return TOGETHER.sub(NO_BREAK, text)


def set_marks(text: str, nested: bool) -> str:
    """Quotation marks turned the right way; `nested` makes single ones double, for text that stands in single ones."""
    depth = 0

    def turned(found: re.Match) -> str:
        nonlocal depth
        opens = is_opening(found)
        if not opens and depth == 0 and found.group() in SINGLE:
            return "’"  # nothing was opened: the apostrophe of "de jongens' ouders"
        depth = max(0, depth + (1 if opens else -1))
        is_double = nested or found.group() not in SINGLE
        return ("“" if opens else "”") if is_double else ("‘" if opens else "’")

    return MARK.sub(turned, APOSTROPHE.sub(HIDDEN, text)).replace(HIDDEN, "’")


def is_opening(found: re.Match) -> bool:
    before = found.string[found.start() - 1 : found.start()]
    return (
        not before or before in f"( [–—-{NO_BREAK}" or bool(MARK.fullmatch(before) and found.end() < len(found.string))
    )


def without_wrapping(text: str) -> str:
    """The text without the quotation marks around the whole of it."""
    marks = list(MARK.finditer(APOSTROPHE.sub(HIDDEN, text)))
    if len(marks) < 2 or marks[0].start() != 0 or marks[-1].end() != len(text):
        return text
    depth = 0
    for mark in marks:
        depth += 1 if is_opening(mark) else -1
        if depth == 0 and mark is not marks[-1]:
            return text  # ‘Ja’, zei hij, ‘graag’
    return text[1:-1].strip()
