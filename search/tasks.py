"""What the worker does for the index."""

from django_tasks import task

from search.document_texts import keep_text
from search.rebuilding import index_stale, rebuild
from search.staleness import mark_offering
from search.versions import is_outdated


@task()
def index_stale_pages() -> int:
    """Indexes the pages anew of which something has changed; how many."""
    total = 0
    while done := index_stale():
        total += done
    return total


@task()
def read_document_text(document_id: int) -> None:
    """Keeps the text of an uploaded document; pages that offer it are found by it from then on.

    They are looked at again even if the text is known: the document may have gone to a collection that is closed.
    """
    keep_text(document_id)
    mark_offering([document_id])


@task()
def renew_outdated_index() -> None:
    """Makes the index anew if an older analyser made it and nobody has done so meanwhile."""
    if is_outdated():
        for _done, _total in rebuild():
            pass
