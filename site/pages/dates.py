"""Which dates make sense on this site."""

import datetime

from django.core.exceptions import ValidationError

EARLIEST = datetime.date(2000, 1, 1)
LATEST = datetime.date(2100, 12, 31)


def sensible_date(day: datetime.date) -> None:
    """Refuses a year that can only be a slip of the finger, such as 24 or 9999."""
    if not EARLIEST <= day <= LATEST:
        raise ValidationError("Kies een datum tussen 2000 en 2100.")
