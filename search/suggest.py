"""What somebody may be going to type: people, pages and themes whose names begin that way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q

from pages.models import Theme
from pages.visibility import visible
from people.models import Person
from search.asking import cleaned
from search.models import IndexedPage
from search.text.analysis import sequence

MOST = 20
LEAST_LETTERS = 2


@dataclass(frozen=True)
class Suggestion:
    """`person` and `page` lead to a page, `theme` to the search for that theme (`value` is its slug)."""

    kind: Literal["person", "page", "theme"]
    label: str
    page_id: int | None = None
    value: str = ""


def suggest(prefix: str, limit: int = 8) -> list[Suggestion]:
    """At most `limit` people, pages and themes with a word that begins as was typed; empty below two letters."""
    words = sequence(cleaned(str(prefix)[:200]))[:6]
    most = min(max(limit, 0), MOST)
    if not words or len("".join(words)) < LEAST_LETTERS or not most:
        return []
    themes = [
        Suggestion("theme", theme.name, value=theme.slug) for theme in Theme.objects.all() if _begins(theme.name, words)
    ][:2]
    people = _people(words, most)
    taken = {person.page_id for person in people}
    pages = [found for found in _pages(words, most + len(taken)) if found.page_id not in taken]
    return [*people[: max(3, most - len(themes) - len(pages))], *themes, *pages][:most]


def _begins(name: str, words: Sequence[str]) -> bool:
    known = sequence(name)
    return all(any(one.startswith(word) for one in known) for word in words)


def _people(words: Sequence[str], most: int) -> list[Suggestion]:
    found = Person.objects.all()
    for word in words:
        found = found.filter(Q(found_as__startswith=word) | Q(found_as__contains=f" {word}"))
    rows = (
        found.filter(appearances__page__in=visible().filter(indexed__isnull=False))
        .order_by("family_name", "given_name", "pk", "appearances__role", "appearances__page")
        .values_list("pk", "given_name", "infix", "family_name", "appearances__page", "appearances__role")
    )
    best: dict[int, tuple[bool, Suggestion]] = {}
    for pk, given, infix, family, page, role in rows[: most * 10]:
        name = Person(given_name=given, infix=infix, family_name=family).full_name
        if pk not in best or (role == "portrayed" and not best[pk][0]):
            best[pk] = (role == "portrayed", Suggestion("person", name, page_id=page))
    return [suggestion for _, suggestion in best.values()][:most]


def _pages(words: Sequence[str], most: int) -> list[Suggestion]:
    found = IndexedPage.objects.all()
    for word in words:
        found = found.filter(title_words__contains=f" {word}")
    ids = list(found.order_by("-day", "pk").values_list("pk", flat=True)[:most])
    titles = dict(visible().filter(pk__in=ids).values_list("pk", "title"))
    return [Suggestion("page", titles[pk], page_id=pk) for pk in ids if pk in titles]
