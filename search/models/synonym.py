"""Words and abbreviations that mean the same, kept by the editors."""

import re
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel

SEPARATOR = re.compile(r"[,;\n]")
Version = tuple[int, datetime | None]


def parts_of(text: str) -> list[str]:
    """The words and phrases of a set in their order, each once, whatever stands between them."""
    parts: dict[str, str] = {}
    for part in SEPARATOR.split(text):
        word = " ".join(part.split())
        if word:
            parts.setdefault(word.casefold(), word)
    return list(parts.values())


class Synonym(models.Model):
    """One set: who searches for one of its words, finds the pages with the others too."""

    words = models.CharField(
        "woorden",
        max_length=500,
        help_text=(
            "Woorden en afkortingen die hetzelfde betekenen, met komma's ertussen. Bijvoorbeeld: Woo, Wet open "
            "overheid, Wob. Wie op een van die woorden zoekt, vindt ook de pagina's met de andere. Meervoud en "
            "vervoeging hoeven er niet bij."
        ),
    )
    changed_at = models.DateTimeField("bewerkt", auto_now=True)

    panels = [FieldPanel("words")]

    class Meta:
        verbose_name = "synoniem"
        verbose_name_plural = "synoniemen"
        ordering = ["-changed_at", "-pk"]  # what was made last stands on top

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        words = parts_of(self.words)
        if len(words) < 2:
            raise ValidationError({"words": "Vul minstens twee woorden in, met een komma ertussen."})
        self.words = ", ".join(words)


_read: tuple[Version, list[list[str]]] = ((-1, None), [])


def synonym_sets() -> list[list[str]]:
    """All sets, each of two or more words or phrases as the editors typed them.

    A change counts at once, in every process: each call asks the database in one small query whether there was one.
    As long as there was none, the very same list comes back, so that what was made of it can be kept with it.
    """
    global _read
    found = Synonym.objects.aggregate(count=models.Count("pk"), last=models.Max("changed_at"))
    version: Version = (found["count"], found["last"])
    if version != _read[0]:
        texts = Synonym.objects.order_by("pk").values_list("words", flat=True)
        _read = (version, [words for text in texts if len(words := parts_of(text)) > 1])
    return _read[1]
