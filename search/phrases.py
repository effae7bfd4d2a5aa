"""Words that stand together: quoted phrases, the query itself in a title or a text, and what means the same in several
words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.db.models.functions import Left

from search.models import PageText, SiteWord
from search.text.stopwords import STOP_WORDS

Terms = tuple[str, ...]
FEW = 900  # ids that fit in one statement on every database
ENOUGH = 20_000  # letters from the beginning of a text
AHEAD = 150  # letters in which a phrase ends
IN_TITLE = 4


def holding(phrase: Sequence[str], pages: Collection[int] | None = None) -> set[int]:
    """The pages, of these or of all, whose text has the folded words side by side."""
    rows = PageText.objects.filter(words__contains=f" {' '.join(phrase)} ")
    if pages is not None and len(pages) <= FEW:
        rows = rows.filter(pk__in=pages)
    found = set(rows.values_list("pk", flat=True))
    return found if pages is None else found & set(pages)


def holding_all(wanted: Iterable[Sequence[str]]) -> set[int]:
    """The pages whose text has each of these phrases."""
    rows = PageText.objects.all()
    for phrase in wanted:
        rows = rows.filter(words__contains=f" {' '.join(phrase)} ")
    return set(rows.values_list("pk", flat=True))


def texts(pages: Collection[int]) -> dict[int, tuple[str, str]]:
    """The folded title and text of these pages, of a long text the beginning."""
    rows = PageText.objects.filter(pk__in=list(pages)).annotate(beginning=Left("words", ENOUGH))
    return {pk: (title, words) for pk, title, words in rows.values_list("pk", "page__title_words", "beginning")}


def times_said(wanted: Mapping[Terms, Collection[int]]) -> dict[Terms, dict[int, int]]:
    """How often each of these pages says these stems side by side, small words between them aside; in its title it
    counts for four. Pages that do not say them are left out."""
    if not any(wanted.values()):
        return {}
    forms = forms_of({stem for phrase in wanted for stem in phrase})
    read = texts({page for pages in wanted.values() for page in pages})
    said: dict[Terms, dict[int, int]] = {}
    for phrase, pages in wanted.items():
        spelled = [forms[stem] for stem in phrase]
        times = {page: count for page in pages if page in read and (count := _times(spelled, *read[page]))}
        said[phrase] = times
    return said


def forms_of(stems: Collection[str]) -> Mapping[str, set[str]]:
    """The spellings that the site has of these stems, the stem itself always among them."""
    forms: dict[str, set[str]] = defaultdict(set, {stem: {stem} for stem in stems})
    for stem, word in SiteWord.objects.filter(term__text__in=stems).values_list("term__text", "text"):
        forms[stem].add(word)
    return forms


def _times(spelled: Sequence[Collection[str]], title: str, words: str) -> int:
    return sum(1 for _ in _places(spelled, words)) + (IN_TITLE - 1) * sum(1 for _ in _places(spelled, title))


def _places(spelled: Sequence[Collection[str]], words: str) -> Iterator[int]:
    """Where in the folded words one of the first spellings begins a run of all."""
    for first in spelled[0]:
        at = words.find(f" {first} ")
        while at >= 0:
            rest = words[at + len(first) + 2 : at + AHEAD].split(" ")
            if _follows(spelled[1:], rest):
                yield at
            at = words.find(f" {first} ", at + 1)


def _follows(spelled: Sequence[Collection[str]], words: Sequence[str]) -> bool:
    said = 0
    for word in words:
        if word in spelled[said]:
            said += 1
            if said == len(spelled):
                return True
        elif word not in STOP_WORDS:
            return False
    return False
