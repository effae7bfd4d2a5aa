"""The worker, inside a test and its transaction."""

from contextlib import suppress

from django.core.exceptions import ObjectDoesNotExist
from django_tasks_db.models import DBTaskResult


def work() -> None:
    """Does everything that waits for the worker, as `manage.py db_worker` does, also what that leads to."""
    while waiting := list(DBTaskResult.objects.ready()):
        DBTaskResult.objects.filter(pk__in=[result.pk for result in waiting]).delete()
        for result in waiting:
            with suppress(ObjectDoesNotExist):  # Wagtail's own, about what has been deleted since
                result.task.call(*result.args_kwargs["args"], **result.args_kwargs["kwargs"])
