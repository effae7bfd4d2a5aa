"""What related items are made from, and what was made. Written by the worker and by `manage.py related` only."""

from django.db import models


class PageProfile(models.Model):
    """What a published page is about, packed small: enough to compare it with every other page."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="related_profile"
    )
    version = models.CharField(max_length=20)
    terms = models.BinaryField()
    subjects = models.BinaryField()
    aspects = models.BinaryField()
    words = models.JSONField(default=dict)
    facets = models.JSONField(default=list)
    links = models.JSONField(default=list)
    day = models.PositiveIntegerField(default=0)
    is_suggested = models.BooleanField(default=True)
    is_stale = models.BooleanField(default=True, help_text="The page changed; its profile and list must be made anew.")
    list_is_stale = models.BooleanField(default=True, help_text="Only its list must be made anew.")
    stamp = models.BigIntegerField(default=0, db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["page"], name="stale_profiles", condition=models.Q(is_stale=True)),
            models.Index(fields=["page"], name="stale_lists", condition=models.Q(list_is_stale=True)),
        ]

    def __str__(self) -> str:
        return str(self.page_id)


class RelatedItem(models.Model):
    """The machine's choice: this target belongs with this source, for these reasons."""

    source = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_items")
    target = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="suggested_with")
    rank = models.PositiveSmallIntegerField()
    score = models.FloatField()
    reasons = models.JSONField(default=list)

    class Meta:
        ordering = ["source", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="one_item_per_target"),
            models.UniqueConstraint(fields=["source", "rank"], name="one_item_per_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"
