"""Pages whose words stand elsewhere: the name of a theme, a person or a municipality, the text of a document.

When one of these changes, its pages are marked in the same transaction, and the worker indexes them anew.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from pages.models import BasePage
from search.models import IndexedPage

# Relations of all pages, whatever their type.
SHARED = ("theme_links__theme", "appearances__person")


@cache
def naming() -> dict[type[Model], tuple[tuple[type[BasePage], str], ...]]:
    """For every model whose names pages are found by: which pages name it, and by which lookup."""
    found: dict[type[Model], dict[tuple[type[BasePage], str], None]] = defaultdict(dict)
    for page_model in apps.get_models():
        if issubclass(page_model, BasePage):
            for path in relations_of(page_model):
                if target := _end_of(page_model, path):
                    found[target][page_model, path] = None
    return {model: tuple(pages) for model, pages in found.items()}


def relations_of(page_model: type[BasePage]) -> set[str]:
    """The relations through which pages of this type get their names: `municipality`, `theme_links__theme`."""
    facets = {facet.value.rpartition("__")[0] for facet in page_model.facet_declarations}
    related = {field.field_name for field in page_model.search_fields if isinstance(field, index.RelatedFields)}
    return {path for path in (*SHARED, *facets, *related) if path and _end_of(page_model, path)}


def _end_of(model: type[Model], path: str) -> type[Model] | None:
    """The model to which relations lead; None if the path is not of relations (a date and its year)."""
    for step in path.split("__"):
        related = model._meta.get_field(step).related_model
        if not isinstance(related, type):
            return None
        model = related
    return model


def mark_named(instance: Model) -> None:
    """Marks the pages that name this row."""
    for page_model, path in naming().get(type(instance), ()):
        mark(page_model.objects.filter(**{path: instance.pk}).values("pk"))


def mark_offering(document_ids: Iterable[int]) -> None:
    """Marks the pages that offer one of these documents."""
    kind = ContentType.objects.get_for_model(get_document_model())
    references = ReferenceIndex.objects.filter(
        to_content_type=kind,
        to_object_id__in=[str(pk) for pk in document_ids],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    mark({int(pk) for pk in references.values_list("object_id", flat=True) if pk.isdigit()})


def mark(page_ids: Collection[int] | QuerySet[Any, Any]) -> None:
    """Marks these pages as stale and lets the worker know; pages that are not in the index do not count."""
    with transaction.atomic():
        # In order, as the worker and other editors do, so that no two wait for each other.
        rows = IndexedPage.objects.filter(pk__in=page_ids)
        if rows.order_by("pk").select_for_update().values_list("pk", flat=True):
            rows.update(is_stale=True)
            ask_the_worker()


def ask_the_worker() -> None:
    from search.tasks import index_stale_pages  # tasks import the index

    transaction.on_commit(lambda: index_stale_pages.enqueue())
