"""The descriptions of the pictures on a page: asked before it is published, and questioned when one stands out.

Refused is only what is never right: no description and no ‘Alleen versiering’, or the name of a file. A draft is always
kept. Whatever may be right is asked about after saving, and the editor who knows better goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import StructValue

from media.alt_text import doubt, fault
from pages.body_values import values_in
from pages.questions import few

MISSING = "Beschrijf de foto, of vink ‘Alleen versiering’ aan."


@dataclass(frozen=True)
class Described:
    """A picture in one place on a page, with its description there."""

    place: str
    title: str  # of the picture in the library
    alt: str
    is_decorative: bool

    @property
    def question(self) -> str:
        """What the editor may want to look at again; empty if nothing stands out."""
        return "" if self.is_decorative else doubt(self.alt, self.title)


def complaint(alt: str, is_decorative: bool) -> str:
    """Why a picture with this description cannot be published; empty if it can."""
    if is_decorative:
        return ""
    return fault(alt) if alt.strip() else MISSING


def described(page) -> Iterator[Described]:
    """Every picture on the page that has a description or needs one, from top to bottom."""
    if page.image:
        yield Described("De foto boven aan de pagina", page.image.title, page.image_alt, page.image_is_decorative)
    for value in pictures_in(page.body):
        if value["image"]:
            place = f"De foto ‘{value['image'].title}’ in de tekst"
            yield Described(place, value["image"].title, value["alt"] or "", bool(value["is_decorative"]))


def pictures_in(body: Any) -> Iterator[StructValue]:
    """The values of all picture blocks in a body, however deep."""
    for value in values_in(body):
        if isinstance(value, StructValue) and {"image", "alt"} <= value.keys():
            yield value


def questions(page) -> list[str]:
    """A sentence for each description on the page that stands out, the first few."""
    found = [f"{picture.place}: {picture.question}" for picture in described(page) if picture.question]
    return few(found)
