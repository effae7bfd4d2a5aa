"""How well related items are chosen: nDCG@4, P@4 and MRR on five judged sets, beside what is simpler.

python tests/relevance/related_items.py            # on a SQLite of its own
python tests/postgres.py python tests/relevance/related_items.py
… --failures                                       # the sources of the first set below 0.5; never of those held back

The first set was made with this site, by subject; the others by people who never saw the engine, as plain pages
without any facets. By the others only ways of comparing and the weights between them were chosen, never words.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import relevance  # noqa: F401 - sets up Django with a database of its own

# isort: split
import collection
import numpy as np
from django.core.management import call_command
from django.db import connection
from measure import interval, mean, ndcg
from wagtail.models import Page

from programme.models import ProgrammePage
from search.likeness import facts
from search.profiles import SCALE
from search.related import related_to
from search.shelves import current_shelf

CUT = 4
RELEVANT = 2
DIMENSIONS = 50
PLAIN_WORD = re.compile(r"\w\w+")
Ranking = Callable[[str], list[str]]
of_all_sets: defaultdict[str, list[float]] = defaultdict(list)


@dataclass
class Judged:
    """Texts, what was judged of them, and the page that was made of each."""

    name: str
    texts: list[dict]
    grades: dict[str, dict[str, int]]
    pages: dict[str, int]
    held_back: set[str] = field(default_factory=set)


def first_set() -> Judged:
    held_back = set((collection.HERE / "related_held_back.txt").read_text().split())
    grades = {row["source"]: row["grades"] for row in collection.lines("related.jsonl")}
    return Judged("first set", collection.texts(), grades, collection.load(), held_back)


def plain_set(name: str) -> Judged:
    """A set of texts that become pages without any facets."""
    grades = {row["source"]: row["grades"] for row in collection.lines(f"{name}/pairs.jsonl")}
    texts = collection.lines(f"{name}/texts.jsonl")
    pages = {text["id"]: collection.plain_page(text).pk for text in texts}
    ProgrammePage.objects.update(
        never_suggested=True
    )  # above the modules; it is none of the texts, so nobody judged it
    return Judged(f"{name} set", texts, grades, pages)


def best(scores: Mapping[str, float], source: str) -> list[str]:
    """The other texts with a score, best first; equal ones by the page they became, which says nothing."""
    others = [name for name in scores if name != source and scores[name] > 0]
    return sorted(others, key=lambda name: (-scores[name], hash_of(name)))[:CUT]


def hash_of(name: str) -> int:
    """An order that has nothing to do with the ids, which stand in blocks by subject."""
    return (int(name[1:]) * 7919) % 1009


def plain_tfidf(texts: Sequence[dict]) -> Ranking:
    """The cosine of term frequency times inverse document frequency of the bare words: what everybody starts with."""
    counts = {
        text["id"]: Counter(PLAIN_WORD.findall(f"{text['title']} {text['lead']} {text['body']}".lower()))
        for text in texts
    }
    seen = Counter(word for words in counts.values() for word in words)
    rare = {word: math.log((1 + len(counts)) / (1 + count)) + 1 for word, count in seen.items()}
    vectors = {}
    for name, words in counts.items():
        weights = {word: count * rare[word] for word, count in words.items()}
        length = math.sqrt(sum(weight**2 for weight in weights.values()))
        vectors[name] = {word: weight / length for word, weight in weights.items()}

    def ranking(source: str) -> list[str]:
        own = vectors[source]
        scores = {
            name: sum(weight * other[word] for word, weight in own.items() if word in other)
            for name, other in vectors.items()
        }
        return best(scores, source)

    return ranking


def tag_overlap(texts: Sequence[dict]) -> Ranking:
    """How many themes two texts share, of all that either has."""
    tags = {text["id"]: set(text["themes"]) for text in texts}

    def ranking(source: str) -> list[str]:
        own = tags[source]
        return best({name: len(own & other) / (len(own | other) or 1) for name, other in tags.items()}, source)

    return ranking


def latent(pages: Mapping[str, int]) -> Ranking:
    """Latent semantic analysis of the analyser's own terms: the cosine in the first fifty dimensions of their SVD."""
    shelf = current_shelf()
    rows = {name: shelf.row_of[pk] for name, pk in pages.items()}
    terms = sorted({int(term) for row in rows.values() for term in shelf.profiles[row].terms})
    place = {term: at for at, term in enumerate(terms)}
    table = np.zeros((len(rows), len(terms)))
    for at, row in enumerate(rows.values()):
        profile = shelf.profiles[row]
        table[at, [place[int(term)] for term in profile.terms]] = profile.weights / SCALE
    table *= np.log((1 + len(rows)) / ((table > 0).sum(axis=0) + 0.5))
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    left, strength, _ = np.linalg.svd(table, full_matrices=False)
    reduced = left[:, :DIMENSIONS] * strength[:DIMENSIONS]
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True)
    vectors = dict(zip(rows, reduced, strict=True))
    return lambda source: best({name: float(vectors[source] @ other) for name, other in vectors.items()}, source)


def ours(pages: Mapping[str, int]) -> dict[str, Ranking]:
    """The list that visitors see, and its parts."""
    names = {pk: name for name, pk in pages.items()}
    shelf = current_shelf()

    def as_shown(source: str) -> list[str]:
        page = Page.objects.get(pk=pages[source]).specific
        return [names.get(one.page_id, "") for one in related_to(page, limit=CUT)]

    def by(score: Callable) -> Ranking:
        def ranking(source: str) -> list[str]:
            scores = score(shelf.profiles[shelf.row_of[pages[source]]])
            found = {names[int(pk)]: float(value) for pk, value in zip(shelf.ids, scores, strict=True) if pk in names}
            return best(found, source)

        return ranking

    return {
        "as shown": as_shown,
        "text only": by(lambda profile: shelf.likeness_to(profile, np.arange(len(shelf)))),
        "compared once": by(lambda profile: shelf.compare(profile).likeness),
        "words only": by(lambda profile: shelf.compare(profile).words),
        "meaning only": by(lambda profile: shelf.compare(profile).meaning),
        "facets only": by(lambda profile: facts(shelf, profile)),
    }


def precision(found: Sequence[str], grades: Mapping[str, int]) -> float:
    return sum(grades.get(name, 0) >= RELEVANT for name in found) / CUT


def reciprocal_rank(found: Sequence[str], grades: Mapping[str, int]) -> float:
    return next((1 / (at + 1) for at, name in enumerate(found) if grades.get(name, 0) >= RELEVANT), 0.0)


def report(name: str, found: Mapping[str, list[str]], judged: Judged) -> None:
    of_all_sets[name] += [ndcg(found[source], judged.grades[source], CUT) for source in found]
    seen = sorted(set(found) - judged.held_back)
    for label, sources in (("", seen), ("held back", sorted(judged.held_back))):
        if not sources:
            continue
        scores = [ndcg(found[source], judged.grades[source], CUT) for source in sources]
        low, high = interval(scores)
        print(
            f"  {name:14} {label:10} nDCG@4 {mean(scores):.3f} ({low:.3f}-{high:.3f})"
            f"  P@4 {mean([precision(found[source], judged.grades[source]) for source in sources]):.3f}"
            f"  MRR {mean([reciprocal_rank(found[source], judged.grades[source]) for source in sources]):.3f}"
            f"  {len(sources)} sources"
        )


def failures(found: Mapping[str, list[str]], judged: Judged) -> None:
    titles = {text["id"]: text["title"] for text in judged.texts}
    for source in sorted(set(found) - judged.held_back):
        grades = judged.grades[source]
        if (value := ndcg(found[source], grades, CUT)) < 0.5:
            print(f"{value:.2f} {source} {titles[source]}")
            for name in found[source]:
                print(f"       {grades.get(name, '-')} {name} {titles.get(name)}")


def measure(judged: Judged, more: Mapping[str, Ranking]) -> None:
    call_command("related", verbosity=0, stdout=sys.stderr)
    print(f"\n{judged.name} of related items, on {connection.vendor}")
    simpler = {"LSA": latent(judged.pages), "plain TF-IDF": plain_tfidf(judged.texts)}
    for name, ranking in {**ours(judged.pages), **more, **simpler}.items():
        found = {source: ranking(source) for source in judged.grades}
        report(name, found, judged)
        if name == "as shown" and judged.held_back and "--failures" in sys.argv:
            failures(found, judged)


def without(judged: Judged) -> None:
    """Takes the pages of a set away, so that the next stands alone."""
    for pk in judged.pages.values():
        Page.objects.get(pk=pk).delete()


def main() -> None:
    call_command("migrate", verbosity=0)
    first = first_set()
    measure(first, {"tag overlap": tag_overlap(first.texts)})
    without(first)
    for name in ("second", "third", "fourth", "fifth"):
        judged = plain_set(name)
        measure(judged, {})
        without(judged)
    print("\nall sets together, nDCG@4")
    for label, scores in of_all_sets.items():
        low, high = interval(scores)
        print(f"  {label:14} {mean(scores):.3f} ({low:.3f}-{high:.3f})  {len(scores)} sources")


if __name__ == "__main__":
    main()
