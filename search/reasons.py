"""Why two pages belong together, as data and as a Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

# How a shared facet is said; kept in this order, the strongest first.
SHARED = {
    "persoon": ("ook met {}", "ook met {}"),
    "module": ("zelfde module: {}", "zelfde modules: {}"),
    "lichting": ("zelfde lichting: {}", "zelfde lichtingen: {}"),
    "gemeente": ("zelfde gemeente: {}", "zelfde gemeenten: {}"),
    "thema": ("zelfde thema: {}", "zelfde thema's: {}"),
}
LINKED = {"linked": "verwijst naar deze pagina"}
MOST_IN_A_SENTENCE = 2


@dataclass(frozen=True)
class Reason:
    """One thing that two pages share: `kind` is the key of a facet, `subjects`, `words` or `linked`."""

    kind: str
    labels: tuple[str, ...] = ()

    def as_json(self) -> list[str | list[str]]:
        return [self.kind, list(self.labels)]

    def __str__(self) -> str:
        if self.kind in LINKED:
            return LINKED[self.kind]
        if self.kind == "subjects" and any(" en " in label for label in self.labels):
            return f"beide over {', en over '.join(self.labels)}"  # `privacy, en over balie en burgerzaken`
        if self.kind in ("subjects", "words"):
            return f"beide over {enumeration(self.labels)}"
        one, more = SHARED.get(self.kind, ("zelfde {}", "zelfde {}"))
        return (one if len(self.labels) == 1 else more).format(enumeration(self.labels))


def from_json(stored: Iterable[Sequence[Any]]) -> tuple[Reason, ...]:
    """The reasons as they were stored with a related item."""
    return tuple(Reason(kind, tuple(labels)) for kind, labels in stored)


def enumeration(words: Iterable[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last


def sentence(reasons: Iterable[Reason]) -> str:
    """The strongest reasons in one sentence, without capital and full stop; never empty."""
    said = [str(reason) for reason in reasons][:MOST_IN_A_SENTENCE]
    return "; ".join(said) or "over een verwant onderwerp"
