"""The place behind someone: far and near planes, sometimes seen through an arched window."""

from __future__ import annotations

from collections.abc import Callable

from . import backdrops_land as land
from . import backdrops_town as town
from .canvas import Canvas
from .colour import darker, lighter
from .curves import arch, box
from .person import Backdrop

WIDTH, HEIGHT = 1200, 1500

Place = Callable[[Canvas, Backdrop], None]

PLACES: dict[str, Place] = {
    "lake": land.lake,
    "polder": land.polder,
    "heath": land.heath,
    "greenhouse": land.greenhouse,
    "forest": land.forest,
    "dyke": land.dyke,
    "coulisses": land.coulisses,
    "turbines": land.turbines,
    "harbour": land.harbour,
    "waterfront": town.waterfront,
    "cathedral": town.cathedral,
    "city_gate": town.city_gate,
    "twin_towers": town.twin_towers,
    "old_street": town.old_street,
    "abbey": town.abbey,
    "big_church": town.big_church,
    "wooden_houses": town.wooden_houses,
    "river_front": town.river_front,
    "arch_bridge": town.arch_bridge,
    "canal": town.canal,
}


def draw_backdrop(canvas: Canvas, backdrop: Backdrop) -> None:
    """Air, place and, indoors, the wall around it."""
    canvas.fade(box(0, 0, WIDTH, HEIGHT * 0.72), backdrop.air, backdrop.low)
    canvas.fill(box(0, HEIGHT * 0.72, WIDTH, HEIGHT), backdrop.low)
    PLACES[backdrop.place](canvas, backdrop)
    # A veil of air keeps the place behind the person.
    canvas.fill(box(0, 0, WIDTH, HEIGHT), lighter(backdrop.low, 0.4), 0.2)
    if backdrop.wall:
        _window(canvas, backdrop)


def _window(canvas: Canvas, backdrop: Backdrop) -> None:
    """An arched window with a deep reveal in a plain wall."""
    wall = backdrop.wall or backdrop.low
    opening = arch(600, 1320, 940, 1240)
    canvas.surround(opening, wall)
    reveal = arch(600, 1320, 940, 1240) + arch(626, 1330, 930, 1222)[::-1]
    canvas.fill(reveal, lighter(wall, 0.45))
    canvas.stroke(opening[1:-1], darker(wall, 0.25), (4, 4, 4), 0.7)
    canvas.fill(box(0, 1320, WIDTH, 1340), lighter(wall, 0.5))
    canvas.fill(box(0, 1340, WIDTH, HEIGHT), darker(wall, 0.12))
