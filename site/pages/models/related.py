from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

# Neither has a unique constraint: publishing writes row by row, and a draft in which two rows swapped their pages would
# break half-way. The form drops the second of two equal rows, and readers take the first.


class RelatedPin(Orderable):
    """The editor wants this target shown with the page; part of the page's draft."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_pins")
    target = models.ForeignKey(
        "wagtailcore.Page", verbose_name="pagina", on_delete=models.CASCADE, related_name="pinned_by"
    )

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = "vastgezette pagina"
        verbose_name_plural = "vastgezette pagina's"

    def __str__(self) -> str:
        return str(self.target)


class RelatedRefusal(models.Model):
    """The editor never wants this target suggested with the page; part of the page's draft."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_refusals")
    target = models.ForeignKey(
        "wagtailcore.Page", verbose_name="pagina", on_delete=models.CASCADE, related_name="refused_by"
    )

    panels = [PageChooserPanel("target")]

    class Meta:
        verbose_name = "niet voorgestelde pagina"
        verbose_name_plural = "niet voorgestelde pagina's"

    def __str__(self) -> str:
        return str(self.target)
