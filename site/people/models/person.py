from django.conf import settings
from django.contrib.admin import display
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from people.finding import FoundByName, FoundByNameQuerySet
from people.panels import DepictionsPanel


class PersonName(models.Model):
    """A Dutch name in its parts, so that it sorts and is cited as the Dutch do: `Velde, M. van der`."""

    given_name = models.CharField("voornaam", max_length=80, blank=True)
    infix = models.CharField("tussenvoegsel", max_length=30, blank=True, help_text="Bijvoorbeeld: van der")
    family_name = models.CharField("achternaam", max_length=120)

    class Meta:
        abstract = True

    @property
    def full_name(self) -> str:
        """`Marijke van der Velde`; an elided infix such as d' stands against the name."""
        name = " ".join(part for part in (self.given_name, self.infix, self.family_name) if part)
        return name.replace("d' ", "d'")

    @property
    def sort_name(self) -> str:
        """`Velde, Marijke van der`: the infix does not count in Dutch alphabetical order."""
        first = " ".join(part for part in (self.given_name, self.infix) if part)
        return f"{self.family_name}, {first}" if first else self.family_name

    @property
    def citation_name(self) -> str:
        """`Velde, M. van der`, as a Dutch reference list writes an author; `Hendrik-Jan` gives `H.-J.`."""
        initials = " ".join(
            "-".join(initial_of(part) for part in name.split("-") if part) for name in self.given_name.split()
        )
        first = " ".join(part for part in (initials, self.infix) if part)
        return f"{self.family_name}, {first}" if first else self.family_name


def initial_of(name: str) -> str:
    """`M.` of Marijke; the Dutch ij is one letter: `IJ.` of IJsbrand."""
    return "IJ." if name.upper().startswith("IJ") else f"{name[0]}."


class Person(PersonName, FoundByName):
    """Somebody who appears on pages; visible only through a live, public page on which they appear."""

    role = models.CharField("functie", max_length=120, blank=True, help_text="De functie van nu.")
    organisation = models.ForeignKey(
        "people.Organisation", verbose_name="organisatie", null=True, blank=True, on_delete=models.SET_NULL
    )
    municipality = models.ForeignKey(
        "people.Municipality",
        verbose_name="gemeente",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        help_text="De gemeente van nu. Een portret bewaart zelf de gemeente van toen.",
    )
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="foto",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    on_deletion = (
        "De pagina’s blijven staan. Deze persoon hoort er dan niet meer bij als geportretteerde, auteur of spreker, en "
        "staat niet meer bij de foto’s. De teksten zelf veranderen niet. Moet een portret van de site? Haal dat dan "
        "eerst offline."
    )

    objects = FoundByNameQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("given_name"), FieldPanel("infix"), FieldPanel("family_name")])],
            heading="Naam",
        ),
        FieldPanel("role"),
        FieldPanel("organisation"),
        FieldPanel("municipality"),
        FieldPanel("photo"),
        DepictionsPanel(heading="Foto’s met deze persoon"),
    ]

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        ordering = ["found_as", "pk"]  # by family name, the same on every database: Łódź before Ng

    def __str__(self) -> str:
        return self.full_name

    @display(description="naam", ordering="found_as")
    def listed_name(self) -> str:
        """The name as the staff's list shows and sorts it."""
        return self.sort_name

    def names_to_find(self) -> list[str]:
        return [self.sort_name, self.full_name]  # the first is what lists are sorted by
