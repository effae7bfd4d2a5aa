"""Makes aspects.txt.gz from aspects.jsonl: which words belong to which question that texts of this field are about.

    python search/text/data/make_aspects.py

Run by hand when aspects.jsonl or the analyser changes, and then give `search.text.aspects` another VERSION; takes
seconds.

`aspects.jsonl` holds short texts of our own, four for each aspect of a subject: a news item, somebody telling, a course
and a background piece, in different words on purpose. The four together are one row: per term the logarithm of how
often it is said, times its rarity among the rows, the row of length 1.

A line of the result is `term rarity aspect:weight …`, in thousandths.
"""

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from search.text.analysis import token_terms  # noqa: E402 - after the path
from search.text.aspects import UNIT  # noqa: E402
from search.text.tokens import TOKEN  # noqa: E402

HERE = Path(__file__).parent
SOURCE, TARGET = HERE / "aspects.jsonl", HERE / "aspects.txt.gz"
LEAST = 10  # thousandths

Terms = defaultdict[str, float]  # each term with how often it is said


def terms_of(text: str) -> Terms:
    said: Terms = defaultdict(float)
    for token, times in Counter(match.group() for match in TOKEN.finditer(text)).items():
        for term, weight in token_terms(token):
            said[term] += weight * times
    return said


def rarities(texts: list[Terms]) -> dict[str, float]:
    """The rarity of every term among the texts."""
    seen = Counter(term for text in texts for term in text)
    return {term: math.log((len(texts) + 1) / (count + 0.5)) for term, count in seen.items()}


def rows(texts_of_ours: list[dict[str, str]]) -> tuple[list[Terms], list[Terms]]:
    """The terms of every text, and those of every aspect."""
    texts = [terms_of(line["text"]) for line in texts_of_ours]
    aspects: dict[tuple[str, str], Terms] = {}
    for line, said in zip(texts_of_ours, texts, strict=True):
        of_aspect = aspects.setdefault((line["subject"], line["aspect"]), defaultdict(float))
        for term, times in said.items():
            of_aspect[term] += times
    return texts, list(aspects.values())


def lines() -> list[dict[str, str]]:
    """Our texts, each with its subject, aspect and kind."""
    return [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]


def made() -> bytes:
    """The whole content of the result, before it is packed."""
    texts, aspects = rows(lines())
    rarity, among_aspects = rarities(texts), rarities(aspects)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, said in enumerate(aspects):
        weights = {term: math.log1p(times) * among_aspects[term] for term, times in said.items()}
        length = math.sqrt(sum(weight**2 for weight in weights.values()))
        for term, weight in weights.items():
            if (share := round(UNIT * weight / length)) >= LEAST:
                found[term].append(f"{number}:{share}")
    table = [f"{term} {round(UNIT * rarity[term])} {' '.join(found[term])}\n" for term in sorted(found)]
    unknown = round(UNIT * math.log((len(texts) + 1) / 0.5))  # the rarity of a term that none of the texts has
    return f"{len(aspects)} {unknown}\n".encode() + "".join(table).encode()


def main() -> None:
    with TARGET.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file:
        file.write(made())


if __name__ == "__main__":
    main()
