"""Families of words that lie close together, as terms beside the words themselves.

Two texts that say *begroting* and *financiën* share no word, but they share a family: a group of
`data/woorden_die_dicht_bij_elkaar_liggen.txt` or of `data/synoniemen.txt`. Related items compare by families as by
words; a search asks for the words of a family by name (`search.synonyms`).
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from search.synonyms import groups_in, stems_of

DATA = Path(__file__).parent / "data"
LISTS = tuple(DATA / name for name in ("woorden_die_dicht_bij_elkaar_liggen.txt", "synoniemen.txt"))
WEIGHT = 1.2  # of what a word counts for; chosen on the judged sets, where 1 to 2 did as well


def version_of(lists: Iterable[Path]) -> str:
    """Another one after every change of the lists.

    A family is named after its line, so the profiles of before and after the smallest change cannot be compared.
    """
    return f"{zlib.crc32(b''.join(path.read_bytes() for path in lists)):08x}"


VERSION = version_of(LISTS)


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """For every term the families it belongs to, by names that no word has."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in LISTS:
        for number, (words, others) in enumerate(groups_in(path)):
            members = {run[0] for word in (*words, *others) if len(run := stems_of(word)) == 1}
            for term in members if len(members) > 1 else ():
                found[term].add(f"~{path.name[0]}{number}")
    return {term: tuple(sorted(names)) for term, names in found.items()}


def family_weights(terms: Mapping[str, float]) -> dict[str, float]:
    """How often the families of these weighted terms are said; a word of several families counts less for each."""
    known = families()
    total: defaultdict[str, float] = defaultdict(float)
    for term, weight in terms.items():
        names = known.get(term, ())
        for name in names:
            total[name] += weight / len(names) ** 0.5
    return dict(total)
