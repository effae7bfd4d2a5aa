import datetime

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.models.follow import DAYS_KEPT, FollowCount


class Command(BaseCommand):
    help = f"Forgets what visitors followed more than {DAYS_KEPT} days ago; the scheduler does so every day."

    def handle(self, **options: object) -> None:
        first_kept = timezone.localdate() - datetime.timedelta(days=DAYS_KEPT)
        forgotten, _ = FollowCount.objects.filter(day__lt=first_kept).delete()
        self.stdout.write(f"{forgotten} day counts forgotten.")
