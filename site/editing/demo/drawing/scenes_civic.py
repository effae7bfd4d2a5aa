"""Scenes of the town hall: chamber, front, desk and night."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from .canvas import Canvas
from .chance import seeded
from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, darker, lighter, mix
from .curves import arch, blob, box, line, oval
from .figures import bust, cyclist, from_behind, look, walker
from .motifs import arcade, cloud, gable, house, tower, tree, window_rows

W, H = 1800, 1200


def raadzaal(canvas: Canvas) -> None:
    """The council meets below three tall arched windows."""
    wall = mix(OCHRE, PAPER, 0.72)
    canvas.fade(box(0, 0, W, 760), lighter(wall, 0.2), wall)
    for x in (360, 900, 1440):
        _tall_window(canvas, x)
    for x in (90, 630, 1170, 1710):
        canvas.fill(box(x - 30, 0, x + 30, 720), darker(wall, 0.12))
        canvas.fill(box(x - 30, 0, x - 10, 720), lighter(wall, 0.5))
        canvas.fill(box(x - 44, 660, x + 44, 720), darker(wall, 0.2))
    canvas.fade(box(0, 700, W, H), mix(BRICK, PAPER, 0.42), mix(BRICK, INK, 0.3))
    for x in (360, 900, 1440):
        beam = [(x - 130, 720), (x + 130, 720), (x + 420, H), (x + 20, H)]
        canvas.spray(beam, lighter(OCHRE, 0.6), 0.5, 26, box(0, 700, W, H))
    wood = mix(BRICK, INK, 0.42)
    for index, x in enumerate((660, 900, 1140)):
        bust(canvas, x, 690, 74 if x != 900 else 80, look(index + 3), (900 - x) / 400)
    canvas.fill(box(520, 640, 1280, 800), wood)
    canvas.fill(box(500, 622, 1300, 650), lighter(wood, 0.25))
    arcade(canvas, 530, 1270, 800, 120, 7, darker(wood, 0.25))
    for row, (y, size, count) in enumerate(((900, 78, 5), (1060, 100, 4))):
        for index in range(count):
            seat = W * (index + 0.5) / count + (row * 40 - 20)
            from_behind(canvas, seat, y + 30, size, look(index * 3 + row + 1))
        rail = line([(-20, y - 30), (500, y + 16), (1300, y + 16), (1820, y - 30)])
        canvas.fill([*rail, (1820, y + 130), (-20, y + 130)], darker(wood, 0.16 * row + 0.1))
        canvas.stroke([(-20, y - 30), (500, y + 16), (1300, y + 16), (1820, y - 30)], lighter(wood, 0.3), (16, 18, 16))


def _tall_window(canvas: Canvas, x: float) -> None:
    canvas.fill(arch(x, 620, 330, 590), PAPER)
    canvas.fill(arch(x, 610, 290, 560), SKY)
    glass = arch(x, 610, 290, 560)
    canvas.spray(oval(x - 30, 200, 150, 130), PAPER, 0.8, 50, glass)
    for dx, high in ((-90, 150), (-20, 220), (60, 170), (120, 200)):
        canvas.fill(gable(x + dx, 610, 90, high, int(dx) % 3), mix(DELFT, SKY, 0.6), 1, glass)
    for dx in (-48, 48):
        canvas.fill(box(x + dx - 4, 90, x + dx + 4, 610), PAPER)
    for y in (200, 350, 490):
        canvas.fill(box(x - 145, y - 4, x + 145, y + 4), PAPER)
    canvas.fill(box(x - 180, 610, x + 180, 636), lighter(OCHRE, 0.65))


def gemeentehuis(canvas: Canvas) -> None:
    """The town hall with its arcade in the morning sun."""
    canvas.fade(box(0, 0, W, 900), mix(SKY, DELFT, 0.15), mix(BLUSH, PAPER, 0.4))
    cloud(canvas, 380, 180, 190, PAPER)
    cloud(canvas, 1500, 300, 150, PAPER)
    for index, x in enumerate((60, 190, 1610, 1740)):
        house(canvas, x, 930, 140, 430 + index % 2 * 60, mix((SAGE, OCHRE, BRICK, DELFT)[index], PAPER, 0.2), index)
    brick = mix(BRICK, PAPER, 0.12)
    tower(canvas, 900, 640, 190, 600, brick, "lantern")
    canvas.fill([(280, 480), (360, 350), (1440, 350), (1520, 480)], mix(INK, DELFT, 0.25))
    canvas.fill(box(300, 470, 1500, 930), brick)
    canvas.spray(box(1200, 470, 1560, 930), darker(brick, 0.35), 0.5, 80, box(300, 470, 1500, 930))
    canvas.fill(gable(900, 640, 360, 330, 0), lighter(brick, 0.08))
    canvas.fill(oval(900, 440, 46), PAPER)
    canvas.stroke([(900, 440), (900, 408)], INK, (5, 4))
    canvas.stroke([(900, 440), (922, 452)], INK, (6, 5))
    window_rows(canvas, (320, 500, 760, 680), 1, 6, mix(INK, DELFT, 0.4))
    window_rows(canvas, (1040, 500, 1480, 680), 1, 6, mix(INK, DELFT, 0.4))
    window_rows(canvas, (770, 510, 1030, 680), 1, 3, mix(INK, DELFT, 0.4))
    canvas.fill(box(290, 668, 1510, 690), lighter(brick, 0.6))
    arcade(canvas, 310, 1490, 930, 210, 9, lighter(brick, 0.6))
    canvas.fill(arch(900, 930, 92, 200), lighter(OCHRE, 0.25))
    for step in range(3):
        canvas.fill(box(740 - step * 24, 926 + step * 16, 1060 + step * 24, 944 + step * 16),
            mix(PAPER, INK, 0.1 + step * 0.06))
    canvas.fade(box(0, 972, W, H), mix(PAPER, OCHRE, 0.22), mix(PAPER, BRICK, 0.4))
    canvas.fill(box(0, 928, 742, 974), mix(PAPER, OCHRE, 0.22))
    canvas.fill(box(1058, 928, W, 974), mix(PAPER, OCHRE, 0.22))
    for x, base, high, index, way in ((430, 1010, 150, 0, 1), (1180, 1000, 146, 1, -1), (1290, 1060, 190, 2, 1),
            (640, 1090, 220, 8, 1), (1560, 1130, 260, 4, -1)):
        walker(canvas, x, base, high, look(index), way)
    for index in range(-6, 14):
        canvas.stroke([(900 + (index - 4) * 110, 976), (900 + (index - 4) * 290, H)], darker(PAPER, 0.3), (1, 4), 0.3)
    cyclist(canvas, 1010, 1150, 300, look(9), -1)
    for x in (130, 1690):
        tree(canvas, x, 1080, 480, mix(SAGE, INK, 0.15), x)


def balie(canvas: Canvas) -> None:
    """A visitor is helped at the counter of the town hall."""
    wall = mix(SAGE, PAPER, 0.68)
    canvas.fade(box(0, 0, W, 900), lighter(wall, 0.3), wall)
    for x in (300, 760, 1220, 1680):
        canvas.fill(arch(x, 760, 330, 620), PAPER)
        glass = arch(x, 760, 290, 590)
        canvas.fill(glass, SKY)
        canvas.spray(oval(x, 300, 130, 120), PAPER, 0.7, 40, glass)
        tree(canvas, x - 60, 790, 360, lighter(SAGE, 0.25), x)
        canvas.fill(box(x - 4, 180, x + 4, 760), PAPER)
        canvas.fill(box(x - 145, 430, x + 145, 438), PAPER)
        canvas.fill(box(x - 170, 756, x + 170, 900), wall)
    canvas.fade(box(0, 880, W, H), mix(OCHRE, PAPER, 0.6), mix(OCHRE, BRICK, 0.4))
    for x in (520, 900, 1280):
        canvas.stroke([(x, 0), (x, 150)], INK, (4, 4))
        canvas.fill(arch(x, 210, 130, 66), BRICK)
        canvas.spray(oval(x, 250, 110, 50), lighter(OCHRE, 0.6), 0.5, 30)
    bust(canvas, 640, 800, 124, look(3), 0.8)
    bust(canvas, 1480, 790, 100, look(7), -0.4)
    desk = mix(BRICK, OCHRE, 0.35)
    canvas.fill([*line([(120, 800), (700, 770), (1300, 790), (1820, 770)]), (1820, 1080), (120, 1080)], desk)
    canvas.stroke([(100, 796), (700, 766), (1300, 786), (1820, 764)], lighter(desk, 0.55), (30, 32, 34, 30))
    arcade(canvas, 160, 1800, 1080, 200, 8, darker(desk, 0.18))
    canvas.fill([(760, 768), (780, 640), (920, 650), (900, 774)], mix(INK, PAPER, 0.2))
    canvas.fill(blob([(560, 780), (640, 764), (700, 776), (640, 792)]), PAPER)
    from_behind(canvas, 1120, 1210, 190, look(5))
    _plant(canvas, 90, 1150, 330)
    _plant(canvas, 1730, 790, 150)


def _plant(canvas: Canvas, x: float, base: float, size: float) -> None:
    canvas.fill([(x - size * 0.2, base - size * 0.34), (x + size * 0.2, base - size * 0.34), (x + size * 0.14, base),
        (x - size * 0.14, base)], BRICK)
    canvas.fill([(x + size * 0.04, base - size * 0.34), (x + size * 0.2, base - size * 0.34), (x + size * 0.14, base),
        (x + size * 0.04, base)], darker(BRICK, 0.35))
    for index, (dx, dy) in enumerate(((-0.5, -0.8), (-0.26, -1.1), (0.02, -1.25), (0.3, -1.05), (0.52, -0.74),
            (-0.4, -0.5), (0.4, -0.46))):
        leaf = [(x, base - size * 0.32), (x + dx * size * 0.5, base + dy * size * 0.7),
            (x + dx * size, base + dy * size)]
        canvas.stroke(leaf, mix(SAGE, INK, 0.16 + index % 3 * 0.14), (4, size * 0.17, 1))


def nacht(canvas: Canvas) -> None:
    """The town hall at night: one window is still lit."""
    night = mix(INK, DELFT, 0.35)
    canvas.fade(box(0, 0, W, 950), darker(INK, 0.2), mix(night, DELFT, 0.35))
    dice = seeded(21)
    for _ in range(90):
        canvas.fill(oval(dice.uniform(0, W), dice.uniform(0, 560), dice.uniform(1.2, 3.2)), lighter(SKY, 0.5),
            dice.uniform(0.4, 1))
    canvas.spray(oval(1420, 230, 170), lighter(SKY, 0.2), 0.4, 80)
    canvas.fill(oval(1420, 230, 84), lighter(OCHRE, 0.75))
    canvas.fill(oval(1452, 214, 74), mix(INK, DELFT, 0.2))
    for index, x in enumerate((70, 210, 350, 1450, 1590, 1730)):
        canvas.fill(gable(x, 900, 136, 330 + index * 53 % 120, index % 4), mix(night, DELFT, 0.25))
    wall = mix(INK, DELFT, 0.2)
    tower(canvas, 900, 560, 170, 500, wall, "lantern")
    canvas.fill([(440, 480), (520, 370), (1280, 370), (1360, 480)], darker(INK, 0.3))
    canvas.fill(box(460, 470, 1340, 900), wall)
    canvas.fill(gable(900, 560, 300, 250, 0), lighter(wall, 0.06))
    for row, y in enumerate((590, 690)):
        for column in range(9):
            x = 520 + column * 95
            lit = row == 0 and column == 6
            canvas.fill(arch(x, y, 52, 78), lighter(OCHRE, 0.35) if lit else darker(wall, 0.5))
    canvas.spray(oval(1090, 552, 70, 80), OCHRE, 0.55, 46)
    canvas.fill(arch(1090, 590, 52, 78), lighter(OCHRE, 0.45))
    canvas.fill(oval(1094, 560, 10, 12), INK)
    canvas.fill(blob([(1074, 590), (1080, 574), (1094, 570), (1108, 574), (1114, 590)]), INK)
    arcade(canvas, 470, 1330, 900, 160, 9, lighter(wall, 0.14))
    canvas.fade(box(0, 896, W, H), mix(INK, DELFT, 0.3), darker(INK, 0.3))
    glow = [(1064, 900), (1116, 900), (1150, H), (1030, H)]
    canvas.spray(glow, OCHRE, 0.5, 16)
    for index in range(12):
        y = 930 + index * 24
        reach = 26 + index * 5
        canvas.stroke([(1090 - reach, y), (1090, y - 3), (1090 + reach, y)], lighter(OCHRE, 0.4), (1, 4, 1), 0.7)
    for x in (180, 1640):
        canvas.stroke([(x, 1060), (x, 760)], darker(INK, 0.5), (14, 9))
        canvas.fill(arch(x, 770, 44, 60), lighter(OCHRE, 0.2))
        canvas.spray(oval(x, 750, 80), OCHRE, 0.4, 50)
    walker(canvas, 620, 1010, 150, look(4), 1)
