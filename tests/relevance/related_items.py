"""How well related items are chosen: nDCG@4, P@4 and MRR on the judged pairs, beside what is simpler.

python tests/relevance/related_items.py            # on a SQLite of its own
python tests/postgres.py python tests/relevance/related_items.py
… --failures                                       # the sources below 0.5; never of those held back
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import relevance  # noqa: F401 - sets up Django with a database of its own

# isort: split
import collection
from django.core.management import call_command
from django.db import connection
from measure import interval, mean, ndcg
from wagtail.models import Page

from search.likeness import facts
from search.related import related_to
from search.shelves import current_shelf

CUT = 4
RELEVANT = 2
PLAIN_WORD = re.compile(r"\w\w+")
Ranking = Callable[[str], list[str]]


def judged() -> dict[str, dict[str, int]]:
    return {row["source"]: row["grades"] for row in collection.lines("related.jsonl")}


def held_back() -> set[str]:
    return set((collection.HERE / "related_held_back.txt").read_text().split())


def best(scores: Mapping[str, float], source: str) -> list[str]:
    """The other texts with a score, best first; equal ones by the page they became, which says nothing."""
    others = [name for name in scores if name != source and scores[name] > 0]
    return sorted(others, key=lambda name: (-scores[name], hash_of(name)))[:CUT]


def hash_of(name: str) -> int:
    """An order that has nothing to do with the ids, which stand in blocks by subject."""
    return (int(name[1:]) * 7919) % 1009


def plain_tfidf() -> Ranking:
    """The cosine of term frequency times inverse document frequency of the bare words: what everybody starts with."""
    counts = {
        text["id"]: Counter(PLAIN_WORD.findall(f"{text['title']} {text['lead']} {text['body']}".lower()))
        for text in collection.texts()
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


def tag_overlap() -> Ranking:
    """How many themes two texts share, of all that either has."""
    tags = {text["id"]: set(text["themes"]) for text in collection.texts()}

    def ranking(source: str) -> list[str]:
        own = tags[source]
        return best({name: len(own & other) / (len(own | other) or 1) for name, other in tags.items()}, source)

    return ranking


def ours(pages: Mapping[str, int]) -> dict[str, Ranking]:
    """The list that visitors see, and its two halves."""
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
        "text only": by(lambda profile: shelf.compare(profile).likeness),
        "words only": by(lambda profile: shelf.compare(profile).text),
        "subjects only": by(lambda profile: shelf.compare(profile).subjects),
        "facets only": by(lambda profile: facts(shelf, profile)),
    }


def precision(found: Sequence[str], grades: Mapping[str, int]) -> float:
    return sum(grades.get(name, 0) >= RELEVANT for name in found) / CUT


def reciprocal_rank(found: Sequence[str], grades: Mapping[str, int]) -> float:
    return next((1 / (at + 1) for at, name in enumerate(found) if grades.get(name, 0) >= RELEVANT), 0.0)


def report(name: str, found: Mapping[str, list[str]]) -> None:
    for label, sources in (("", sorted(set(found) - held_back())), ("held back", sorted(held_back()))):
        scores = [ndcg(found[source], judged()[source], CUT) for source in sources]
        low, high = interval(scores)
        print(
            f"  {name:14} {label:10} nDCG@4 {mean(scores):.3f} ({low:.3f}-{high:.3f})"
            f"  P@4 {mean([precision(found[source], judged()[source]) for source in sources]):.3f}"
            f"  MRR {mean([reciprocal_rank(found[source], judged()[source]) for source in sources]):.3f}"
            f"  {len(sources)} sources"
        )


def failures(found: Mapping[str, list[str]], titles: Mapping[str, str]) -> None:
    for source in sorted(set(found) - held_back()):
        grades = judged()[source]
        if (value := ndcg(found[source], grades, CUT)) < 0.5:
            print(f"{value:.2f} {source} {titles[source]}")
            for name in found[source]:
                print(f"       {grades.get(name, '-')} {name} {titles.get(name)}")


def main() -> None:
    call_command("migrate", verbosity=0)
    pages = collection.load()
    call_command("related", verbosity=0, stdout=sys.stderr)
    print(f"\nrelated items on {connection.vendor}")
    rankings = {**ours(pages), "tag overlap": tag_overlap(), "plain TF-IDF": plain_tfidf()}
    for name, ranking in rankings.items():
        found = {source: ranking(source) for source in judged()}
        report(name, found)
        if name == "as shown" and "--failures" in sys.argv:
            failures(found, {text["id"]: text["title"] for text in collection.texts()})


if __name__ == "__main__":
    main()
