from typing import Any

from django.core.management.base import BaseCommand

from search.models import IndexedPage
from search.tasks import index_stale_pages, renew_outdated_index
from search.versions import is_outdated


class Command(BaseCommand):
    help = "Has the worker do for the search index what it left undone, because it was killed or its task was lost."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_outdated():
            renew_outdated_index.enqueue()
        elif IndexedPage.objects.filter(is_stale=True).exists():
            index_stale_pages.enqueue()
