"""How far apart two spellings are, for Dutch fingers and Dutch ears."""

import re

from rapidfuzz.distance import OSA

# Spellings that sound the same, or nearly: lijderschap, hybryde, toezigt, akkoort.
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ij|y|ei", "ei"), (r"au|ou", "ou"), (r"sch(?![aeiou])", "s"), (r"ch|g", "g"), (r"ck|c(?![eiy])|k|qu", "k"),
        (r"c(?=[eiy])", "s"), (r"ph|v|f", "f"), (r"th", "t"), (r"z", "s"), (r"x", "ks"), (r"d\b", "t"), (r"dt\b", "t"),
        (r"ie", "i"), (r"(.)\1+", r"\1"), (r"isi", "isi"), (r"tie\b", "si"),
    )
]  # fmt: skip
SAME_SOUND = 0.6  # of an edit
FIRST_LETTER = 0.3  # a wrong first letter is rare


def sound(word: str) -> str:
    for pattern, replacement in SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def most_edits(word: str) -> int:
    """How many edits may lie between a word and what was meant: none below four letters, two from eight on."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def edits(word: str, other: str, most: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours; `most` + 1 if there are more."""
    return int(OSA.distance(word, other, score_cutoff=most))


def cost(word: str, other: str, count: int) -> float:
    """What it takes to believe that the word was meant as the other: the edits, less if both sound alike."""
    price = float(count)
    if sound(word) == sound(other):
        price = min(price, SAME_SOUND)
    return price + (FIRST_LETTER if word[0] != other[0] else 0)
