"""The shelf of this process: read once, and after that only what has changed since."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Count, Max

from search.models import PageProfile
from search.profiles import VERSION, Profile, loaded, pages_by_type, profiles_of, specific_pages
from search.shelf import Shelf

# A transaction that began earlier may commit after a later one, so what is only that old is read again.
OVERLAP = 60 * 10**9
MOST_ON_THE_SPOT = 1_000  # of each type; a site of that size has run `manage.py related`


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


def complete_shelf() -> Shelf:
    """The current shelf with the pages that the worker has not come to yet; these are read on the spot."""
    shelf = current_shelf()
    lacking = [
        (model, missing)
        for model, ids in pages_by_type()
        if (missing := [pk for pk in ids if pk not in shelf.row_of][:MOST_ON_THE_SPOT])
    ]
    if not lacking:
        return shelf
    read = [profile for model, ids in lacking for profile in profiles_of(specific_pages(model, ids))]
    return Shelf([*shelf.profiles, *read])


def _refresh(state: tuple[str, int, int]) -> None:
    rows = PageProfile.objects.filter(version=VERSION)
    known = _kept.profiles if _kept.state[0] == state[0] else {}
    changed = rows.filter(stamp__gt=_kept.state[2] - OVERLAP) if known else rows
    known = {**known, **{row.pk: loaded(row) for row in changed.iterator()}}
    present = set(rows.values_list("pk", flat=True)) if len(known) != state[1] else set(known)
    if not present <= set(known):  # rows that were put back with an old stamp
        known = {row.pk: loaded(row) for row in rows.iterator()}
    _kept.profiles = {pk: profile for pk, profile in known.items() if pk in present}
    _kept.shelf = Shelf(list(_kept.profiles.values()))
    _kept.state = state
