from typing import Any

from django.core.management.base import BaseCommand

from search.counting import DAYS_KEPT, forget_old_counts


class Command(BaseCommand):
    help = f"Removes the counts of what was searched more than {DAYS_KEPT} days ago; the scheduler does so every day."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{forget_old_counts()} counts removed.")
