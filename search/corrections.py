"""What was meant by a word that the site does not know: a mistyped word, or two words run together."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from search.concepts import Alternative
from search.models import SiteWord
from search.postings import Postings
from search.register import register
from search.text.analysis import lemma
from search.text.distance import cost, most_edits
from search.text.lexicon import is_known

LEAST_HALF = 3
MOST_CANDIDATES = 40
MOST_MEANT = 3
MEANT = 0.6
LIKENESS = 0.85  # Jaro-Winkler; below it words share a beginning and little more


@dataclass(frozen=True)
class Meant:
    """How the unknown word would have been spelled, and what else may have been meant."""

    spelling: str
    others: tuple[Alternative, ...] = ()


class Vocabulary:
    """The words of the site as they are spelled, read again when there are new ones."""

    def __init__(self) -> None:
        self.last: tuple[int, str] | None = None
        self.words: set[str] = set()
        self.by_length: dict[int, list[str]] = {}

    def refresh(self) -> None:
        last = SiteWord.objects.order_by("-pk").values_list("pk", "text").first()
        if last == self.last:
            return
        self.words = set(SiteWord.objects.values_list("text", flat=True))
        self.by_length = {}
        for word in sorted(self.words):
            if not word.isdigit():
                self.by_length.setdefault(len(word), []).append(word)
        self.last = last

    def near(self, word: str, most: int) -> list[tuple[str, int]]:
        """Words within that many edits, each with its number of edits."""
        found: list[tuple[str, int]] = []
        for length in range(len(word) - most, len(word) + most + 1):
            near = process.extract(
                word, self.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=MOST_CANDIDATES
            )
            found.extend((other, int(edits)) for other, edits, _ in near)
        return found


_vocabulary = Vocabulary()


def meant(word: str, postings: Postings) -> Meant | None:
    """What may have been meant by a folded word that no page has; None if nothing lies near."""
    if not word.isalnum() or word.isdigit() or len(word) < 4 or is_known(word):
        return None  # a word that Dutch has but this site has not is no mistake
    _vocabulary.refresh()
    return _run_on(word, postings) or _mistyped(word, postings)


def _run_on(word: str, postings: Postings) -> Meant | None:
    """Two words of the site without the space between them; the halves most alike in length win."""
    halves = [
        (word[:at], word[at:])
        for at in range(LEAST_HALF, len(word) - LEAST_HALF + 1)
        if word[:at] in _vocabulary.words and word[at:] in _vocabulary.words
    ]
    if not halves:
        return None
    postings.count(lemma(half) for pair in halves for half in pair)
    known = [pair for pair in halves if all(postings.counts[lemma(half)] for half in pair)]
    if not known:
        return None
    left, right = max(known, key=lambda pair: (min(len(pair[0]), len(pair[1])), pair))
    return Meant(f"{left} {right}")


def _mistyped(word: str, postings: Postings) -> Meant | None:
    most = most_edits(word)
    if not most:
        return None
    near = _vocabulary.near(word, most + (len(word) > 5 and most < 2))
    priced = sorted((price, other) for other, edits in near if (price := cost(word, other, edits)) <= most + 0.3)
    if not priced:
        return None
    best = _used([other for price, other in priced if price <= priced[0][0] + 0.3], postings)
    if not best:
        best = _used([other for _, other in priced], postings)
    if not best:
        return None
    terms = list(dict.fromkeys(lemma(other) for other in best))[:MOST_MEANT]
    return Meant(best[0], tuple(Alternative((term,), MEANT) for term in terms[1:]))


def looking_like(word: str) -> list[str]:
    """At most three words of the site that look like this folded word and would find a page, the likest first."""
    if len(word) < LEAST_HALF:
        return []
    _vocabulary.refresh()
    as_long = [other for other in _vocabulary.words if abs(len(other) - len(word)) <= 0.3 * len(word)]
    close = process.extract(word, as_long, scorer=JaroWinkler.similarity, score_cutoff=LIKENESS, limit=MOST_CANDIDATES)
    likest = sorted(close, key=lambda found: (-found[1], found[0]))
    postings = Postings(register())
    postings.count(lemma(other) for other, _, _ in likest)
    by_lemma = {lemma(other): other for other, _, _ in reversed(likest) if postings.counts[lemma(other)]}
    return [other for other, _, _ in likest if by_lemma.get(lemma(other)) == other][:MOST_MEANT]


def _used(words: Sequence[str], postings: Postings) -> list[str]:
    """Those of the words that pages have today, the most used first."""
    postings.count(lemma(word) for word in words)
    used = [word for word in words if postings.counts[lemma(word)]]
    used.sort(key=lambda word: (-postings.counts[lemma(word)], word))
    return used[:MOST_MEANT] if used else []
