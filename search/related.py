"""Related items: what goes with a page, pins first, and why.

`related_to` answers for a published page from the stored list; `suggest_for_draft` computes for a page in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Exists, F, FloatField, JSONField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Now
from wagtail.models import Page

from pages.models import BasePage, RelatedPin, RelatedRefusal
from pages.prepared import prepared
from pages.teasers import as_teasers
from pages.visibility import closed_branches, closed_branches_looked_up_once, visible
from search.likeness import KEPT, choose
from search.models import PageProfile, RelatedItem
from search.page_texts import linked_pages
from search.profiles import profile_of
from search.reasons import Reason, from_json, sentence
from search.renewal import visible_kinds, without_ancestors
from search.shelves import MOST_ON_THE_SPOT, complete_shelf

SHOWN = 4
MOST_WHILE_WAITING = 300  # pages with which one is compared while a visitor waits: some 20 ms
FEW_ON_THE_SPOT = 20  # pages that are read for that
SOME_ON_THE_SPOT = 200  # pages that are read while an editor waits: half a second, once


@dataclass(frozen=True)
class Suggestion:
    """A page that goes with another: the page ready for a teaser, and why, as data and as a sentence."""

    page_id: int
    score: float
    reasons: tuple[Reason, ...]
    is_pinned: bool
    page: Page = field(compare=False)

    @property
    def reason(self) -> str:
        """Why, in one Dutch sentence; empty for a pinned page of which the machine knows no reason."""
        return "" if self.is_pinned and not self.reasons else sentence(self.reasons)


@dataclass(frozen=True)
class Choice:
    """A suggestion before its page was fetched; `path` is empty where it is known to be no ancestor."""

    page_id: int
    path: str
    content_type_id: int
    score: float
    reasons: tuple[Reason, ...]
    is_pinned: bool = False


def related_to(page: Page, limit: int = SHOWN, *, while_waiting: bool = False) -> list[Suggestion]:
    """The pages to show with a published page: pins in their order, then the stored list.

    Costs one query for pins and list, and one for each page type shown. A page of which no list was stored yet is
    compared on the spot; with `while_waiting`, for a visitor, only on a small site: elsewhere the pins do until the
    worker has been, seconds later.
    """
    article = page if isinstance(page, BasePage) else page.specific
    if not isinstance(article, BasePage):  # the root of the tree, or of a type whose code is gone
        return []
    if article.pk is None:
        return suggest_for_draft(article, limit)
    stored = stored_choices(article)
    pins = [choice for choice in stored if choice.is_pinned]
    machine = [choice for choice in stored if not choice.is_pinned]
    if not machine and not was_compared(article):
        machine = on_the_spot(article, while_waiting)
    return fetched(article, pins, machine, limit)


def on_the_spot(page: BasePage, while_waiting: bool) -> list[Choice]:
    """The machine's choice for a published page of which the worker has not made the list yet."""
    if while_waiting and PageProfile.objects.count() > MOST_WHILE_WAITING:
        return []
    refused = set(RelatedRefusal.objects.filter(page=page.pk).values_list("target_id", flat=True))
    return computed_choices(page, refused, FEW_ON_THE_SPOT if while_waiting else MOST_ON_THE_SPOT)


def was_compared(page: BasePage) -> bool:
    """Whether a list was made for this page; one that goes with nothing has an empty list."""
    made = PageProfile.objects.filter(pk=page.pk, list_is_stale=False)
    return made.exists() or RelatedItem.objects.filter(source=page.pk).exists()


def suggest_for_draft(page: BasePage, limit: int = KEPT) -> list[Suggestion]:
    """The same for a page in memory, saved or not, valid or not, with its pins and refusals; nothing is written."""
    refused = {refusal.target_id for refusal in page.related_refusals.all()}
    wanted = [pin.target_id for pin in sorted(page.related_pins.all(), key=lambda pin: pin.sort_order or 0)]
    machine = computed_choices(page, refused, SOME_ON_THE_SPOT)
    known = {choice.page_id: choice for choice in machine}
    rows = {row.pk: row for row in visible().filter(pk__in=wanted)}
    pins = [
        Choice(pk, rows[pk].path, rows[pk].content_type_id, 0.0, known[pk].reasons if pk in known else (), True)
        for pk in dict.fromkeys(wanted)
        if pk in rows and pk not in refused
    ]
    return fetched(page, pins, machine, limit)


def stored_choices(page: BasePage) -> list[Choice]:
    """Pins and stored items of a saved page in one query, without what a visitor may not see or the editor refused."""
    rows = sorted(stored_rows(page.pk), key=lambda row: (not row[0], row[1] or 0, row[2]))
    return [
        Choice(pk, path, content_type, score, from_json(why or []), is_pinned)
        for is_pinned, _, pk, path, content_type, score, why in rows
    ]


@prepared
def stored_rows(page: int) -> QuerySet[Any]:
    """Pins and stored items of this page, for `stored_choices`."""
    refused = RelatedRefusal.objects.filter(page=page, target=OuterRef("target"))
    columns = ("is_pinned", "place", "target_id", "target__path", "target__content_type_id", "likeness", "why")
    item = RelatedItem.objects.filter(source=page, target=OuterRef("target"))
    pins = RelatedPin.objects.filter(page=page).annotate(
        is_pinned=Value(True, BooleanField()),
        place=F("sort_order"),
        likeness=Value(0.0, FloatField()),
        why=Subquery(item.values("reasons")[:1], JSONField()),
    )
    items = RelatedItem.objects.filter(source=page).annotate(
        is_pinned=Value(False, BooleanField()), place=F("rank"), likeness=F("score"), why=F("reasons")
    )
    found = []
    for rows in (pins, items):
        shown = rows.order_by().filter(~Exists(refused), target__live=True)
        for path in closed_branches():
            shown = shown.exclude(target__path__startswith=path)
        found.append(shown.values_list(*columns))
    return found[0].union(found[1], all=True)


@prepared
def teasers_of(ids: list[int], *, model: type[BasePage]) -> QuerySet[Any]:
    """Those of these pages that may be suggested, as lists show them; not one that the scheduler is about to end."""
    pages = visible(model).filter(pk__in=ids, never_suggested=False)
    return as_teasers(pages.exclude(expire_at__lte=Now()))


def computed_choices(page: BasePage, refused: set[int], most: int) -> list[Choice]:
    """The machine's choice for a page in memory, best first; `most` pages are read that the worker has not seen yet."""
    with closed_branches_looked_up_once():
        kinds = without_ancestors(visible_kinds, page.path or "")
        found = choose(complete_shelf(most), profile_of(page), kinds, excluded=refused)
    return [Choice(one.page_id, "", one.kind, one.score, one.reasons) for one in found]


def fetched(page: BasePage, pins: list[Choice], machine: list[Choice], limit: int) -> list[Suggestion]:
    """The first choices that may be shown, with their pages; one query for each page type among them."""
    links = linked_pages(page)
    chosen = {choice.page_id: choice for choice in pins if choice.page_id != page.pk}
    for choice in machine:
        is_above = bool(page.path and choice.path) and page.path.startswith(choice.path)
        if not is_above and choice.page_id not in links and choice.page_id != page.pk:
            chosen.setdefault(choice.page_id, choice)
    found: list[Suggestion] = []
    waiting = iter(chosen.values())
    while len(found) < limit and (batch := list(islice(waiting, limit - len(found)))):
        found += with_pages(batch)
    return found


def with_pages(choices: Iterable[Choice]) -> Iterator[Suggestion]:
    """Suggestions in the order of the choices; those that are not to be suggested anywhere, or gone, are left out."""
    by_type: dict[int, list[int]] = {}
    choices = list(choices)
    for choice in choices:
        by_type.setdefault(choice.content_type_id, []).append(choice.page_id)
    pages: dict[int, Page] = {}
    for content_type, ids in by_type.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None and issubclass(model, BasePage):
            pages.update((found.pk, found) for found in teasers_of(ids, model=model))
    for choice in choices:
        if choice.page_id in pages:
            yield Suggestion(choice.page_id, choice.score, choice.reasons, choice.is_pinned, pages[choice.page_id])
