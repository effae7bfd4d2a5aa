"""The Dutch words that are known, and what kind each is. Derived from OpenTaal's list; see data/LICENSE.

Loaded at first use: some 160,000 words, 20 MB in memory, a tenth of a second.
"""

import gzip
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parent / "data" / "lexicon.txt.gz"

NOUN = "n"
ADJECTIVE = "a"
INFINITIVE = "v"
VERB_STEM = "s"
PART = "p"  # stands in compounds
NAME = "N"
KNOWN = "k"  # a form that is derived from another word, or a word of no kind above

# Words of this field that the list has not, by kind.
OWN_WORDS = {
    "np": (
        "algoritme app boa chatbot data dashboard dienstverlening griffie griffier herindeling inkoop "
        "intervisie leergang lichting mantelzorg omgeving participatie phishing podcast ransomware rekenkamer "
        "toezicht veiligheid webinar wethouder zaak jeugd cloud burger inwoner "
    ),
    "n": "bestuursakkoord",
    "p": "cyber thuis ict",
    "v": "hacken",
    "nps": "hack",
    "k": "raads",
    "ap": "sociaal",
}


@cache
def kinds() -> dict[str, str]:
    """Every known word, folded, with the letters of its kinds."""
    found = {}
    interned: dict[str, str] = {}
    with gzip.open(SOURCE, "rt", encoding="ascii") as lines:
        for line in lines:
            word, _, kind = line.rstrip("\n").partition(" ")
            found[word] = interned.setdefault(kind, kind)
    for kind, words in OWN_WORDS.items():
        found.update(dict.fromkeys(words.split(), kind))
    return found


def is_known(word: str) -> bool:
    return word in kinds()


def is_lemma(word: str) -> bool:
    """Whether the word stands in a dictionary as a noun, an adjective or the stem of a verb."""
    kind = kinds().get(word, "")
    return "n" in kind or "a" in kind or "s" in kind
