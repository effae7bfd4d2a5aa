"""Whether the index was made by the analyser that runs now.

The two have to agree: terms of an older analyser may mean something else, or never be asked for. After a change of the
analyser `manage.py migrate` leaves the rebuild to the worker. Until it is done visitors find pages by exactly the words
they type, staff see a notice on their home page, and `manage.py check --database default` warns.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import DatabaseError, connections
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from search.models import IndexedPage
from search.weights import VERSION

FEW = 50  # pages that whoever migrates can wait for


def is_outdated(using: str = "default") -> bool:
    """Whether a page in the index was put there by another analyser."""
    return IndexedPage.objects.using(using).exclude(version=VERSION).exists()


def renew_after_migration(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """After a migration: a new release may have brought a new analyser, and a new site its first page."""
    from search.rebuilding import findable_ids, rebuild  # these import the whole index
    from search.tasks import renew_outdated_index

    if IndexedPage._meta.db_table not in connections[using].introspection.table_names():
        return
    if not IndexedPage.objects.exists() and len(findable_ids()) <= FEW:
        for _done, _total in rebuild():
            pass
        for page in Page.objects.order_by("pk")[:FEW]:  # the admin's own search never heard of what migrations wrote
            insert_or_update_object(page)
    elif is_outdated(using):
        renew_outdated_index.enqueue()


@checks.register(checks.Tags.database)
def check_version(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """A warning if the index waits to be made anew."""
    try:
        found = any(is_outdated(using) for using in databases or ())
    except DatabaseError:  # the first migration is still to come
        return []
    message = "The search index was made by an older analyser; visitors find pages by exact words only."
    hint = "The worker makes it anew after `manage.py migrate`; `manage.py search_index` does so at once."
    return [checks.Warning(message, hint=hint, id="search.W001")] if found else []
