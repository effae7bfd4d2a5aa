"""The rows that belong to a page and travel with its drafts: themes, people, sessions, sources."""

from functools import cache
from typing import Any

from django.db.models import Model

from pages.prepared import prepared
from pages.visit import current_visit


def children(page: Model, relation: str, *joined: str) -> list:
    """The rows of one relation in the editor's order, with these relations of theirs joined in.

    A page that is made for a visitor is as the database has it; a draft has its own, maybe never saved.
    """
    if relation in getattr(page, "_prefetched_objects_cache", {}):
        return list(getattr(page, relation).all())
    if current_visit() and page.pk:
        return finder(type(page), relation, joined)(page.pk)
    rows = getattr(page, relation).all()
    return list(rows.select_related(*joined) if joined else rows)


@cache
def finder(model: type[Model], relation: str, joined: tuple[str, ...]):
    """Finds the rows of this relation by the id of the page."""
    link: Any = model._meta.get_field(relation)

    @prepared
    def by_page(pk):
        rows = link.related_model._default_manager.filter(**{link.field.name: pk})
        return rows.select_related(*joined) if joined else rows  # without a name, Django joins everything in

    return by_page
