from django.core.management.base import BaseCommand

from serving.limits import forget_old_attempts


class Command(BaseCommand):
    help = "Removes the attempts to log in that count no longer; the scheduler does so every day."

    def handle(self, **options):
        self.stdout.write(f"{forget_old_attempts()} attempts removed.")
