"""Under which terms a picture may be shown, and until when."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

WARNING_DAYS = 60  # how long before the end of a licence the editors are warned


class Licence(models.TextChoices):
    """What allows the site to show a picture."""

    OWN = "own", "Eigen beeld: de rechten zijn van ons"
    PERMISSION = "permission", "Toestemming van de maker"
    STOCK = "stock", "Gekocht bij een beeldbank"
    CC_BY = "cc-by", "Creative Commons: naamsvermelding (CC BY)"
    CC_BY_SA = "cc-by-sa", "Creative Commons: naamsvermelding, gelijk delen (CC BY-SA)"
    FREE = "free", "Vrij van rechten (CC0 of publiek domein)"


# What a licence asks to stand behind the name of the maker.
NAMED_LICENCES: dict[str, str] = {Licence.CC_BY: "CC BY", Licence.CC_BY_SA: "CC BY-SA"}


def sensible_end(day: datetime.date) -> None:
    """Refuses a year that can only be a slip of the finger."""
    if not 2000 <= day.year <= 2100:
        raise ValidationError("Kies een datum tussen 2000 en 2100.")


def last_warned_day() -> datetime.date:
    """The last day of which an ending licence is on the warning list today."""
    return timezone.localdate() + datetime.timedelta(days=WARNING_DAYS)
