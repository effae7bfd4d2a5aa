"""From a word to the word that it was made of: `veiligheid` veilig, `samenwerking` samenwerk, `gemeentelijk` gemeente.

Searching for the one should find the other, further down than the word itself.
"""

from search.text.lexicon import kinds
from search.text.stemming import PARTICLE, _spellings, infinitive_stems, is_base, is_verb

# Ending → what takes its place in the word that it was made of.
ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("isering", ("iseer",)), ("isatie", ("iseer",)), ("ificatie", ("ificeer",)), ("icatie", ("iceer",)),
    ("atie", ("eer", "eren")), ("itie", ("eer",)), ("utie", ("ueer",)), ("uctie", ("uceer",)), ("ectie", ("ecteer",)),
    ("iseer", ("", "isch", "ie", "iek")), ("isator", ("iseer",)), ("ator", ("eer",)),
    ("iteit", ("", "isch", "ief", "eel")), ("isme", ("isch",)), ("ief", ("ie", "ief")),
    ("ering", ("eer", "er")), ("ing", ("",)), ("heid", ("",)), ("schap", ("",)), ("baar", ("",)),
    ("elijk", ("", "e")), ("lijk", ("", "e")), ("loos", ("", "e")), ("matig", ("",)), ("achtig", ("",)),
    ("erij", ("", "er")), ("ster", ("", "er")), ("aar", ("",)), ("er", ("",)),
    ("eur", ("eer", "atie")), ("isch", ("ie", "iek", "")),
    ("ist", ("", "isme")), ("te", ("",)), ("st", ("",)), ("ig", ("",)), ("iek", ("isch",)),
)  # fmt: skip
_NOT_DERIVED = """
ander beker best beste boer burger cijfer computer deze dienst ding dingen dokter eigendom enig factor feest gast
gedeelte geest gemeente haring hoek kamer koning kring kunst kwartier later leger leiding lente letter lijst
maatschappij manager meester mening minister moeder mooist motor nodig nummer offer onder oost over papier plek post
regering register rekening rest ring ruimte sector semester stelling tekst test theater tijger vader vast venster
vergadering vorig water weinig west wethouder winst winter woning zitting zomer zuster
"""
NOT_DERIVED = frozenset(_NOT_DERIVED.split())


def bases(word: str) -> list[str]:
    """The words that this stem was made of, nearest first; at most three."""
    found: list[str] = []
    current = word
    while len(found) < 3 and (base := _base(current)) and base not in found and base != word:
        found.append(base)
        current = base
    return found


def _base(word: str) -> str | None:
    if len(word) < 6 or word in NOT_DERIVED:
        return None
    for ending, replacements in ENDINGS:
        if not word.endswith(ending):
            continue
        rest = word[: -len(ending)]
        if len(rest) < 3:
            continue
        for replacement in replacements:
            for candidate in _candidates(rest, replacement, ending):
                if candidate != word and (is_base(candidate) or is_verb(candidate)) and _fits(candidate, ending):
                    return candidate
    return None


def _candidates(rest: str, replacement: str, ending: str) -> list[str]:
    if replacement:
        return [rest + replacement]
    return _spellings(rest) if ending[0] in "aeiou" else [rest]


def _fits(candidate: str, ending: str) -> bool:
    """Whether the ending is ever put behind such a word: -ing and -er behind verbs, -heid behind adjectives."""
    kind = kinds().get(candidate, "")
    if ending in ("ing", "er", "aar", "ster", "sel", "baar", "ering"):
        return is_verb(candidate)
    if ending in ("heid", "te", "st"):
        return "a" in kind or (ending == "st" and candidate in infinitive_stems())
    return bool(kind) or is_verb(candidate)


def without_particle(word: str) -> str | None:
    """The verb of a separable one: `luister` of meeluister; None if it is none."""
    if not is_verb(word) or not (match := PARTICLE.match(word)):
        return None
    rest = word[match.end() :]
    return rest if len(rest) > 2 and rest in infinitive_stems() else None
