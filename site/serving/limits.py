"""How often something may be tried, counted in the database, so that all processes count together.

Kept are a moment and a key that is made of name and address with the secret key: from it neither can be read back.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from serving.models import Attempt

LONGEST = timedelta(hours=1)  # of all limits; older attempts count nowhere


@dataclass(frozen=True)
class Limit:
    """At most so many attempts of the same people within a period."""

    name: str
    most: int
    period: timedelta

    def note(self, *whose: str) -> Attempt | None:
        """Notes an attempt; None if it is one too many.

        It is noted before anything is tried, so that many at the same moment do not slip through together. One too
        many is forgotten at once, so that who waits for the period may try again.
        """
        now = timezone.now()
        attempt = Attempt.objects.create(key=self.key(whose), at=now)
        if Attempt.objects.filter(key=attempt.key, at__gt=now - self.period).count() <= self.most:
            return attempt
        attempt.delete()
        return None

    def forget(self, *whose: str) -> None:
        """Begins at nothing again."""
        Attempt.objects.filter(key=self.key(whose)).delete()

    def key(self, whose: tuple[str, ...]) -> str:
        return salted_hmac(f"serving.limits.{self.name}", repr(whose), algorithm="sha256").hexdigest()


def note_all(*counted: tuple[Limit, tuple[str, ...]]) -> list[Attempt]:
    """An attempt under each limit; an empty list, and nothing noted, if one of them is reached."""
    noted: list[Attempt] = []
    for limit, whose in counted:
        attempt = limit.note(*whose)
        if attempt is None:
            for other in noted:
                other.delete()
            return []
        noted.append(attempt)
    return noted


def forget_old_attempts() -> int:
    """Removes what counts nowhere any more; says how many those were."""
    return Attempt.objects.filter(at__lt=timezone.now() - LONGEST).delete()[0]
