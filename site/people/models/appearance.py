from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class Appearance(Orderable):
    """This person is on this page: portrayed, as author, quoted or pictured."""

    class Role(models.TextChoices):
        PORTRAYED = "portrayed", "geportretteerd"
        AUTHOR = "author", "auteur"
        QUOTED = "quoted", "aan het woord"
        PICTURED = "pictured", "in beeld"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="appearances")
    person = models.ForeignKey(
        "people.Person", verbose_name="persoon", on_delete=models.CASCADE, related_name="appearances"
    )
    role = models.CharField("rol op deze pagina", max_length=10, choices=Role, default=Role.QUOTED)

    panels = [FieldRowPanel([FieldPanel("person"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        verbose_name = "persoon op deze pagina"
        verbose_name_plural = "personen op deze pagina"
        constraints = [
            models.UniqueConstraint(fields=["page", "person", "role"], name="one_appearance_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"
