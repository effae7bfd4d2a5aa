"""Scenes of the land: polder, coast, heath, train, dyke and the net of towns."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from .canvas import Canvas
from .chance import seeded
from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, darker, lighter, mix
from .curves import Point, arch, blob, box, line, oval
from .figures import cyclist, look, walker
from .motifs import (
    cloud,
    farm,
    gable,
    grass,
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

W, H = 1800, 1200


def netwerk(canvas: Canvas) -> None:
    """Towns in a patchwork of fields, joined by arches of light."""
    canvas.fade(box(0, 0, W, H), mix(INK, DELFT, 0.3), mix(DELFT, SKY, 0.15))
    canvas.spray(box(0, 300, W, 330), lighter(OCHRE, 0.3), 0.5, 60)
    dice = seeded(4)
    tones = (mix(SAGE, INK, 0.35), mix(DELFT, INK, 0.2), mix(SAGE, DELFT, 0.5), mix(OCHRE, INK, 0.55),
        mix(SAGE, INK, 0.55))
    for row in range(7):
        top, bottom = 330 + row * row * 19, 330 + (row + 1) ** 2 * 19
        for column in range(-8, 9):
            skew = dice.uniform(-14, 14)
            near, far = 1 + bottom / 420, 1 + top / 420
            field = [(900 + column * 110 * far, top), (900 + (column + 1) * 110 * far + skew, top),
                (900 + (column + 1) * 110 * near + skew, bottom - 5), (900 + column * 110 * near, bottom - 5)]
            canvas.fill(field, dice.choice(tones))
    towns: list[tuple[float, float, float]] = [(300, 560, 0.8), (700, 440, 0.6), (1180, 470, 0.65), (1530, 620, 0.9),
        (520, 860, 1.25), (1040, 760, 1.05), (1420, 980, 1.4)]
    links = ((0, 1), (1, 2), (2, 3), (0, 4), (4, 5), (5, 2), (5, 6), (3, 6), (1, 5))
    for first, last in links:
        _light_arch(canvas, towns[first], towns[last])
    for index, (x, y, size) in enumerate(towns):
        _town(canvas, x, y, size, index)


def _light_arch(canvas: Canvas, first: tuple[float, float, float], last: tuple[float, float, float]) -> None:
    x0, y0, x1, y1 = first[0], first[1], last[0], last[1]
    rise = 90 + abs(x1 - x0) * 0.26
    path: list[Point] = [(x0, y0), (x0 + (x1 - x0) * 0.22, y0 + (y1 - y0) * 0.22 - rise * 0.74),
        ((x0 + x1) / 2, (y0 + y1) / 2 - rise), (x0 + (x1 - x0) * 0.78, y0 + (y1 - y0) * 0.78 - rise * 0.74), (x1, y1)]
    canvas.stroke(path, lighter(OCHRE, 0.3), (16, 12, 10, 12, 16), 0.18)
    canvas.stroke(path, lighter(OCHRE, 0.35), (5, 4, 4, 4, 5), 0.95)
    for x, y in path[1:4]:
        canvas.fill(oval(x, y, 7), PAPER)


def _town(canvas: Canvas, x: float, y: float, size: float, index: int) -> None:
    canvas.spray(oval(x, y - 10, 130 * size, 50 * size), OCHRE, 0.6, 40 * size)
    canvas.fill(oval(x, y + 10 * size, 120 * size, 30 * size), mix(SAGE, INK, 0.3))
    spires = ("point", "lantern", "saddle", "flat")
    tower(canvas, x + 10 * size, y, 40 * size, 170 * size, mix(BRICK, PAPER, 0.1), spires[index % 4])
    for step, dx in enumerate((-80, -40, 56, 92)):
        tone = (PAPER, OCHRE, BRICK, SKY)[(step + index) % 4]
        wide, high = 38 * size, (66 + step * 13 % 24) * size
        canvas.fill(gable(x + dx * size, y + 12 * size, wide, high, (step + index) % 4), tone)
        canvas.fill(arch(x + dx * size, y + 12 * size, wide * 0.3, high * 0.3), INK)
        for side in (-0.2, 0.2):
            canvas.fill(box(x + dx * size + wide * side - 3 * size, y - 26 * size,
                x + dx * size + wide * side + 3 * size, y - 16 * size), lighter(OCHRE, 0.3) if step % 2 else INK)


def polder(canvas: Canvas) -> None:
    """A ditch draws the eye to a mill below a high sky."""
    canvas.fade(box(0, 0, W, 720), mix(SKY, DELFT, 0.22), lighter(BLUSH, 0.3))
    for x, y, size in ((380, 150, 230), (1250, 230, 280), (820, 400, 150), (1640, 440, 120), (180, 440, 130)):
        cloud(canvas, x, y, size, PAPER)
    for index in range(16):
        poplar(canvas, 1130 + index * 44, 712, 150 - index * 3, lighter(mix(SAGE, DELFT, 0.3), 0.25))
    tower(canvas, 360, 712, 40, 190, mix(BRICK, SKY, 0.4), "point")
    farm(canvas, 200, 716, 90, mix(BRICK, SKY, 0.25))
    hill(canvas, [(0, 706), (900, 702), (1800, 708)], H, mix(SAGE, OCHRE, 0.22))
    windmill(canvas, 700, 760, 420, mix(BRICK, INK, 0.25))
    for index, x in enumerate((-1500, -900, -400, 200, 1000, 1600, 2300, 3100)):
        tone = mix(SAGE, (OCHRE, INK)[index % 2], 0.3)
        far = 900 + (x - 900) * 0.16
        canvas.fill([(far, 720), (far + 40, 720), (x + 320, H), (x, H)], tone, 0.65)
    ditch = [(862, 716), (888, 716), (1250, H), (620, H)]
    canvas.fill(ditch, mix(SKY, DELFT, 0.3))
    canvas.spray([(866, 716), (876, 716), (900, H), (700, H)], PAPER, 0.7, 16, ditch)
    for left, ground, scale in ((1230, 850, 1.0), (1420, 830, 0.8), (1580, 900, 1.2), (330, 880, 1.1)):
        _cow(canvas, left, ground, scale)
    canvas.stroke([(980, 1000), (1400, 960), (1820, 930)], mix(BRICK, INK, 0.5), (7, 6, 5))
    for x, y in ((1000, 998), (1200, 978), (1420, 958), (1640, 942)):
        canvas.stroke([(x, y - 50), (x, y + 40)], mix(BRICK, INK, 0.5), (14, 14))
    grass(canvas, 0, 640, H + 6, 110, mix(SAGE, INK, 0.15))
    grass(canvas, 1240, W, H + 6, 120, mix(SAGE, INK, 0.15), 8)


def _cow(canvas: Canvas, x: float, y: float, size: float) -> None:
    def at(points: list[Point]) -> list[Point]:
        return [(x + px * size, y + py * size) for px, py in points]

    canvas.fill(oval(x, y + 2, 90 * size, 8 * size), INK, 0.22)
    for leg in (-54, -38, 36, 52):
        canvas.stroke(at([(leg, -40), (leg, 2)]), darker(PAPER, 0.2), (14 * size, 8 * size))
    body = blob(at([(-70, -80), (0, -88), (62, -84), (74, -56), (60, -30), (0, -24), (-62, -32), (-76, -54)]))
    canvas.fill(body, PAPER)
    for spot in (oval(x - 36 * size, y - 66 * size, 26 * size, 20 * size),
            oval(x + 24 * size, y - 50 * size, 28 * size, 22 * size)):
        canvas.fill(spot, INK, 1, body)
    canvas.fill(blob(at([(62, -90), (84, -96), (112, -76), (114, -62), (92, -62), (70, -66)])), INK)
    canvas.fill(blob(at([(100, -78), (114, -74), (116, -62), (104, -62)])), BLUSH)


def vuurtoren(canvas: Canvas) -> None:
    """A lighthouse in the dunes above a wide sea."""
    canvas.fade(box(0, 0, W, 720), mix(DELFT, SKY, 0.35), mix(BLUSH, OCHRE, 0.25))
    cloud(canvas, 420, 240, 220, lighter(BLUSH, 0.4))
    cloud(canvas, 900, 420, 160, lighter(BLUSH, 0.5))
    canvas.fill([(1250, 262), (-100, 120), (-100, 330)], lighter(OCHRE, 0.6), 0.4)
    water(canvas, 640, 900, W, mix(DELFT, SAGE, 0.25))
    sail(canvas, 330, 730, 150, INK, PAPER)
    sail(canvas, 700, 680, 80, INK, BRICK)
    sand = mix(OCHRE, PAPER, 0.5)
    hill(canvas, [(0, 880), (300, 830), (620, 850), (900, 760), (1240, 690), (1600, 730), (1800, 700)], H, sand)
    canvas.spray([(900, 800), (1300, 740), (1300, 1000), (700, 1000)], darker(sand, 0.25), 0.5, 60)
    brick = BRICK
    body = [(1170, 760), (1204, 330), (1296, 330), (1330, 760)]
    canvas.fill(body, brick)
    for top, bottom in ((420, 510), (600, 690)):
        canvas.fill(box(1100, top, 1400, bottom), PAPER, 1, body)
    canvas.spray(box(1270, 300, 1400, 780), darker(INK, 0.1), 0.45, 24, body)
    canvas.fill(box(1184, 316, 1316, 340), INK)
    canvas.fill(box(1212, 226, 1288, 316), lighter(OCHRE, 0.45))
    canvas.spray(oval(1250, 266, 90), lighter(OCHRE, 0.5), 0.6, 50)
    for x in (1212, 1248, 1284):
        canvas.fill(box(x - 3, 226, x + 4, 316), INK)
    canvas.fill(arch(1250, 228, 100, 60), brick)
    canvas.fill(arch(1240, 760, 52, 96), INK)
    for y in (470, 560):
        canvas.fill(arch(1240, y, 24, 44), INK)
    canvas.fill(box(1400, 660, 1600, 750), PAPER)
    canvas.fill([(1380, 664), (1440, 590), (1560, 590), (1620, 664)], mix(BRICK, INK, 0.4))
    for x in (1440, 1500, 1560):
        canvas.fill(arch(x, 736, 28, 50), mix(DELFT, INK, 0.3))
    hill(canvas, [(0, 1010), (360, 930), (700, 1000), (1100, 880), (1500, 790), (1800, 820)], H, mix(sand, SAGE, 0.3))
    canvas.fill(line([(1240, 800), (1190, 880), (1060, 960), (1010, 1080), (820, H)])
        + line([(1060, H), (1180, 1090), (1170, 980), (1250, 880), (1270, 800)]), lighter(sand, 0.4))
    walker(canvas, 1070, 1080, 220, look(1), 1)
    walker(canvas, 970, 1110, 240, look(5), 1)
    grass(canvas, 0, 700, H + 6, 190, mix(SAGE, OCHRE, 0.3))
    grass(canvas, 1240, W, H + 6, 230, mix(SAGE, OCHRE, 0.3), 9)


def fietsers(canvas: Canvas) -> None:
    """Three cyclists on the dyke against a low sun."""
    canvas.fade(box(0, 0, W, 800), mix(SKY, DELFT, 0.18), mix(OCHRE, BLUSH, 0.55))
    sun(canvas, 1340, 520, 150, lighter(OCHRE, 0.35))
    for x, y, size in ((420, 200, 240), (1050, 140, 180), (1580, 300, 150)):
        cloud(canvas, x, y, size, lighter(BLUSH, 0.5))
    water(canvas, 690, 860, W, mix(DELFT, SKY, 0.45))
    for x, high in ((140, 230), (300, 180), (430, 150)):
        turbine(canvas, x, 700, high, PAPER, x / 90)
    tower(canvas, 1640, 700, 50, 210, mix(BRICK, SKY, 0.3), "saddle")
    hill(canvas, [(0, 690), (900, 696), (1800, 690)], 720, mix(SAGE, SKY, 0.35))
    water(canvas, 712, 900, W, mix(DELFT, SKY, 0.4), 6)
    dyke = mix(SAGE, OCHRE, 0.2)
    hill(canvas, [(0, 900), (600, 880), (1200, 850), (1800, 800)], H, dyke)
    road = line([(0, 960), (600, 936), (1200, 900), (1800, 846)]) + line([(1800, 896), (1200, 960), (600, 1006),
        (0, 1040)])
    canvas.fill(road, mix(PAPER, INK, 0.16))
    canvas.stroke([(0, 962), (600, 938), (1200, 902), (1800, 848)], PAPER, (4, 4, 4), 0.8)
    for x, base, index in ((420, 985, 0), (860, 962, 3), (1290, 926, 6)):
        canvas.fill([(x - 130, base), (x + 170, base - 8), (x - 260, base + 90), (x - 560, base + 96)], INK, 0.16)
        cyclist(canvas, x, base, 400 - index * 12, look(index), 1)
    hill(canvas, [(0, 1060), (600, 1040), (1200, 1010), (1800, 930)], H, darker(dyke, 0.14))
    for x, y in ((1480, 1050), (1590, 1030), (1690, 1070)):
        canvas.fill(blob([(x - 50, y - 26), (x - 16, y - 56), (x + 40, y - 50), (x + 50, y - 14), (x, y)]), PAPER)
        canvas.fill(blob([(x + 40, y - 52), (x + 68, y - 50), (x + 64, y - 30), (x + 46, y - 28)]), INK)
        for leg in (-30, -16, 18, 32):
            canvas.stroke([(x + leg, y - 8), (x + leg, y + 22)], INK, (6, 5))
    grass(canvas, 0, W, H + 6, 120, mix(SAGE, INK, 0.12), 12)


def trein(canvas: Canvas) -> None:
    """A yellow and blue train crosses a viaduct through the fields."""
    canvas.fade(box(0, 0, W, 760), SKY, mix(BLUSH, PAPER, 0.3))
    cloud(canvas, 500, 180, 230, PAPER)
    cloud(canvas, 1380, 260, 190, PAPER)
    hill(canvas, [(0, 640), (500, 610), (1100, 640), (1800, 600)], H, lighter(mix(SAGE, SKY, 0.4), 0.2))
    tower(canvas, 1500, 650, 70, 320, mix(BRICK, SKY, 0.45), "lantern")
    for index in range(9):
        canvas.fill(gable(1260 + index * 62, 660, 60, 100 + index * 37 % 40, index % 4),
            mix((BRICK, PAPER, OCHRE)[index % 3], SKY, 0.4))
    for index in range(14):
        tree(canvas, index * 140, 720, 130 + index * 29 % 50, mix(SAGE, DELFT, 0.25), index)
    hill(canvas, [(0, 710), (900, 700), (1800, 716)], H, mix(SAGE, OCHRE, 0.3))
    stone = mix(BRICK, PAPER, 0.2)
    canvas.fill(box(0, 740, W, 1010), stone)
    canvas.spray(box(0, 900, W, 1040), darker(stone, 0.4), 0.5, 40, box(0, 740, W, 1010))
    for index in range(7):
        x = 110 + index * 266
        canvas.fill(arch(x, 1012, 208, 210), lighter(stone, 0.35))
        canvas.fill(arch(x, 1012, 184, 196), darker(stone, 0.45))
        canvas.fill(arch(x + 14, 1012, 150, 180), mix(SAGE, OCHRE, 0.25))
    canvas.fill(box(0, 728, W, 752), lighter(stone, 0.4))
    for x in range(60, W, 290):
        canvas.stroke([(x, 740), (x, 430)], mix(INK, PAPER, 0.2), (9, 7))
        canvas.stroke([(x, 450), (x + 80, 450)], mix(INK, PAPER, 0.2), (6, 4))
    canvas.stroke([(-10, 462), (900, 470), (1810, 462)], INK, (3, 3, 3), 0.7)
    _carriages(canvas)
    hill(canvas, [(0, 1000), (700, 1016), (1300, 1000), (1800, 1020)], H, mix(SAGE, INK, 0.1))
    for x in (120, 1650):
        tree(canvas, x, 1140, 360, mix(SAGE, INK, 0.22), x)
    canvas.fill(line([(500, H), (700, 1080), (1000, 1040), (1230, 1016)])
        + line([(1270, 1016), (1080, 1060), (840, 1110), (760, H)]), mix(PAPER, OCHRE, 0.25))
    cyclist(canvas, 880, 1100, 190, look(2), 1)
    grass(canvas, 0, 480, H + 6, 100, mix(SAGE, INK, 0.1), 3)


def _carriages(canvas: Canvas) -> None:
    """The train itself, with a sloping nose to the right."""
    nose = line([(1400, 506), (1500, 520), (1566, 580), (1590, 690)])
    body = [(-20, 500), (1400, 500), *nose, (1590, 722), (-20, 722)]
    canvas.fill(body, OCHRE)
    canvas.fill(box(-20, 668, 1700, 724), DELFT, 1, body)
    canvas.fill(box(-20, 498, 1700, 516), darker(OCHRE, 0.25), 1, body)
    canvas.fill([*line([(1440, 540), (1500, 544), (1548, 610)]), (1440, 610)], mix(INK, DELFT, 0.3))
    for index in range(9):
        x = 20 + index * 154
        canvas.fill(box(x, 548, x + 116, 622), mix(INK, DELFT, 0.35))
        canvas.fill([(x, 548), (x + 44, 548), (x + 10, 622), (x, 622)], lighter(SKY, 0.2), 0.5)
        if index % 3 == 1:
            canvas.fill(oval(x + 74, 592, 15), (206, 156, 118))
            canvas.fill(arch(x + 74, 622, 56, 26), BRICK)
    for x in (470, 934):
        canvas.fill(box(x + 2, 500, x + 10, 722), darker(OCHRE, 0.55))
    for x in (90, 180, 380, 560, 660, 850, 1030, 1130, 1320, 1450):
        canvas.fill(oval(x, 724, 22), INK)
    canvas.fill(oval(1574, 676, 9), PAPER)
    canvas.stroke([(1060, 500), (1090, 470), (1120, 500)], INK, (5, 5, 5))


def heide(canvas: Canvas) -> None:
    """A shepherd and her flock on the flowering heath."""
    canvas.fade(box(0, 0, W, 700), mix(SKY, DELFT, 0.12), mix(OCHRE, BLUSH, 0.7))
    sun(canvas, 420, 420, 100, lighter(OCHRE, 0.45))
    cloud(canvas, 1200, 180, 230, lighter(BLUSH, 0.4))
    cloud(canvas, 700, 300, 140, lighter(BLUSH, 0.5))
    for index in range(20):
        tree(canvas, index * 96, 690, 150 + index * 43 % 80, mix(SAGE, DELFT, 0.3), index + 2)
    purple = (150, 98, 132)
    hill(canvas, [(0, 690), (500, 650), (1000, 690), (1800, 640)], H, lighter(purple, 0.25))
    canvas.spray([(0, 720), (1000, 690), (1800, 660), (1800, 760), (0, 800)], lighter(OCHRE, 0.4), 0.4, 40)
    hill(canvas, [(0, 820), (500, 790), (1100, 850), (1800, 770)], H, purple)
    path = line([(1130, 690), (1040, 760), (1140, 850), (960, 960), (560, H)]) + line([(900, H), (1160, 980),
        (1250, 860), (1110, 770), (1150, 690)])
    canvas.fill(path, mix(OCHRE, PAPER, 0.55))
    dice = seeded(31)
    for _ in range(240):
        y = 800 + 400 * dice.random() ** 1.3
        x, size = dice.uniform(0, W), (y - 640) / 30
        if abs(x - (1040 - (y - 850) * 0.8)) > 60 + (y - 700) * 0.36:
            tuft = blob([(x - size * 1.6, y), (x - size, y - size * 1.2), (x + size * 0.2, y - size * 1.7),
                (x + size * 1.3, y - size), (x + size * 1.7, y)])
            canvas.fill(tuft, mix(purple, (PAPER, INK, BRICK)[dice.randrange(3)], 0.28))
    for index, (x, y) in enumerate(((700, 830), (620, 850), (780, 862), (700, 884), (560, 890), (840, 902), (640, 926),
            (760, 934), (500, 860), (880, 850))):
        _sheep(canvas, x, y, 0.7 + (y - 820) / 240, index)
    walker(canvas, 1010, 900, 260, look(7), -1)
    canvas.stroke([(950, 905), (944, 640), (930, 620)], mix(BRICK, INK, 0.5), (7, 6, 5))
    birch = mix(PAPER, INK, 0.08)
    for x, wide in ((1540, 44), (1680, 30)):
        canvas.fill(line([(x - wide, H), (x - wide * 0.5, 700), (x - wide * 0.2, -20)])
            + line([(x + wide * 0.2, -20), (x + wide * 0.5, 700), (x + wide, H)]), birch)
        for index in range(9):
            y = 120 + index * 118
            canvas.stroke([(x - wide * 0.3, y), (x, y + 8), (x + wide * 0.3, y - 2)], INK, (1, 9, 1), 0.8)
    for x, y, size in ((1500, 90, 230), (1760, 150, 220), (1640, -10, 240)):
        crown = blob([(x - size, y), (x - size * 0.5, y - size * 0.6), (x + size * 0.5, y - size * 0.6), (x + size, y),
            (x + size * 0.4, y + size * 0.5), (x - size * 0.4, y + size * 0.44)])
        canvas.fill(crown, mix(SAGE, OCHRE, 0.2))
        canvas.spray(oval(x + 60, y + 50, size * 0.7, size * 0.4), darker(SAGE, 0.4), 0.5, 40, crown)


def _sheep(canvas: Canvas, x: float, y: float, size: float, index: int) -> None:
    sign = -1 if index % 3 else 1

    def at(points: list[Point]) -> list[Point]:
        return [(x + sign * px * size, y + py * size) for px, py in points]

    canvas.fill(oval(x, y + 16 * size, 60 * size, 7 * size), INK, 0.2)
    for leg in (-28, -14, 16, 30):
        canvas.stroke(at([(leg, -10), (leg, 16)]), INK, (7 * size, 5 * size))
    wool = blob(at([(-46, -24), (-36, -48), (-12, -56), (12, -58), (36, -48), (46, -24), (30, -6), (0, -2), (-30, -6)]))
    canvas.fill(wool, PAPER)
    canvas.spray(oval(x, y - 6 * size, 44 * size, 14 * size), darker(PAPER, 0.35), 0.6, 8 * size, wool)
    canvas.fill(blob(at([(36, -54), (54, -60), (72, -44), (70, -30), (54, -32)])), INK)
