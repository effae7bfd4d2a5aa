"""Open country behind a portrait: water, polder, heath and dyke."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from .canvas import Canvas
from .colour import BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, darker, lighter, mix
from .curves import arch, blob, box, line
from .motifs import (
    cloud,
    crane,
    farm,
    hill,
    poplar,
    sail,
    sun,
    tower,
    tree,
    turbine,
    water,
    windmill,
)
from .person import Backdrop


def lake(canvas: Canvas, backdrop: Backdrop) -> None:
    """A Frisian lake with sailing boats and a far church."""
    cloud(canvas, 240, 230, 150, lighter(backdrop.air, 0.7))
    cloud(canvas, 1010, 140, 120, lighter(backdrop.air, 0.6))
    far = mix(SAGE, backdrop.low, 0.35)
    tower(canvas, 1060, 760, 44, 250, mix(BRICK, backdrop.low, 0.45), "saddle")
    hill(canvas, [(0, 748), (260, 738), (620, 750), (1200, 736)], 790, far)
    water(canvas, 780, 1500, 1200, mix(DELFT, SKY, 0.62))
    sail(canvas, 190, 900, 270, darker(BRICK, 0.2), mix(BRICK, PAPER, 0.15))
    sail(canvas, 1085, 830, 110, INK, PAPER)


def polder(canvas: Canvas, backdrop: Backdrop) -> None:
    """Fields in strips, a farm and a church on its mound."""
    sun(canvas, 210, 330, 80, lighter(OCHRE, 0.45))
    cloud(canvas, 960, 250, 150, lighter(backdrop.air, 0.6))
    tower(canvas, 1010, 790, 74, 420, mix(BRICK, backdrop.low, 0.3), "saddle")
    for x in (915, 950, 1075, 1120):
        tree(canvas, x, 800, 130, mix(SAGE, INK, 0.18), int(x))
    farm(canvas, 170, 815, 130, mix(BRICK, backdrop.low, 0.15))
    hill(canvas, [(0, 800), (500, 806), (1200, 790)], 1500, mix(SAGE, OCHRE, 0.25))
    for index, x in enumerate((-300, 60, 420, 900, 1280, 1700)):
        strip = [(600 + (x - 600) * 0.35, 806), (600 + (x - 600) * 0.35 + 60, 806), (x + 150, 1500), (x, 1500)]
        canvas.fill(strip, mix(SAGE, OCHRE if index % 2 else DELFT, 0.55), 0.8)


def heath(canvas: Canvas, backdrop: Backdrop) -> None:
    """Purple heath with a megalithic tomb and a line of pines."""
    cloud(canvas, 300, 200, 170, lighter(backdrop.air, 0.6))
    for index in range(14):
        tree(canvas, 40 + index * 88, 770, 150 + index * 37 % 60, mix(SAGE, INK, 0.3), index + 3)
    purple = mix((150, 98, 132), backdrop.low, 0.12)
    hill(canvas, [(0, 760), (400, 780), (800, 762), (1200, 776)], 1500, purple)
    canvas.spray([(0, 860), (1200, 830), (1200, 1000), (0, 980)], lighter(purple, 0.5), 0.6, 50)
    stone = mix(INK, PAPER, 0.5)
    for x, wide in ((70, 70), (190, 60), (300, 66)):
        canvas.fill(blob([(x - wide / 2, 930), (x - wide * 0.4, 820), (x + wide * 0.3, 812), (x + wide / 2, 930)]),
            darker(stone, 0.25))
    for x, wide, y in ((110, 220, 800), (262, 190, 806)):
        slab = blob([(x - wide / 2, y), (x - wide * 0.3, y - 62), (x + wide * 0.25, y - 70), (x + wide / 2, y - 6),
            (x, y + 26)])
        canvas.fill(slab, lighter(stone, 0.25))
        canvas.spray(box(x - wide, y - 10, x + wide, y + 60), darker(stone, 0.4), 0.6, 18, slab)


def greenhouse(canvas: Canvas, backdrop: Backdrop) -> None:
    """Inside a greenhouse: glass gables, growing rows and a low sun."""
    sun(canvas, 250, 300, 110, lighter(OCHRE, 0.5))
    steel = lighter(mix(SAGE, INK, 0.35), 0.35)
    for index in range(-1, 4):
        x = index * 400
        canvas.fill([(x, 330), (x + 200, 130), (x + 400, 330)], PAPER, 0.35)
        canvas.stroke([(x, 330), (x + 200, 130)], steel, (9, 9))
        canvas.stroke([(x + 200, 130), (x + 400, 330)], steel, (9, 9))
        for part in range(1, 4):
            canvas.stroke([(x + part * 50, 330 - part * 50), (x + part * 100, 330)], steel, (3, 3), 0.7)
    canvas.fill(box(0, 324, 1200, 342), steel)
    for x in (0, 133, 266, 933, 1066, 1200):
        canvas.fill(box(x - 5, 330, x + 5, 900), steel)
    for row, y in enumerate((620, 700, 800, 930)):
        for index in range(16):
            x = index * 84 - row * 24
            canvas.fill(blob([(x, y + 150), (x - 46, y + 60), (x - 20, y - 10), (x + 8, y - 34), (x + 34, y - 6),
                (x + 48, y + 70)]), mix(SAGE, INK, 0.08 * row + (index % 3) * 0.06))
            if (index + row) % 3 == 0:
                canvas.fill(blob([(x - 12, y + 40), (x + 6, y + 26), (x + 20, y + 44), (x + 4, y + 60)]), BRICK)
    canvas.fade(box(0, 1030, 1200, 1500), mix(SAGE, INK, 0.34), mix(SAGE, INK, 0.6))
    canvas.fill(box(0, 1024, 1200, 1040), PAPER)


def forest(canvas: Canvas, backdrop: Backdrop) -> None:
    """The edge of a wood: tall trunks, light between them, heather below."""
    sun(canvas, 950, 420, 120, lighter(OCHRE, 0.55))
    for index in range(11):
        tree(canvas, index * 120, 830, 300 + index * 53 % 120, lighter(mix(SAGE, backdrop.low, 0.3), 0.1), index)
    hill(canvas, [(0, 820), (600, 800), (1200, 826)], 1500, mix((150, 98, 132), SAGE, 0.4))
    bark = mix(BRICK, INK, 0.62)
    for x, wide in ((60, 54), (240, 34), (1000, 40), (1140, 62)):
        canvas.fill(line([(x - wide, 1100), (x - wide * 0.5, 700), (x - wide * 0.36, -20)])
            + line([(x + wide * 0.36, -20), (x + wide * 0.5, 700), (x + wide, 1100)]), bark)
        canvas.stroke([(x - wide * 0.3, 900), (x - wide * 0.22, 400), (x - wide * 0.2, 0)], lighter(bark, 0.35),
            (2, 8, 4), 0.6)
        canvas.stroke([(x, 320), (x + 60, 240), (x + 130, 210)], bark, (18, 10, 3))
    hill(canvas, [(0, 1030), (300, 1070), (700, 1050), (1200, 1020)], 1500, mix((150, 98, 132), INK, 0.3))
    for x, y, size in ((40, 60, 200), (330, -10, 190), (880, 10, 190), (1180, 80, 210)):
        crown = blob([(x - size, y), (x - size * 0.5, y - size * 0.7), (x + size * 0.6, y - size * 0.6),
            (x + size, y + 20), (x + size * 0.3, y + size * 0.5), (x - size * 0.5, y + size * 0.44)])
        canvas.fill(crown, mix(SAGE, INK, 0.34))
        canvas.spray(crown, lighter(SAGE, 0.3), 0.3, 30, crown)


def dyke(canvas: Canvas, backdrop: Backdrop) -> None:
    """The Wadden dyke with sheep, and the light on the mud flats."""
    cloud(canvas, 980, 300, 180, lighter(backdrop.air, 0.7))
    cloud(canvas, 180, 160, 120, lighter(backdrop.air, 0.5))
    water(canvas, 690, 1200, 1200, mix(SKY, DELFT, 0.3))
    tower(canvas, 1070, 694, 34, 180, mix(BRICK, backdrop.low, 0.3), "lantern")
    canvas.fill(blob([(940, 704), (1020, 692), (1130, 690), (1260, 702)]), mix(OCHRE, PAPER, 0.4))
    canvas.fill(blob([(0, 800), (240, 770), (520, 796), (300, 830)]), mix(OCHRE, PAPER, 0.5))
    hill(canvas, [(0, 700), (180, 730), (420, 860), (700, 980), (1200, 1080)], 1500, mix(SAGE, OCHRE, 0.12))
    hill(canvas, [(0, 860), (260, 900), (600, 1040), (1200, 1180)], 1500, mix(SAGE, INK, 0.22))
    for x, y in ((96, 722), (176, 752), (262, 800)):
        canvas.fill(blob([(x - 34, y - 16), (x - 10, y - 36), (x + 26, y - 32), (x + 34, y - 8), (x, y)]), PAPER)
        canvas.fill(blob([(x + 26, y - 34), (x + 46, y - 32), (x + 42, y - 18), (x + 30, y - 18)]), INK)
        for leg in (-20, -10, 12, 22):
            canvas.stroke([(x + leg, y - 6), (x + leg, y + 14)], INK, (4, 4))


def coulisses(canvas: Canvas, backdrop: Backdrop) -> None:
    """Small fields between hedgerows, with a mill and a farm."""
    cloud(canvas, 300, 180, 150, lighter(backdrop.air, 0.6))
    hill(canvas, [(0, 690), (300, 660), (700, 690), (1200, 650)], 1500, lighter(SAGE, 0.35))
    windmill(canvas, 1010, 730, 330, mix(BRICK, INK, 0.25))
    for index in range(9):
        tree(canvas, index * 150 + 10, 760, 120 + index * 31 % 50, mix(SAGE, INK, 0.12), index + 9)
    hill(canvas, [(0, 760), (500, 740), (1200, 770)], 1500, mix(OCHRE, SAGE, 0.4))
    farm(canvas, 160, 850, 150)
    for index in range(8):
        tree(canvas, index * 180 - 20, 960, 150, mix(SAGE, INK, 0.3), index + 30)
    hill(canvas, [(0, 930), (500, 950), (1200, 920)], 1500, mix(SAGE, OCHRE, 0.2))


def turbines(canvas: Canvas, backdrop: Backdrop) -> None:
    """The new land: a ruler-straight horizon, poplars and wind turbines in the water."""
    sun(canvas, 990, 560, 110, lighter(BRICK, 0.45))
    for x, height, turn in ((110, 560, 0.2), (290, 380, 0.9), (930, 300, 0.5), (1090, 470, 0.0)):
        turbine(canvas, x, 800, height, PAPER, turn)
    water(canvas, 800, 930, 1200, mix(DELFT, SKY, 0.5))
    canvas.fill(box(0, 926, 1200, 1500), mix(SAGE, OCHRE, 0.3))
    for index in range(12):
        poplar(canvas, 30 + index * 104, 946, 120, mix(SAGE, INK, 0.25))
    for index in range(8):
        canvas.fill([(560 + index * 12, 940), (568 + index * 12, 940), (index * 380 - 800, 1500),
            (index * 380 - 900, 1500)], mix(SAGE, INK, 0.15), 0.6)


def harbour(canvas: Canvas, backdrop: Backdrop) -> None:
    """A seaport: cranes, a ship and sheds with arched roofs."""
    cloud(canvas, 520, 160, 160, lighter(backdrop.air, 0.5))
    crane(canvas, 190, 850, 640, mix(INK, backdrop.low, 0.25), 1)
    crane(canvas, 1010, 850, 500, mix(DELFT, backdrop.low, 0.3), -1)
    for x in (420, 560, 700):
        canvas.fill(arch(x, 850, 150, 160), mix(BRICK, backdrop.low, 0.4))
    water(canvas, 846, 1500, 1200, mix(DELFT, INK, 0.25))
    hull = [(720, 800), (1300, 770), (1300, 920), (780, 920)]
    canvas.fill(hull, mix(BRICK, INK, 0.15))
    canvas.fill([(756, 870), (1300, 866), (1300, 920), (780, 920)], INK)
    for index in range(5):
        canvas.fill(box(850 + index * 76, 700 - index % 2 * 44, 918 + index * 76, 790),
            (OCHRE, SAGE, DELFT, BRICK, PAPER)[index])
    canvas.fill(box(0, 846, 520, 912), mix(INK, PAPER, 0.45))
