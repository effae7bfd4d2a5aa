from django.db import models


class Attempt(models.Model):
    """Something of which there may be only so many in a while; who did it can be recognised, not read."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "poging"
        verbose_name_plural = "pogingen"
        indexes = [models.Index(fields=["key", "at"], name="serving_attempt_by_key")]

    def __str__(self):
        return f"{self.key[:8]} {self.at:%d-%m-%Y %H:%M}"
