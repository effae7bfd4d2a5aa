from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from people.finding import FoundByName, FoundByNameQuerySet

# How people call a province besides its name on the list of Statistics Netherlands.
EVERYDAY_PROVINCES = {"friesland": ("Fryslân",), "noord-brabant": ("Brabant",)}


class Province(models.TextChoices):
    """The twelve provinces; the value is what stands in an address (`?provincie=zuid-holland`)."""

    DRENTHE = "drenthe", "Drenthe"
    FLEVOLAND = "flevoland", "Flevoland"
    FRIESLAND = "friesland", "Friesland"
    GELDERLAND = "gelderland", "Gelderland"
    GRONINGEN = "groningen", "Groningen"
    LIMBURG = "limburg", "Limburg"
    NOORD_BRABANT = "noord-brabant", "Noord-Brabant"
    NOORD_HOLLAND = "noord-holland", "Noord-Holland"
    OVERIJSSEL = "overijssel", "Overijssel"
    UTRECHT = "utrecht", "Utrecht"
    ZEELAND = "zeeland", "Zeeland"
    ZUID_HOLLAND = "zuid-holland", "Zuid-Holland"

    @property
    def everyday_names(self) -> tuple[str, ...]:
        """Other names by which people look for this province; empty if there are none."""
        return EVERYDAY_PROVINCES.get(self.value, ())


class MunicipalityQuerySet(FoundByNameQuerySet):
    def existing(self):
        """Municipalities that have not been merged into another."""
        return self.filter(ended__isnull=True)


class Municipality(FoundByName):
    """A Dutch municipality by its CBS code; a merged one stays, with an end date and a successor."""

    code = models.CharField("CBS-code", max_length=6, unique=True, help_text="Bijvoorbeeld: GM0513")
    name = models.CharField("naam", max_length=100)
    slug = models.SlugField("naam in het webadres", max_length=100, unique=True)
    province = models.CharField("provincie", max_length=20, choices=Province)
    everyday_names = models.CharField(
        "andere namen",
        max_length=255,
        blank=True,
        help_text="Namen waaronder mensen de gemeente ook kennen, met komma's ertussen. Bijvoorbeeld: Den Haag.",
    )
    ended = models.DateField(
        "opgeheven op", null=True, blank=True, help_text="De eerste dag waarop de gemeente niet meer bestond."
    )
    successor = models.ForeignKey(
        "self",
        verbose_name="opgegaan in",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )

    objects = MunicipalityQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name", read_only=True), FieldPanel("province", read_only=True)]),
                FieldRowPanel([FieldPanel("code", read_only=True), FieldPanel("slug", read_only=True)]),
            ],
            heading="Uit de lijst van het CBS",
            help_text="Deze gegevens veranderen alleen met een nieuwe lijst (de opdracht ‘gemeenten’).",
        ),
        FieldPanel("everyday_names"),
        MultiFieldPanel([FieldPanel("ended"), FieldPanel("successor")], heading="Herindeling"),
    ]

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["found_as"]  # begins with the name, without accents

    def __str__(self) -> str:
        return self.name if self.ended is None else f"{self.name} (tot {self.ended.year})"

    def names_to_find(self) -> list[str]:
        names = [self.name, self.everyday_names, self.get_province_display()]
        return names + list(Province(self.province).everyday_names)

    def save(self, *args, **kwargs):
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **kwargs)
