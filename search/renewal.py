"""Keeping related items up to date: after a publish the page's own list and those of its neighbours, by the worker."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connection, connections, transaction
from django.db.models import Q
from django_tasks import task
from wagtail.models import Page

from pages.models import RelatedRefusal
from pages.visibility import closed_branches_looked_up_once, visible
from search.likeness import KEPT, Likely, best_rows, choose, total
from search.models import PageProfile, RelatedItem
from search.profiles import VERSION, Profile, pages_by_type, profiles_of, specific_pages, stored, with_words
from search.shelf import Compared, Shelf
from search.shelves import current_shelf, fresh_shelf, without_profile

AT_ONCE = 500
# All rows as one value: taking thousands of values apart takes longer than writing them.
INSERT = "INSERT INTO search_relateditem (source_id, target_id, rank, score, reasons) SELECT {} ON CONFLICT DO NOTHING"
ROWS = {
    "postgresql": "(r->>0)::int, (r->>1)::int, (r->>2)::int, (r->>3)::float, r->4"
    " FROM jsonb_array_elements(%s::jsonb) AS r",
    "sqlite": ", ".join(f"json_extract(value, '$[{at}]')" for at in range(5)) + " FROM json_each(%s) WHERE true",
}
INSERTED_AT_ONCE = 2_000
MANY = 20  # lists for which it is worth the while to make postings
COMPARED_AT_ONCE = 100
MOST_LEFT_BEHIND = 200
MOST_NEIGHBOURS = 150  # of one publish; those beyond it are the least alike
NEARLY = 0.9  # of the last score of a list: what comes so near may belong in it once its nearest have a say


@task()
def renew(page_ids: list[int]) -> None:
    """Makes the profiles of these pages anew, their lists, and those of the pages that they belong with.

    After a release with another analyser it makes everything anew: old and new profiles cannot be compared.
    """
    if are_profiles_outdated():
        for _what, _done, _total in rebuild():
            pass
        return
    with closed_branches_looked_up_once():
        wanted = sorted({*page_ids, *left_behind()})
        renew_profiles(wanted)
        renew_stale_lists(around=wanted)


def left_behind() -> set[int]:
    """Pages that a worker never came to because it was stopped half-way: marked, or not compared at all."""
    marked = set(PageProfile.objects.filter(is_stale=True).values_list("pk", flat=True)[:MOST_LEFT_BEHIND])
    return marked.union(*(ids for _, ids in without_profile(MOST_LEFT_BEHIND)))


def are_profiles_outdated() -> bool:
    """Whether the analyser that runs now is another than the one that made a profile."""
    return PageProfile.objects.exclude(version=VERSION).exists()


def renew_after_migration(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """A new release may have brought another analyser; the worker takes care."""
    if PageProfile._meta.db_table in connections[using].introspection.table_names() and are_profiles_outdated():
        renew.enqueue([])


def renew_profiles(page_ids: Iterable[int]) -> None:
    """Writes the profiles of those of the pages that a visitor can see, and removes those of the others."""
    wanted = set(page_ids)
    kept: set[int] = set()
    for model, ids in pages_by_type(wanted):
        profiles = profiles_of(specific_pages(model, ids))
        save_profiles(profiles)
        kept.update(ids)
    PageProfile.objects.filter(pk__in=wanted - kept).delete()


def save_profiles(profiles: Sequence[Profile]) -> None:
    columns = [field.name for field in PageProfile._meta.concrete_fields if not field.primary_key]
    PageProfile.objects.bulk_create(
        [stored(profile, time.time_ns()) for profile in profiles],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=columns,
        batch_size=200,
    )


def renew_stale_lists(around: Iterable[int] = ()) -> int:
    """Makes anew the lists that are marked, and those in which these pages now belong; how many were made."""
    shelf = current_shelf()
    stale = set(PageProfile.objects.filter(list_is_stale=True).values_list("pk", flat=True))
    wanted = sorted(stale | neighbours(shelf, list(around)))
    renew_lists(shelf, [pk for pk in wanted if pk in shelf.row_of])
    return len(wanted)


def neighbours(shelf: Shelf, page_ids: Sequence[int]) -> set[int]:
    """The pages in whose lists these pages stand, or would stand now."""
    found = set(RelatedItem.objects.filter(target__in=page_ids).values_list("source_id", flat=True))
    present = [pk for pk in page_ids if pk in shelf.row_of]
    if not present:
        return found
    least = dict(RelatedItem.objects.filter(rank__gte=KEPT - 1).values_list("source_id", "score").order_by())
    for pk in present:
        profile = shelf.profiles[shelf.row_of[pk]]
        scores = total(shelf, profile, shelf.compare(profile))
        for row in best_rows(scores, MOST_NEIGHBOURS):
            other = int(shelf.ids[row])
            if other != pk and scores[row] >= NEARLY * least.get(other, 0.0):
                found.add(other)
    return found


Kinds = Callable[[list[int]], dict[int, tuple[int, str]]]


def visible_kinds(page_ids: list[int]) -> dict[int, tuple[int, str]]:
    """Content type and tree path of those of the pages that a visitor can see."""
    rows = visible().filter(pk__in=page_ids).order_by().values_list("pk", "content_type_id", "path")
    return {pk: (kind, path) for pk, kind, path in rows}


def kinds_of_all() -> Kinds:
    """The same, looked up once for all pages."""
    rows = visible().order_by().values_list("pk", "content_type_id", "path")
    known = {pk: (kind, path) for pk, kind, path in rows}
    return lambda page_ids: {pk: known[pk] for pk in page_ids if pk in known}


def without_ancestors(kinds: Kinds, path: str) -> Callable[[list[int]], dict[int, int]]:
    """The types of the pages that are visible and do not stand above this tree path."""

    def found(page_ids: list[int]) -> dict[int, int]:
        return {pk: kind for pk, (kind, other) in kinds(page_ids).items() if not (path and path.startswith(other))}

    return found


def renew_lists(shelf: Shelf, page_ids: Sequence[int], kinds: Kinds = visible_kinds) -> None:
    """Writes the lists of these pages of the shelf."""
    paths = dict(Page.objects.filter(pk__in=page_ids).values_list("pk", "path"))
    refused = refusals_of(page_ids)
    lists = {}
    for profile, compared in compared_with_all(
        shelf, with_words([shelf.profiles[shelf.row_of[pk]] for pk in page_ids])
    ):
        pk = profile.page_id or 0
        allowed = without_ancestors(kinds, paths.get(pk, ""))
        lists[pk] = choose(shelf, profile, allowed, excluded=refused.get(pk, ()), compared=compared)
    write_lists(lists)


def compared_with_all(shelf: Shelf, profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Compared | None]]:
    """Each of these with its rough comparison if they are many, and otherwise with none."""
    if len(profiles) <= MANY:
        yield from ((profile, None) for profile in profiles)
        return
    for at in range(0, len(profiles), COMPARED_AT_ONCE):
        part = profiles[at : at + COMPARED_AT_ONCE]
        yield from zip(part, shelf.compare_roughly(part), strict=True)


def refusals_of(page_ids: Sequence[int]) -> dict[int, set[int]]:
    """What the editors of these pages refused: it takes no place in a list, as in the editor's own panel."""
    found: dict[int, set[int]] = {}
    for page, target in RelatedRefusal.objects.filter(page__in=page_ids).values_list("page_id", "target_id"):
        found.setdefault(page, set()).add(target)
    return found


def write_lists(lists: dict[int, list[Likely]]) -> None:
    """Replaces the lists of these sources."""
    rows = [
        (source, likely.page_id, rank, likely.score, [reason.as_json() for reason in likely.reasons])
        for source, found in lists.items()
        for rank, likely in enumerate(found)
    ]
    written = PageProfile.objects.filter(pk__in=list(lists))
    with transaction.atomic():
        # In one order, so that two writers wait for each other and never in a ring.
        list(written.select_for_update().order_by("pk").values_list("pk"))
        RelatedItem.objects.filter(source__in=list(lists))._raw_delete(RelatedItem.objects.db)
        insert(rows)
        written.update(list_is_stale=False)


def insert(rows: Sequence[tuple[int, int, int, float, Any]]) -> None:
    """Adds items; by way of objects that takes longer than finding out which they are.

    Those that `manage.py related` and the worker make at the same moment are added once.
    """
    statement = INSERT.format(ROWS[connection.vendor])
    with connection.cursor() as cursor:
        for at in range(0, len(rows), INSERTED_AT_ONCE):
            cursor.execute(statement, [json.dumps(rows[at : at + INSERTED_AT_ONCE])])


def rebuild() -> Iterator[tuple[str, int, int]]:
    """Makes all profiles and lists anew; yields (what, pages done, pages in all) after every step."""
    with closed_branches_looked_up_once():
        by_type = list(pages_by_type())
        in_all = sum(len(ids) for _, ids in by_type)
        done = 0
        for model, ids in by_type:
            for at in range(0, len(ids), AT_ONCE):
                save_profiles(profiles_of(specific_pages(model, ids[at : at + AT_ONCE])))
                done += len(ids[at : at + AT_ONCE])
                yield "profielen", done, in_all
        PageProfile.objects.exclude(pk__in=visible().values("pk")).delete()
        shelf = fresh_shelf()
        sources = [int(pk) for pk in shelf.ids]
        kinds = kinds_of_all()
        for at in range(0, len(sources), AT_ONCE):
            renew_lists(shelf, sources[at : at + AT_ONCE], kinds)
            yield "lijsten", min(at + AT_ONCE, len(sources)), len(sources)


def out_of_step() -> dict[str, int]:
    """How many pages lack a profile, have one too many, one of an older version, or wait for the worker."""
    wanted = {pk for _, ids in pages_by_type() for pk in ids}
    present = set(PageProfile.objects.values_list("pk", flat=True))
    return {
        "missing": len(wanted - present),
        "superfluous": len(present - wanted),
        "outdated": PageProfile.objects.exclude(version=VERSION).count(),
        "stale": PageProfile.objects.filter(Q(is_stale=True) | Q(list_is_stale=True)).count(),
    }
