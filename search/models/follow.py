from typing import Any

from django.db import models
from wagtail.models import Page

DAYS_KEPT = 396  # thirteen months: this month beside the same month of last year


class FollowCountQuerySet(models.QuerySet["FollowCount"]):
    def per_way(self) -> "models.QuerySet[Any, Any]":
        """How often each way between two pages was followed, most followed first."""
        return (
            self.values("from_page", "to_page")
            .annotate(total=models.Sum("count"), last_day=models.Max("day"))
            .order_by("-total", "from_page", "to_page")
        )


class FollowCount(models.Model):
    """How often visitors went from one page to another on one day. Nothing about who they were."""

    from_page = models.ForeignKey(Page, verbose_name="van", on_delete=models.CASCADE, related_name="+")
    to_page = models.ForeignKey(Page, verbose_name="naar", on_delete=models.CASCADE, related_name="+")
    day = models.DateField("dag", db_index=True)
    count = models.PositiveIntegerField("keer")

    objects = FollowCountQuerySet.as_manager()

    class Meta:
        verbose_name = "gevolgde weg"
        verbose_name_plural = "gevolgde wegen"
        constraints = [
            models.UniqueConstraint(fields=["from_page", "to_page", "day"], name="one_count_per_way_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.from_page} → {self.to_page}, {self.day:%d-%m-%Y}: {self.count}"
