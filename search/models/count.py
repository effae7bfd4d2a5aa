"""How often something was searched for, by day; nothing about who searched."""

from django.db import models

LONGEST_QUERY = 100  # characters; what is longer was pasted, and may say more about the visitor than about the site


class SearchCount(models.Model):
    """So many searches for this on this day, and how many pages the last of them found."""

    day = models.DateField("dag")
    query = models.CharField("zoekopdracht", max_length=LONGEST_QUERY)
    times = models.PositiveIntegerField("keer gezocht")
    found = models.PositiveIntegerField("gevonden")

    class Meta:
        verbose_name = "telling van zoekopdrachten"
        verbose_name_plural = "tellingen van zoekopdrachten"
        constraints = [models.UniqueConstraint(fields=["day", "query"], name="one_count_per_day_and_query")]
        indexes = [models.Index(fields=["query", "day"], name="search_count_by_query")]

    def __str__(self) -> str:
        return f"{self.query} ({self.times})"


class IgnoredQuery(models.Model):
    """The staff need not see this in the report of what is searched."""

    query = models.CharField("zoekopdracht", max_length=LONGEST_QUERY, unique=True)

    class Meta:
        verbose_name = "genegeerde zoekopdracht"
        verbose_name_plural = "genegeerde zoekopdrachten"

    def __str__(self) -> str:
        return self.query
