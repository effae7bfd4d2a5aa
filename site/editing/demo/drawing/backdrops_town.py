"""Towns behind a portrait: towers, gates, bridges and canal fronts."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from .canvas import Canvas
from .colour import BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, darker, lighter, mix
from .curves import arch, blob, box, oval
from .motifs import (
    arcade,
    cloud,
    hill,
    house,
    poplar,
    sail,
    stone_bridge,
    sun,
    tower,
    tree,
    water,
    window_rows,
)
from .person import Backdrop


def waterfront(canvas: Canvas, backdrop: Backdrop) -> None:
    """A young city on the lake: slim blocks in odd shapes."""
    sun(canvas, 930, 240, 90, lighter(OCHRE, 0.4))
    tones = (DELFT, BRICK, SAGE, INK, OCHRE, DELFT, SAGE)
    blocks = ((40, 130, 420), (170, 100, 600), (290, 120, 340), (880, 110, 380), (990, 90, 560), (1090, 110, 460),
        (1190, 120, 300))
    for (x, wide, high), tone in zip(blocks, tones, strict=True):
        shade = mix(tone, backdrop.low, 0.35)
        lean = wide * (0.16 if high > 400 else 0)
        canvas.fill([(x - wide / 2, 830), (x - wide / 2 + lean, 830 - high), (x + wide / 2, 830 - high + lean),
            (x + wide / 2, 830)], shade)
        window_rows(canvas, (x - wide / 2 + lean, 850 - high + lean, x + wide / 2, 820), max(3, high // 70), 3,
            darker(shade, 0.35), lighter(OCHRE, 0.3))
    canvas.fill(box(0, 826, 1200, 850), mix(SAGE, INK, 0.2))
    for index in range(12):
        tree(canvas, index * 106 + 20, 848, 74, mix(SAGE, INK, 0.15), index)
    water(canvas, 848, 1500, 1200, mix(DELFT, SKY, 0.5))


def cathedral(canvas: Canvas, backdrop: Backdrop) -> None:
    """A Gothic cathedral above the roofs."""
    cloud(canvas, 960, 180, 150, lighter(backdrop.air, 0.6))
    stone = mix(OCHRE, mix(INK, PAPER, 0.6), 0.7)
    tower(canvas, 180, 860, 150, 740, stone, "lantern")
    canvas.fill([(250, 860), (250, 560), (300, 500), (1300, 500), (1300, 860)], lighter(stone, 0.1))
    canvas.fill([(250, 562), (310, 440), (1300, 440), (1300, 562)], mix(INK, stone, 0.35))
    for x in range(300, 1240, 104):
        canvas.fill(arch(x + 46, 760, 58, 170), darker(stone, 0.45))
        canvas.fill(box(x - 10, 520, x + 10, 860), lighter(stone, 0.3))
        canvas.fill([(x - 12, 524), (x, 400), (x + 12, 524)], lighter(stone, 0.2))
    canvas.fill(box(0, 850, 1200, 1500), mix(BRICK, INK, 0.35))
    for index, x in enumerate((30, 140, 260, 920, 1030, 1150)):
        tone = mix((BRICK, OCHRE, SAGE)[index % 3], INK, 0.16)
        house(canvas, x, 1000, 124, 230 + index % 3 * 30, tone, (1, 0, 2)[index % 3])


def city_gate(canvas: Canvas, backdrop: Backdrop) -> None:
    """A medieval gate over the water, with a tall tower behind it."""
    cloud(canvas, 250, 170, 140, lighter(backdrop.air, 0.6))
    brick = mix(BRICK, backdrop.low, 0.28)
    tower(canvas, 1030, 800, 110, 700, mix(OCHRE, mix(INK, PAPER, 0.6), 0.6), "lantern")
    for x, high in ((90, 420), (310, 420)):
        tower(canvas, x, 860, 100, high, brick, "point")
    canvas.fill(box(60, 640, 340, 860), brick)
    canvas.fill(arch(200, 860, 120, 170), darker(brick, 0.55))
    canvas.fill(box(340, 720, 1300, 860), mix(brick, INK, 0.12))
    arcade(canvas, 860, 1200, 860, 100, 4, darker(brick, 0.4))
    for index in range(6):
        tree(canvas, 420 + index * 150, 730, 150, mix(SAGE, INK, 0.1), index)
    water(canvas, 856, 1500, 1200, mix(SAGE, DELFT, 0.4))


def twin_towers(canvas: Canvas, backdrop: Backdrop) -> None:
    """A Romanesque minster with two pairs of towers on the river."""
    sun(canvas, 960, 300, 90, lighter(OCHRE, 0.4))
    stone = mix(OCHRE, BRICK, 0.25)
    stone = mix(stone, backdrop.low, 0.35)
    for x, high in ((80, 560), (270, 560), (980, 470), (1120, 470)):
        tower(canvas, x, 840, 100, high, stone, "point")
    canvas.fill([(80, 640), (175, 560), (270, 640), (270, 840), (80, 840)], lighter(stone, 0.1))
    canvas.fill(arch(175, 840, 90, 150), darker(stone, 0.5))
    canvas.fill(box(270, 690, 1120, 840), stone)
    canvas.fill([(270, 694), (330, 610), (1060, 610), (1120, 694)], mix(INK, stone, 0.4))
    arcade(canvas, 280, 1110, 840, 110, 9, darker(stone, 0.35))
    hill(canvas, [(0, 838), (600, 830), (1200, 842)], 900, mix(SAGE, INK, 0.1))
    water(canvas, 892, 1500, 1200, mix(DELFT, SKY, 0.45))


def old_street(canvas: Canvas, backdrop: Backdrop) -> None:
    """A Hanseatic street towards a domed tower."""
    cloud(canvas, 940, 160, 130, lighter(backdrop.air, 0.6))
    tower(canvas, 330, 896, 110, 690, mix(BRICK, backdrop.low, 0.4), "lantern")
    canvas.fill(box(0, 760, 1200, 900), mix(BRICK, backdrop.low, 0.6))
    fronts = ((70, 210, 560, BRICK, 0), (240, 150, 430, OCHRE, 1), (960, 150, 440, SAGE, 1), (1120, 220, 600, DELFT, 0))
    for x, wide, high, tone, kind in fronts:
        house(canvas, x, 900, wide, high, mix(tone, backdrop.low, 0.2), kind)
    canvas.fade(box(0, 896, 1200, 1500), mix(PAPER, INK, 0.25), mix(PAPER, INK, 0.5))


def abbey(canvas: Canvas, backdrop: Backdrop) -> None:
    """The court of an abbey: a cloister of arches under a very tall tower."""
    cloud(canvas, 260, 190, 150, lighter(backdrop.air, 0.7))
    tower(canvas, 1000, 840, 130, 800, mix(BRICK, backdrop.low, 0.38), "lantern")
    wall = mix(BRICK, backdrop.low, 0.3)
    canvas.fill(box(-20, 560, 420, 900), wall)
    canvas.fill([(-20, 562), (40, 440), (380, 440), (440, 562)], mix(INK, wall, 0.4))
    canvas.fill(box(420, 640, 1300, 900), lighter(wall, 0.12))
    window_rows(canvas, (0, 590, 420, 700), 1, 6, darker(wall, 0.5))
    arcade(canvas, 0, 1200, 900, 150, 11, lighter(wall, 0.5))
    tree(canvas, 330, 960, 330, mix(SAGE, INK, 0.1), 4)
    canvas.fade(box(0, 896, 1200, 1500), mix(SAGE, OCHRE, 0.2), mix(SAGE, INK, 0.25))


def big_church(canvas: Canvas, backdrop: Backdrop) -> None:
    """A market square with parasols below the great church."""
    cloud(canvas, 980, 220, 150, lighter(backdrop.air, 0.6))
    tower(canvas, 220, 880, 170, 840, mix(mix(INK, PAPER, 0.62), OCHRE, 0.2), "lantern")
    for index, (x, high) in enumerate(((880, 360), (990, 430), (1110, 380), (1220, 420), (20, 330), (390, 340))):
        house(canvas, x, 900, 120, high, mix((BRICK, PAPER, SAGE, OCHRE)[index % 4], INK, 0.1), (1, 0, 2)[index % 3])
    canvas.fade(box(0, 896, 1200, 1500), mix(PAPER, BRICK, 0.3), mix(BRICK, INK, 0.3))
    for x, tone in ((90, PAPER), (280, BRICK), (960, BRICK), (1130, PAPER)):
        canvas.fill(oval(x, 1040, 34, 7), INK)
        canvas.stroke([(x, 1040), (x, 900)], INK, (6, 6))
        canvas.fill([(x - 100, 930), (x, 868), (x + 100, 930)], tone)


def wooden_houses(canvas: Canvas, backdrop: Backdrop) -> None:
    """Green wooden houses and mills along the Zaan."""
    cloud(canvas, 620, 150, 170, lighter(backdrop.air, 0.6))
    green = mix(SAGE, INK, 0.3)
    for x, size in ((330, 210), (905, 260)):
        poplar(canvas, x, 820, size, mix(SAGE, INK, 0.12))
    for x, wide, high, tone in ((110, 260, 430, green), (300, 180, 300, mix(DELFT, backdrop.low, 0.15)),
            (960, 190, 320, mix(BRICK, INK, 0.1)), (1120, 240, 440, mix(green, INK, 0.2))):
        front = [(x - wide / 2, 850), (x - wide / 2, 850 - high * 0.6), (x, 850 - high),
            (x + wide / 2, 850 - high * 0.6), (x + wide / 2, 850)]
        canvas.fill(front, tone)
        for y in range(int(850 - high * 0.56), 850, 22):
            canvas.stroke([(x - wide / 2, y), (x + wide / 2, y)], darker(tone, 0.25), (2, 2), 0.7)
        canvas.stroke(front[1:3], PAPER, (12, 12))
        canvas.stroke(front[2:4], PAPER, (12, 12))
        window_rows(canvas, (x - wide * 0.42, 850 - high * 0.56, x + wide * 0.42, 850), 2, 3, lighter(tone, 0.75))
    canvas.fill(box(0, 846, 1200, 872), mix(INK, PAPER, 0.4))
    water(canvas, 868, 1500, 1200, mix(DELFT, SAGE, 0.4))


def river_front(canvas: Canvas, backdrop: Backdrop) -> None:
    """A Hanseatic town across the river, with a railway bridge on arches."""
    sun(canvas, 230, 290, 90, lighter(OCHRE, 0.5))
    tower(canvas, 970, 790, 120, 560, mix(BRICK, backdrop.low, 0.35), "lantern")
    for index, x in enumerate(range(820, 1240, 80)):
        house(canvas, x, 800, 84, 190 + index * 29 % 60, mix((BRICK, OCHRE, SAGE)[index % 3], backdrop.low, 0.25),
            (0, 1, 2)[index % 3])
    hill(canvas, [(0, 780), (400, 786), (1200, 792)], 860, mix(SAGE, OCHRE, 0.15))
    stone_bridge(canvas, -40, 470, 690, 860, 4, mix(BRICK, backdrop.low, 0.2))
    water(canvas, 850, 1500, 1200, mix(DELFT, SKY, 0.4))
    sail(canvas, 1080, 960, 190, INK, OCHRE)


def arch_bridge(canvas: Canvas, backdrop: Backdrop) -> None:
    """An old stone bridge on wide arches and two churches on the bank."""
    cloud(canvas, 900, 190, 150, lighter(backdrop.air, 0.6))
    marl = mix(OCHRE, PAPER, 0.45)
    hill(canvas, [(0, 640), (300, 590), (700, 640), (1200, 600)], 900, lighter(SAGE, 0.3))
    tower(canvas, 160, 760, 100, 470, mix(BRICK, PAPER, 0.1), "flat")
    tower(canvas, 1080, 760, 100, 520, marl, "point")
    for index, x in enumerate((20, 270, 350, 900, 990, 1180)):
        house(canvas, x, 790, 110, 260 - index % 3 * 34, mix((marl, BRICK, SAGE)[index % 3], INK, 0.08),
            (1, 2, 0)[index % 3])
    stone_bridge(canvas, -60, 1260, 770, 930, 5, mix(OCHRE, mix(INK, PAPER, 0.6), 0.6))
    water(canvas, 915, 1500, 1200, mix(DELFT, SAGE, 0.35))
    canvas.spray(box(0, 930, 1200, 1000), darker(DELFT, 0.3), 0.5, 24)


def canal(canvas: Canvas, backdrop: Backdrop) -> None:
    """Canal houses with their gables, a church crossing tower and elms."""
    tower(canvas, 930, 640, 90, 480, mix(mix(INK, PAPER, 0.6), OCHRE, 0.2), "lantern")
    fronts = ((60, 160, 560, BRICK, 0), (210, 140, 500, PAPER, 1), (345, 140, 540, OCHRE, 2), (860, 140, 470, SAGE, 1),
        (1000, 150, 520, BRICK, 2), (1150, 160, 580, DELFT, 0))
    for x, wide, high, tone, kind in fronts:
        house(canvas, x, 860, wide, high, mix(darker(tone, 0.12), backdrop.low, 0.15), kind)
    canvas.fill(box(0, 856, 1200, 900), mix(INK, PAPER, 0.45))
    for x in (140, 1075):
        tree(canvas, x, 866, 260, mix(SAGE, INK, 0.12), x)
    water(canvas, 896, 1500, 1200, mix(SAGE, DELFT, 0.45))
    hull = blob([(30, 980), (200, 1000), (420, 976), (390, 1040), (80, 1044)])
    canvas.fill(hull, darker(BRICK, 0.3))
    canvas.fill(box(30, 960, 420, 1004), PAPER, 0.8, hull)
