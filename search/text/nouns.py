"""Which words can name what a text is about, so that `beide over …` reads well: nouns, not verbs, names or days."""

from functools import lru_cache

from search.text import compounds
from search.text.analysis import lemma
from search.text.folding import fold
from search.text.lexicon import ADJECTIVE, INFINITIVE, NOUN, kinds
from search.text.stopwords import STOP_WORDS

PLURALS = ("en", "s")
_NO_SUBJECTS = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december dag week maand jaar uur minuut ochtend middag avond nacht keer maal stuk deel
ding mens man vrouw kind plek vraag antwoord woord zin verhaal voorbeeld begin einde rest kant punt paar soort
portret interview gesprek gemeente leergang secretaris gemeentesecretaris deelnemer module bijeenkomst nieuws
"""
NO_SUBJECTS = frozenset(_NO_SUBJECTS.split())


@lru_cache(maxsize=10_000)
def is_noun(written: str) -> bool:
    """Whether a word, as it stands in a text, is a noun that says something: `brieven`, not `stuurde` or `maandag`."""
    word = fold(written)
    own = kinds().get(word, "")
    if {word, lemma(word)} & (NO_SUBJECTS | STOP_WORDS) or INFINITIVE in own:
        return False
    if written.isupper():  # an abbreviation: AVG
        return True
    if own.strip("k"):
        return _is_noun(own)
    parts = compounds.split(word)
    # A form that the list has not: a plural, or a compound. Past tenses end otherwise.
    return (bool(parts) or word.endswith(PLURALS)) and _is_noun(kinds().get(lemma(parts[-1] if parts else word), ""))


def _is_noun(kind: str) -> bool:
    return NOUN in kind and ADJECTIVE not in kind
