import datetime
import logging
import signal
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

logger = logging.getLogger(__name__)

INTERVAL = 60  # seconds; an editor who plans by the minute sees the page appear in that minute
HOUR = 3600


class Command(BaseCommand):
    help = (
        "Publishes and unpublishes what is due every minute, has pictures looked after every hour, and does what is "
        "daily, until it is told to stop."
    )

    is_stopping = False
    next_look = 0.0  # on the clock that never goes back
    tidied_on: datetime.date | None = None

    def handle(self, **options):
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while not self.is_stopping:
            close_old_connections()
            publish_due()
            self.look_after_pictures()
            self.tidy_daily()
            self.wait(INTERVAL - time.time() % INTERVAL)

    def stop(self, *received):
        # A page that is being published is finished first.
        self.is_stopping = True

    def wait(self, seconds: float):
        """Sleeps in short naps: Python goes on sleeping after a signal."""
        until = time.monotonic() + seconds
        while not self.is_stopping and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))

    def look_after_pictures(self):
        """The worker does it, which may take long; an hour is how long a lost file is missed at most."""
        if time.monotonic() >= self.next_look:
            self.next_look = time.monotonic() + HOUR
            run(
                "renditions",
                "Having the pictures looked after failed; the next try is in %s seconds.",
                HOUR,
                later=True,
            )

    def tidy_daily(self):
        if self.tidied_on != timezone.localdate():
            self.tidied_on = timezone.localdate()
            for name in settings.DAILY_COMMANDS:
                run(name)


def publish_due() -> None:
    """One round; whatever goes wrong is logged, because the next round has to come."""
    run("publish_scheduled", "Publishing what is due failed; the next try is in %s seconds.", INTERVAL)


def run(
    name: str, complaint: str = "The daily %s failed; the next try is tomorrow.", *details: object, **options
) -> None:
    try:
        call_command(name, **options)
    except Exception:  # any page, receiver or lost database may raise here
        logger.exception(complaint, *(details or [name]))
