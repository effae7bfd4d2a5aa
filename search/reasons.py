"""Why two pages belong together, as data and as a Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from search.text.analysis import lemma
from search.text.folding import fold
from search.text.stopwords import STOP_WORDS
from search.text.tokens import TOKEN

# How a shared facet is said; kept in this order, the strongest first.
SHARED = {
    "persoon": ("ook met {}", "ook met {}"),
    "module": ("zelfde module: {}", "zelfde modules: {}"),
    "lichting": ("zelfde lichting: {}", "zelfde lichtingen: {}"),
    "gemeente": ("zelfde gemeente: {}", "zelfde gemeenten: {}"),
    "thema": ("zelfde thema: {}", "zelfde thema's: {}"),
}
BELONGS = {"module": "belongs"}  # the page that is read is the very thing that is shared
WHOLE = {"module": "whole"}  # the other page is
SAID_AS_IT_IS = {
    "linked": "verwijst naar deze pagina",
    "belongs": "hoort bij deze module",
    "whole": "de module waar deze pagina bij hoort",
}
EDITION = "Lichting "  # with which its name begins: ‘zelfde lichting: 2026–2028’
MOST_IN_A_SENTENCE = 2
SAME, ENDING = 5, 4  # letters: at least so many are alike and at most so many follow, in `regio` and `regionaal`


@dataclass(frozen=True)
class Reason:
    """One thing that two pages share: `kind` is the key of a facet, `subjects`, `words`, or one of SAID_AS_IT_IS."""

    kind: str
    labels: tuple[str, ...] = ()

    def as_json(self) -> list[str | list[str]]:
        return [self.kind, list(self.labels)]

    def __str__(self) -> str:
        if self.kind in SAID_AS_IT_IS:
            return SAID_AS_IT_IS[self.kind]
        if self.kind == "subjects":
            between = ", en over " if is_double(self.labels) else " en "  # `privacy, en over balie en burgerzaken`
            return f"beide over {between.join(self.labels)}"
        if self.kind == "words":
            return f"noemen allebei {enumeration(f'‘{word}’' for word in self.labels)}"
        one, more = SHARED.get(self.kind, ("zelfde {}", "zelfde {}"))
        return (one if len(self.labels) == 1 else more).format(
            enumeration(label.removeprefix(EDITION) for label in self.labels)
        )


def from_json(stored: Iterable[Sequence[Any]]) -> tuple[Reason, ...]:
    """The reasons as they were stored with a related item."""
    return tuple(Reason(kind, tuple(labels)) for kind, labels in stored)


def is_double(labels: Iterable[str]) -> bool:
    """Whether one of these is two things by itself: ‘data en ethiek’."""
    return any(" en " in label for label in labels)


def enumeration(words: Iterable[str]) -> str:
    """`a`, `a en b`, `a, b en c`; and `a en b, en c` where a comma must tell them apart."""
    *first, last = words
    if not first:
        return last
    return f"{', '.join(first)}{',' if is_double([*first, last]) else ''} en {last}"


def sentence(reasons: Iterable[Reason]) -> str:
    """The strongest reasons in one sentence, without capital and full stop; never empty, and nothing in it twice."""
    said: list[Reason] = []
    for reason in reasons:
        new = without_what_was_said(reason, said) if reason.kind == "subjects" else reason
        if new is not None and len(said) < MOST_IN_A_SENTENCE:
            said.append(new)
    return "; ".join(map(str, said)) or "over een verwant onderwerp"


def without_what_was_said(reason: Reason, said: Iterable[Reason]) -> Reason | None:
    """The reason but for the subjects that a theme or module before it names already; None if nothing is left."""
    told = {term for before in said for label in before.labels for term in terms_of(label)}
    new = tuple(label for label in reason.labels if not all(is_among(term, told) for term in terms_of(label)))
    return replace(reason, labels=new) if new else None


def terms_of(label: str) -> set[str]:
    """The stems of its words but for those that say nothing."""
    words = {fold(match.group()) for match in TOKEN.finditer(label)}
    return {lemma(word) for word in words - STOP_WORDS}


def is_among(term: str, told: Iterable[str]) -> bool:
    """Whether this word was said, or one that differs in its ending: who says `regio` says `regionaal`."""
    return any(term == other or is_the_same_but_for_its_ending(term, other) for other in told)


def is_the_same_but_for_its_ending(*words: str) -> bool:
    shorter, longer = sorted(words, key=len)
    return len(shorter) >= SAME and longer.startswith(shorter) and len(longer) - len(shorter) <= ENDING
