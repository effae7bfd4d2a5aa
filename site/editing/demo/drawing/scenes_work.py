"""Scenes of people at work: around tables, in the library, at a desk, among servers."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

import math

from .canvas import Canvas
from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, darker, lighter, mix
from .curves import arch, blob, box, oval, ring
from .figures import bust, from_above, from_behind, look, walker
from .motifs import tower, tree

W, H = 1800, 1200


def serverruimte(canvas: Canvas) -> None:
    """A corridor of servers that ends in an arched door."""
    canvas.fade(box(0, 0, W, H), darker(INK, 0.2), mix(INK, DELFT, 0.5))
    canvas.spray(oval(900, 560, 330, 330), SKY, 0.7, 140)
    canvas.fill([(0, H), (700, 760), (1100, 760), (W, H)], mix(DELFT, INK, 0.35))
    canvas.spray([(500, H), (820, 760), (980, 760), (1300, H)], SKY, 0.5, 40)
    canvas.fill(arch(900, 764, 200, 380), lighter(SKY, 0.4))
    canvas.fill(arch(900, 764, 150, 340), lighter(OCHRE, 0.55))
    for sign in (-1, 1):
        for index in range(5, -1, -1):
            _rack(canvas, sign, index)
    for y in (40, 150, 240):
        share = (y + 200) / 760
        canvas.stroke([(900 - 700 * (1 - share), y), (900 + 700 * (1 - share), y)], lighter(SKY, 0.5),
            (10 * (1.2 - share), 10 * (1.2 - share)), 0.7)
    walker(canvas, 870, 900, 330, look(0), 1)
    canvas.fill([(900, 690), (966, 668), (976, 712), (912, 734)], PAPER)


def _rack(canvas: Canvas, sign: int, index: int) -> None:
    """One cabinet; a higher index is further away."""
    near, far = 900 * 0.72**index + 60, 900 * 0.72 ** (index + 1) + 60

    def at(x: float, share: float) -> tuple[float, float]:
        top, bottom = 560 - x * 0.62, 640 + x * 0.62
        return 900 + sign * x, top + (bottom - top) * share

    body = [at(near, 0), at(far, 0), at(far, 1), at(near, 1)]
    canvas.fill(body, mix(INK, DELFT, 0.1 + 0.06 * index))
    canvas.stroke([at(far, 0), at(far, 1)], lighter(DELFT, 0.4), (4, 4), 0.8)
    inner, outer = far + (near - far) * 0.1, near - (near - far) * 0.1
    for row in range(12):
        share = 0.08 + row * 0.073
        slab = [at(outer, share), at(inner, share), at(inner, share + 0.052), at(outer, share + 0.052)]
        canvas.fill(slab, mix(INK, DELFT, 0.42 if row % 3 else 0.62))
        for lamp in range(3):
            spot = at(inner + (outer - inner) * (0.18 + lamp * 0.16), share + 0.026)
            tone = (SAGE, OCHRE, lighter(SKY, 0.2))[(row + lamp * 2 + index) % 3]
            canvas.fill(oval(*spot, (near - far) * 0.022 + 1.5), lighter(tone, 0.3))


def werkgroep(canvas: Canvas) -> None:
    """A working group around a long table, with notes on the wall."""
    wall = mix(BLUSH, PAPER, 0.3)
    canvas.fade(box(0, 0, W, H), lighter(wall, 0.4), wall)
    canvas.fill(box(170, 122, 1112, 574), darker(wall, 0.2), 0.6)
    canvas.fill(box(160, 110, 1100, 560), PAPER)
    tones = (OCHRE, SAGE, lighter(DELFT, 0.5), lighter(BRICK, 0.4))
    for index in range(18):
        x, y = 220 + index % 6 * 142 + index * 7 % 20, 150 + index // 6 * 134 + index * 11 % 18
        canvas.fill([(x, y), (x + 86, y + 4), (x + 82, y + 92), (x - 2, y + 88)], tones[(index * 5 + index // 4) % 4])
        for row in range(3):
            canvas.stroke([(x + 12, y + 26 + row * 20), (x + 64 - row * 10, y + 28 + row * 20)], INK, (3, 3), 0.45)
    canvas.stroke([(300, 260), (460, 320), (580, 250), (760, 400)], BRICK, (5, 6, 5), 0.9)
    canvas.fill(arch(1450, 640, 420, 560), PAPER)
    glass = arch(1450, 630, 380, 530)
    canvas.fill(glass, SKY)
    tower(canvas, 1520, 640, 80, 380, mix(BRICK, SKY, 0.5), "lantern")
    tree(canvas, 1370, 650, 260, lighter(SAGE, 0.2), 6)
    canvas.fill(box(1446, 104, 1454, 640), PAPER)
    canvas.fill(box(1240, 630, 1660, 656), lighter(wall, 0.6))
    for index, x in enumerate((330, 640, 960, 1270)):
        bust(canvas, x, 860 - (index % 2) * 16, 118, look(index * 2 + 1), (1, 0.6, -0.5, -1)[index])
    table = mix(OCHRE, BRICK, 0.22)
    canvas.fill(blob([(60, 960), (400, 820), (900, 806), (1400, 820), (1740, 960), (1500, 1160), (900, 1210),
        (300, 1160)]), darker(table, 0.3))
    top = blob([(60, 940), (400, 800), (900, 786), (1400, 800), (1740, 940), (1500, 1130), (900, 1180), (300, 1130)])
    canvas.fill(top, table)
    canvas.spray(oval(1300, 860, 360, 80), lighter(table, 0.6), 0.6, 50, top)
    for x, y, lean in ((420, 900, 30), (760, 880, -20), (1080, 890, 16), (1330, 950, -30), (600, 1010, 24)):
        canvas.fill([(x, y), (x + 140, y + lean * 0.4), (x + 160 + lean, y + 70), (x + lean, y + 76)], PAPER)
        for row in range(3):
            canvas.stroke([(x + 24 + row * 5, y + 20 + row * 16), (x + 110 + row * 6, y + 20 + row * 16 + lean * 0.3)],
                INK, (3, 3), 0.35)
    for x, y in ((980, 1000), (520, 850), (1240, 850)):
        _cup(canvas, x, y)
    from_behind(canvas, 470, 1230, 170, look(8))
    from_behind(canvas, 1300, 1240, 176, look(4))


def _cup(canvas: Canvas, x: float, y: float) -> None:
    canvas.fill(oval(x + 6, y + 34, 46, 12), INK, 0.25)
    canvas.fill([(x - 30, y - 10), (x + 30, y - 10), (x + 22, y + 36), (x - 22, y + 36)], PAPER)
    canvas.fill([(x + 8, y - 10), (x + 30, y - 10), (x + 22, y + 36), (x + 6, y + 36)], darker(PAPER, 0.14))
    canvas.fill(oval(x, y - 10, 30, 9), darker(PAPER, 0.1))
    canvas.fill(oval(x, y - 9, 24, 6), darker(BRICK, 0.5))


def bibliotheek(canvas: Canvas) -> None:
    """Readers between bookcases that stand in an arcade."""
    wall = mix(PAPER, OCHRE, 0.18)
    canvas.fade(box(0, 0, W, 900), lighter(wall, 0.4), darker(wall, 0.06))
    canvas.fade(box(0, 880, W, H), mix(BRICK, PAPER, 0.4), mix(BRICK, INK, 0.25))
    for index, x in enumerate((250, 680, 1110, 1540)):
        canvas.fill(arch(x, 890, 370, 780), darker(wall, 0.16))
        if index == 2:
            glass = arch(x, 890, 320, 750)
            canvas.fill(glass, SKY)
            canvas.spray(oval(x, 330, 150, 150), PAPER, 0.8, 50, glass)
            tree(canvas, x + 40, 890, 460, lighter(SAGE, 0.15), 12)
            for y in (330, 520, 710):
                canvas.fill(box(x - 160, y, x + 160, y + 8), PAPER)
            canvas.fill(box(x - 4, 140, x + 4, 890), PAPER)
        else:
            _books(canvas, x, index)
    beam = [(960, 890), (1270, 890), (1040, H), (500, H)]
    canvas.spray(beam, lighter(OCHRE, 0.6), 0.6, 30, box(0, 890, W, H))
    bust(canvas, 420, 990, 110, look(6), 0.9)
    bust(canvas, 900, 980, 104, look(3), -0.8)
    table = mix(INK, BRICK, 0.45)
    canvas.fill([(180, 980), (1180, 960), (1300, 1040), (140, 1070)], lighter(table, 0.2))
    canvas.fill([(140, 1070), (1300, 1040), (1300, 1076), (140, 1108)], darker(table, 0.2))
    for x in (200, 1230):
        canvas.stroke([(x, 1090), (x, H)], darker(table, 0.3), (30, 26))
    for x, y in ((380, 990), (830, 980)):
        canvas.fill(blob([(x - 74, y + 8), (x - 30, y - 8), (x, y + 6), (x + 30, y - 10), (x + 76, y + 4),
            (x, y + 40)]), PAPER)
        canvas.stroke([(x, y + 6), (x, y + 36)], INK, (3, 2), 0.5)
    canvas.stroke([(640, 1010), (640, 880), (660, 850)], INK, (8, 7, 6))
    canvas.fill(arch(660, 866, 130, 66), SAGE)
    canvas.spray(oval(660, 930, 150, 70), lighter(OCHRE, 0.5), 0.6, 36)
    walker(canvas, 1480, 1090, 380, look(10), -1)


def _books(canvas: Canvas, x: float, seed: int) -> None:
    """Shelves full of spines inside an arch."""
    niche = arch(x, 890, 330, 750)
    canvas.fill(niche, mix(INK, BRICK, 0.4))
    tones = (BRICK, DELFT, SAGE, OCHRE, PAPER, mix(INK, DELFT, 0.4))
    for row in range(7):
        y, left = 890 - row * 106, x - 160.0
        index = seed * 3 + row * 5
        while left < x + 150:
            wide, high = 14 + index * 7 % 17, 62 + index * 13 % 28
            canvas.fill(box(left, y - 8 - high, left + wide, y - 8), darker(tones[index * 7 % 6], 0.12), 1, niche)
            canvas.fill(box(left + 3, y - high + 4, left + wide - 3, y - high + 10), PAPER, 0.6, niche)
            left, index = left + wide + 2, index + 1
        canvas.fill(box(x - 165, y - 10, x + 165, y), mix(OCHRE, INK, 0.45), 1, niche)


def kantoor(canvas: Canvas) -> None:
    """A desk with a laptop by an arched window over the town."""
    wall = mix(DELFT, PAPER, 0.78)
    canvas.fade(box(0, 0, W, H), lighter(wall, 0.2), wall)
    canvas.fill(arch(1120, 820, 860, 760), PAPER)
    glass = arch(1120, 810, 810, 720)
    canvas.fill(glass, lighter(SKY, 0.2))
    canvas.spray(oval(1330, 300, 180), lighter(OCHRE, 0.4), 0.8, 70, glass)
    canvas.fill(oval(1330, 320, 74), lighter(OCHRE, 0.35), 1, glass)
    tower(canvas, 960, 810, 100, 420, mix(BRICK, SKY, 0.4), "point")
    for index in range(8):
        x = 770 + index * 100
        roof = [(x - 60, 810), (x - 60, 660 - index * 37 % 60), (x, 600 - index * 37 % 60),
            (x + 60, 660 - index * 37 % 60), (x + 60, 810)]
        canvas.fill(roof, mix((BRICK, SAGE, DELFT, OCHRE)[index % 4], SKY, 0.4), 1, glass)
    for x in (920, 1120, 1320):
        canvas.fill(box(x - 5, 90, x + 5, 812), PAPER)
    canvas.fill(box(715, 440, 1525, 450), PAPER)
    canvas.fill(box(660, 806, 1580, 836), lighter(PAPER, 0.5))
    _shelf(canvas)
    bust(canvas, 640, 960, 170, look(1), 0.7)
    desk = mix(OCHRE, BRICK, 0.3)
    canvas.fill(box(0, 950, W, 1000), lighter(desk, 0.25))
    canvas.fade(box(0, 994, W, H), desk, darker(desk, 0.35))
    canvas.fill([(840, 960), (880, 730), (1220, 730), (1180, 960)], mix(INK, PAPER, 0.25))
    canvas.fill([(856, 948), (892, 744), (1204, 744), (1168, 948)], mix(INK, PAPER, 0.35))
    canvas.fill(oval(1030, 846, 20), PAPER, 0.6)
    canvas.fill([(620, 968), (850, 958), (1190, 958), (1190, 972), (620, 980)], mix(INK, PAPER, 0.45))
    _cup(canvas, 1340, 946)
    for index, tone in enumerate((SAGE, BRICK, DELFT)):
        canvas.fill(box(130 + index * 12, 924 - index * 34, 390 - index * 16, 958 - index * 34), tone)
        canvas.fill(box(130 + index * 12, 930 - index * 34, 150 + index * 12, 952 - index * 34), PAPER, 0.8)
    for index, (dx, dy) in enumerate(((-110, -250), (-60, -330), (0, -370), (70, -320), (120, -240))):
        canvas.stroke([(1620, 880), (1620 + dx * 0.5, 880 + dy * 0.7), (1620 + dx, 880 + dy)],
            mix(SAGE, INK, 0.15 + index % 3 * 0.15), (4, 52, 1))
    canvas.fill([(1550, 850), (1690, 850), (1670, 960), (1570, 960)], BRICK)


def _shelf(canvas: Canvas) -> None:
    wood = mix(OCHRE, INK, 0.4)
    for row, y in enumerate((330, 560)):
        canvas.fill(box(90, y, 560, y + 16), wood)
        for index in range(12):
            wide, high = 20 + index * 7 % 13, 110 + index * 31 % 50
            x = 110 + index * 32 + row * 8
            if index != 7 + row:
                canvas.fill(box(x, y - high, x + wide, y), (BRICK, DELFT, SAGE, OCHRE, PAPER)[(index * 3 + row) % 5])


def tafel(canvas: Canvas) -> None:
    """A round table with eight people, seen from above."""
    floor = mix(SAGE, PAPER, 0.45)
    canvas.fill(box(0, 0, W, H), floor)
    for index in range(-6, 16):
        x = index * 150
        canvas.stroke([(x, -20), (x + 500, H + 20)], darker(floor, 0.1), (4, 4), 0.8)
    canvas.spray(box(-200, -200, 700, 1400), lighter(OCHRE, 0.6), 0.35, 150)
    canvas.fill(oval(930, 640, 560), INK, 0.12)
    canvas.fill(oval(900, 600, 585), mix(BLUSH, BRICK, 0.2))
    canvas.fill(oval(900, 600, 556), mix(BLUSH, BRICK, 0.1))
    canvas.fill(oval(926, 630, 374), INK, 0.28)
    for index in range(8):
        angle = index * math.pi / 4 + 0.2
        from_above(canvas, 900 + math.cos(angle) * 450, 600 + math.sin(angle) * 450, angle + math.pi, 100,
            look(index * 2 + index // 4))
    table = mix(OCHRE, BRICK, 0.15)
    top = oval(900, 600, 352, steps=120)
    canvas.fill(oval(900, 604, 360, steps=120), darker(table, 0.35))
    canvas.fill(top, lighter(table, 0.15))
    for radius in (300, 220, 130):
        canvas.fill(ring(oval(900, 600, radius, steps=80), 3), darker(table, 0.14), 0.6)
    canvas.spray(oval(760, 470, 150), lighter(table, 0.7), 0.6, 70, top)
    for index in range(8):
        _place(canvas, index * math.pi / 4 + 0.2, index)
    canvas.fill(oval(912, 612, 74), INK, 0.22)
    canvas.fill(oval(900, 600, 70), BRICK)
    for index in range(11):
        angle = index * 0.571
        canvas.stroke([(900, 600), (900 + math.cos(angle) * 50, 600 + math.sin(angle) * 50),
            (900 + math.cos(angle + 0.2) * 92, 600 + math.sin(angle + 0.2) * 92)],
            mix(SAGE, INK, 0.1 + index % 3 * 0.14), (3, 26, 1))


def _place(canvas: Canvas, angle: float, index: int) -> None:
    """What lies in front of one person: paper, a laptop or a cup."""
    cos, sin = math.cos(angle), math.sin(angle)

    def at(out: float, across: float) -> tuple[float, float]:
        return 900 + cos * out - sin * across, 600 + sin * out + cos * across

    if index % 3 == 0:
        canvas.fill([at(300, -60), at(300, 60), at(216, 60), at(216, -60)], mix(INK, PAPER, 0.3))
        canvas.fill([at(216, -60), at(216, 60), at(196, 64), at(196, -64)], lighter(SKY, 0.2))
    else:
        canvas.fill([at(306, -44), at(300, 50), at(204, 42), at(210, -52)], PAPER)
        for row in range(4):
            canvas.stroke([at(284 - row * 18, -32), at(282 - row * 18, 30)], INK, (3, 3), 0.35)
    x, y = at(226, 92 if index % 2 else -92)
    canvas.fill(oval(x + 4, y + 5, 25), INK, 0.25)
    canvas.fill(oval(x, y, 24), PAPER)
    canvas.fill(oval(x, y, 16), darker(BRICK, 0.5))
