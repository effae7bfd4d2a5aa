"""What loading the demo leaves to the worker that has been done by then."""

from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

from search.tasks import index_stale_pages

DONE = (update_reference_index_task, insert_or_update_object_task)


def drop() -> None:
    """Both of Wagtail's indexes were made as a whole; the worker would do that again, row by row and a thousand times."""
    waiting = DBTaskResult.objects.ready()
    waiting.filter(task_path__in=[task.module_path for task in DONE]).delete()
    asked = waiting.filter(task_path=index_stale_pages.module_path)
    asked.exclude(pk=asked.values("pk")[:1]).delete()  # one of them indexes all pages
