"""What somebody may be going to type: people, pages and themes whose names begin that way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Exists, OuterRef, Q

from pages.models import PageTheme, Theme
from pages.visibility import visible
from people.models import Appearance, Person
from search.asking import cleaned
from search.register import register
from search.text.analysis import sequence

MOST = 20
MOST_THEMES = 2
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
    suggested = _themes(words)[:MOST_THEMES]
    people, pages = _people(words, most), register().beginning(words, 2 * most)
    titles = dict(visible().filter(pk__in=[*people.values(), *pages]).values_list("pk", "title"))
    persons = [Suggestion("person", name, page_id=pk) for (_, name), pk in people.items() if pk in titles]
    taken = {person.page_id for person in persons}
    found = [Suggestion("page", titles[pk], page_id=pk) for pk in pages if pk in titles and pk not in taken]
    return [*persons[: max(3, most - len(suggested) - len(found))], *suggested, *found][:most]


def _themes(words: Sequence[str]) -> list[Suggestion]:
    """The themes that begin like this and have a page to be found; any other would lead to nothing."""
    findable = PageTheme.objects.filter(theme=OuterRef("pk"), page__indexed__isnull=False)
    themes = Theme.objects.filter(Exists(findable))
    return [Suggestion("theme", theme.name, value=theme.slug) for theme in themes if _begins(theme.name, words)]


def _begins(name: str, words: Sequence[str]) -> bool:
    known = sequence(name)
    return all(any(one.startswith(word) for one in known) for word in words)


def _people(words: Sequence[str], most: int) -> dict[tuple[int, str], int]:
    """Who has names that begin like this: id and name, and the page to go to, rather the portrait than another."""
    found = Person.objects.all()
    for word in words:
        found = found.filter(Q(found_as__startswith=word) | Q(found_as__contains=f" {word}"))
    rows = (
        found.filter(appearances__page__indexed__isnull=False)
        .order_by("found_as", "pk", "appearances__role", "appearances__page")
        .values_list("pk", "given_name", "infix", "family_name", "appearances__page", "appearances__role")
    )
    best: dict[tuple[int, str], tuple[bool, int]] = {}
    for pk, given, infix, family, page, role in rows[: most * 10]:
        person = pk, Person(given_name=given, infix=infix, family_name=family).full_name
        is_portrait = role == Appearance.Role.PORTRAYED
        if person not in best or (is_portrait and not best[person][0]):
            best[person] = is_portrait, page
    return {person: page for person, (_, page) in list(best.items())[:most]}
