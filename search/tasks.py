"""What the worker does for the index."""

from django_tasks import task
from wagtail.documents import get_document_model

from search.document_texts import keep_text
from search.rebuilding import index_stale
from search.staleness import mark_offering


@task()
def index_stale_pages() -> int:
    """Indexes the pages anew of which something has changed; how many."""
    total = 0
    while done := index_stale():
        total += done
    return total


@task()
def read_document_text(document_id: int) -> None:
    """Keeps the text of an uploaded document; pages that offer it are found by it from then on."""
    if keep_text(document_id):
        mark_offering(document_id, get_document_model())
