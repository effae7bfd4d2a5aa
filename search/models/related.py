from django.db import models


class RelatedItem(models.Model):
    """The machine's choice: this target belongs with this source, for these reasons. Written by the worker only."""

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
