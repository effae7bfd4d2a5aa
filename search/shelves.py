"""The shelf of this process: read once, and after that only what has changed since."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet

from pages.models import BasePage
from pages.visibility import visible
from search.models import PageProfile
from search.profiles import VERSION, Profile, loaded, profiles_of, specific_pages, suggested_types
from search.shelf import Shelf

# A transaction that began earlier may commit after a later one, so what is only that old is read again.
OVERLAP = 60 * 10**9
MOST_ON_THE_SPOT = 1_000  # a site of that size has run `manage.py related`


@dataclass
class Kept:
    """What was read last: the state of the table, its profiles and the shelf of them."""

    state: tuple[str, int, int] = ("", 0, 0)
    profiles: dict[int, Profile] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=lambda: Shelf([]))


_kept = Kept()
_lock = threading.Lock()


def current_shelf() -> Shelf:
    """The profiles as they are in the database now; costs one query if nothing has changed."""
    rows = PageProfile.objects.filter(version=VERSION)
    counted = rows.aggregate(count=Count("pk"), latest=Max("stamp"))
    state = (str(connection.settings_dict["NAME"]), counted["count"], counted["latest"] or 0)
    with _lock:
        if _kept.state != state:
            _refresh(state)
        return _kept.shelf


def fresh_shelf() -> Shelf:
    """The same, read wholly anew."""
    with _lock:
        _kept.state = ("", 0, 0)
        _kept.profiles = {}
    return current_shelf()


def complete_shelf(most: int = MOST_ON_THE_SPOT) -> Shelf:
    """The current shelf with the pages that the worker has not come to yet; of these, so many are read on the spot."""
    shelf = current_shelf()
    read = [profile for model, ids in without_profile(most) for profile in profiles_of(specific_pages(model, ids))]
    return Shelf([*shelf.profiles, *read]) if read else shelf


def without_profile(most: int) -> list[tuple[type[BasePage], list[int]]]:
    """The newest of the pages without a profile of this version, by type."""
    models = {ContentType.objects.get_for_model(model).pk: model for model in suggested_types()}
    pages = visible().filter(content_type__in=list(models))
    pages = pages.exclude(Exists(PageProfile.objects.filter(pk=OuterRef("pk"), version=VERSION)))
    found: dict[int, list[int]] = {}
    for kind, pk in pages.order_by("-pk").values_list("content_type_id", "pk")[:most]:
        found.setdefault(kind, []).append(pk)
    return [(models[kind], ids) for kind, ids in found.items()]


def _refresh(state: tuple[str, int, int]) -> None:
    rows = PageProfile.objects.filter(version=VERSION)
    known = _kept.profiles if _kept.state[0] == state[0] else {}
    recent = rows.filter(stamp__gt=_kept.state[2] - OVERLAP) if known else rows
    if known:
        stamps = recent.values_list("pk", "stamp")
        recent = rows.filter(pk__in=[pk for pk, stamp in stamps if pk not in known or known[pk].stamp != stamp])
    known = {**known, **read(recent)}
    present = set(rows.values_list("pk", flat=True)) if len(known) != state[1] else set(known)
    if not present <= set(known):  # rows that were put back with an old stamp
        known = read(rows)
    _kept.profiles = {pk: profile for pk, profile in known.items() if pk in present}
    _kept.shelf = Shelf(list(_kept.profiles.values()))
    _kept.state = state


def read(rows: QuerySet[PageProfile]) -> dict[int, Profile]:
    """The profiles of these rows without their words, which take more room than all the rest."""
    found = rows.defer("words").annotate(kind=F("page__content_type_id"))
    return {row.pk: loaded(row, row.kind) for row in found.iterator(chunk_size=500)}
