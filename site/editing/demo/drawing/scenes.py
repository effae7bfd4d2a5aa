"""The twenty scenes by name, with what there is to see on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from . import scenes_civic as civic
from . import scenes_land as land
from . import scenes_town as town
from . import scenes_work as work
from .canvas import Canvas
from .colour import PAPER

WIDTH, HEIGHT = 1800, 1200


@dataclass(frozen=True)
class Scene:
    """A drawn scene; ``title`` and ``alt`` are Dutch, for editors and readers."""

    title: str
    alt: str
    draw: Callable[[Canvas], None]


SCENES: dict[str, Scene] = {
    "raadzaal": Scene(
        "Raadzaal",
        "Tekening van een raadzaal met hoge boogramen, waarin raadsleden op de rug gezien naar de voorzitter kijken.",
        civic.raadzaal,
    ),
    "gemeentehuis": Scene(
        "Gemeentehuis",
        "Tekening van een bakstenen gemeentehuis met een toren en bogen, met wandelaars en een fietser op het plein.",
        civic.gemeentehuis,
    ),
    "netwerk": Scene(
        "Netwerk van gemeenten",
        "Tekening van kleine stadjes in een lappendeken van velden, in de schemering verbonden door bogen van licht.",
        land.netwerk,
    ),
    "stadsplein": Scene(
        "Stadsplein",
        "Tekening van een stadsplein met bomen, parasols, voetgangers en een fietser in de middagzon.",
        town.stadsplein,
    ),
    "polder": Scene(
        "Polder",
        "Tekening van een polder met een sloot, grazende koeien en een molen onder een hoge wolkenlucht.",
        land.polder,
    ),
    "kade": Scene(
        "Kade",
        "Tekening van een kade met trapgevels en bomen, en een vrachtschip dat in het water ligt.",
        town.kade,
    ),
    "serverruimte": Scene(
        "Serverruimte",
        "Tekening van een gang met rijen servers en gekleurde lampjes, waarin iemand voor een boogvormige deur loopt.",
        work.serverruimte,
    ),
    "balie": Scene(
        "Balie",
        (
            "Tekening van een bezoeker op de rug gezien aan de balie van het gemeentehuis, met een medewerker achter "
            "de balie."
        ),
        civic.balie,
    ),
    "werkgroep": Scene(
        "Werkgroep",
        "Tekening van zes mensen rond een tafel met papieren en koffie, met gekleurde briefjes aan de muur.",
        work.werkgroep,
    ),
    "bibliotheek": Scene(
        "Bibliotheek",
        "Tekening van een bibliotheek met boekenkasten in bogen en twee lezers aan een tafel met een lamp.",
        work.bibliotheek,
    ),
    "brug": Scene(
        "Brug",
        "Tekening van een stenen boogbrug in het avondlicht, met fietsers op de brug en een zeilboot ervoor.",
        town.brug,
    ),
    "vuurtoren": Scene(
        "Vuurtoren",
        "Tekening van een rood-witte vuurtoren in de duinen, met twee wandelaars op het pad en zeilboten op zee.",
        land.vuurtoren,
    ),
    "markt": Scene(
        "Markt",
        "Tekening van een weekmarkt met gestreepte kramen, kisten groente en fruit en mensen die boodschappen doen.",
        town.markt,
    ),
    "fietsers": Scene(
        "Fietsers op de dijk",
        "Tekening van drie fietsers op een dijk langs het water, met schapen in het gras en een lage zon.",
        land.fietsers,
    ),
    "kantoor": Scene(
        "Kantoor",
        "Tekening van een vrouw achter een laptop aan een bureau, bij een groot boograam met uitzicht op de stad.",
        work.kantoor,
    ),
    "woonwijk": Scene(
        "Woonwijk",
        "Tekening van een straat met rijtjeshuizen, zonnepanelen en heggen, waar kinderen met een bal spelen.",
        town.woonwijk,
    ),
    "trein": Scene(
        "Trein",
        "Tekening van een geel-blauwe trein op een viaduct met bogen, met een fietser in de velden ervoor.",
        land.trein,
    ),
    "nacht": Scene(
        "Gemeentehuis bij nacht",
        "Tekening van een gemeentehuis in de nacht, waar achter één raam nog licht brandt.",
        civic.nacht,
    ),
    "tafel": Scene(
        "Ronde tafel",
        "Tekening van acht mensen aan een ronde tafel, recht van boven gezien, met papieren, laptops en kopjes.",
        work.tafel,
    ),
    "heide": Scene(
        "Heide",
        "Tekening van een herder met schapen op een bloeiende paarse heide, met berken op de voorgrond.",
        land.heide,
    ),
}


def draw_scene(name: str) -> Image.Image:
    """One scene, 1800 by 1200 pixels; the same for every run."""
    canvas = Canvas(WIDTH, HEIGHT, PAPER)
    SCENES[name].draw(canvas)
    return canvas.finish()
