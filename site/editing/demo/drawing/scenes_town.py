"""Scenes of the town: square, quay, market, neighbourhood and bridge."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from .canvas import Canvas
from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, darker, lighter, mix
from .curves import arch, blob, box, line, oval
from .figures import cyclist, look, walker
from .motifs import arcade, cloud, house, sail, sun, tower, tree, water

W, H = 1800, 1200


def stadsplein(canvas: Canvas) -> None:
    """A square with lime trees, a terrace and long afternoon shadows."""
    canvas.fade(box(0, 0, W, 760), mix(SKY, DELFT, 0.1), mix(OCHRE, PAPER, 0.7))
    sun(canvas, 300, 220, 90, lighter(OCHRE, 0.45))
    cloud(canvas, 1350, 170, 170, PAPER)
    tower(canvas, 1180, 780, 150, 700, mix(BRICK, PAPER, 0.35), "lantern")
    tones = (OCHRE, BRICK, PAPER, SAGE, DELFT, BRICK, OCHRE, SAGE, BRICK, PAPER)
    for index, tone in enumerate(tones):
        house(canvas, 60 + index * 186, 820, 182, 400 + index * 61 % 150, mix(darker(tone, 0.08), BLUSH, 0.2),
            index % 4)
    square = box(0, 812, W, H)
    canvas.fade(square, mix(PAPER, OCHRE, 0.3), mix(BRICK, OCHRE, 0.45))
    for index in range(-8, 20):
        canvas.stroke([(900 + (index - 5) * 90, 816), (900 + (index - 5) * 330, H)], darker(OCHRE, 0.2), (2, 5), 0.3)
    for x in (190, 560, 1500):
        canvas.fill([(x, 960), (x + 20, 964), (x + 760, 1080), (x + 640, 1100)], INK, 0.16)
        canvas.spray(oval(x + 560, 1060, 240, 50), INK, 0.3, 26, square)
    for x, high in ((190, 520), (560, 460), (1500, 500)):
        tree(canvas, x, 970, high, mix(SAGE, OCHRE, 0.12), x)
    for x, tone in ((900, BRICK), (1110, PAPER), (1300, BRICK)):
        canvas.stroke([(x, 960), (x, 780)], INK, (7, 7))
        canvas.fill([(x - 130, 826), (x, 752), (x + 130, 826)], tone)
        canvas.fill([(x, 752), (x + 130, 826), (x + 44, 826)], darker(tone, 0.2))
        canvas.fill(oval(x, 916, 52, 12), INK)
        canvas.stroke([(x, 916), (x, 966)], INK, (7, 7))
    for x, base, high, index, way in ((760, 960, 190, 0, 1), (1010, 980, 200, 6, -1), (420, 1080, 280, 3, 1),
            (1390, 1120, 310, 7, -1), (1220, 990, 190, 2, 1)):
        walker(canvas, x, base, high, look(index), way)
    cyclist(canvas, 760, 1160, 330, look(11), 1)


def kade(canvas: Canvas) -> None:
    """A quay with canal houses, a barge and their reflections."""
    canvas.fade(box(0, 0, W, 760), mix(SKY, PAPER, 0.2), mix(BLUSH, PAPER, 0.3))
    cloud(canvas, 500, 160, 190, PAPER)
    cloud(canvas, 1420, 240, 150, PAPER)
    tones = (BRICK, PAPER, SAGE, OCHRE, BRICK, DELFT, BLUSH, BRICK, SAGE, OCHRE, BRICK)
    for index, tone in enumerate(tones):
        wide = 150 + index * 17 % 30
        house(canvas, 70 + index * 168, 740, wide, 430 + index * 83 % 150, darker(tone, 0.1),
            (0, 1, 2, 0, 3)[index % 5])
    canvas.fill(box(0, 736, W, 790), mix(PAPER, INK, 0.28))
    arcade(canvas, 900, 1500, 850, 70, 6, mix(INK, BRICK, 0.3))
    canvas.fill(box(0, 786, W, 850), mix(BRICK, INK, 0.4), 0.75)
    water(canvas, 846, H, W, mix(DELFT, SAGE, 0.4))
    for index, tone in enumerate(tones):
        x = 70 + index * 168
        canvas.spray(box(x - 60, 850, x + 60, 980 + index * 41 % 90), darker(tone, 0.2), 0.4, 22, box(0, 848, W, H))
    for x in (240, 760, 1580):
        tree(canvas, x, 766, 330, mix(SAGE, INK, 0.08), x)
    hull = blob([(240, 950), (500, 962), (1000, 962), (1180, 920), (1140, 1040), (980, 1064), (360, 1064), (270, 1030)])
    canvas.fill(oval(720, 1066, 480, 26), INK, 0.35)
    canvas.fill(hull, mix(INK, DELFT, 0.15))
    rim = line([(240, 950), (500, 962), (1000, 962), (1180, 920)])
    canvas.fill([*rim, (1170, 950), (1000, 988), (500, 988), (246, 976)], BRICK)
    canvas.fill(box(380, 880, 780, 964), PAPER)
    canvas.fill(box(366, 866, 794, 886), mix(SAGE, INK, 0.3))
    for x in (440, 540, 640, 730):
        canvas.fill(arch(x, 950, 46, 50), mix(DELFT, INK, 0.3))
    canvas.fill(box(960, 790, 968, 960), INK)
    canvas.fill([(968, 800), (1040, 812), (968, 830)], OCHRE)
    walker(canvas, 1330, 790, 130, look(2), -1)
    walker(canvas, 520, 786, 124, look(5), 1)
    cyclist(canvas, 1060, 788, 140, look(0), -1)
    for x in (1300, 1540, 1760):
        canvas.fill(blob([(x - 26, 1170), (x - 20, 1090), (x, 1076), (x + 20, 1090), (x + 26, 1170)]), INK)
    canvas.fill(box(0, 1150, W, H), mix(PAPER, INK, 0.35))
    canvas.fill(box(0, 1150, W, 1160), lighter(INK, 0.8))


def markt(canvas: Canvas) -> None:
    """A weekly market below striped awnings."""
    canvas.fade(box(0, 0, W, 760), SKY, mix(SKY, PAPER, 0.8))
    cloud(canvas, 380, 130, 170, PAPER)
    tower(canvas, 330, 700, 150, 640, mix(BRICK, PAPER, 0.4), "lantern")
    for index, x in enumerate(range(500, 1900, 170)):
        house(canvas, x, 740, 164, 400 + index * 71 % 130, mix((BRICK, OCHRE, DELFT, PAPER, SAGE)[index % 5], PAPER,
            0.28), index % 4)
    arcade(canvas, -40, 260, 740, 220, 3, mix(BRICK, PAPER, 0.5))
    canvas.fade(box(0, 736, W, H), mix(PAPER, OCHRE, 0.22), mix(BRICK, OCHRE, 0.5))
    for x, base, wide, tone in ((1010, 850, 330, SAGE), (1420, 870, 360, OCHRE), (620, 850, 320, DELFT)):
        _stall(canvas, x, base, wide, tone)
    for x, base, high, index, way in ((830, 900, 220, 3, 1), (1220, 910, 230, 5, -1), (1650, 960, 260, 2, -1)):
        walker(canvas, x, base, high, look(index), way)
    _stall(canvas, 330, 1100, 600, BRICK)
    _stall(canvas, 1400, 1130, 640, DELFT)
    walker(canvas, 820, 1130, 400, look(1), 1)
    walker(canvas, 980, 1170, 420, look(8), -1)


def _stall(canvas: Canvas, x: float, base: float, wide: float, tone: tuple[int, int, int]) -> None:
    """A stall with a scalloped awning and crates of produce."""
    half, high = wide / 2, wide * 0.72
    for sign in (-1, 1):
        canvas.fill(box(x + sign * half * 0.92 - wide * 0.012, base - high * 0.8, x + sign * half * 0.92 + wide * 0.012,
            base), INK)
    canvas.fill(box(x - half * 0.92, base - high * 0.7, x + half * 0.92, base - high * 0.3), INK, 0.35)
    canvas.fill([(x - half * 0.96, base - high * 0.32), (x + half * 0.96, base - high * 0.32), (x + half * 0.96, base),
        (x - half * 0.96, base)], mix(PAPER, OCHRE, 0.3))
    canvas.spray(box(x - half, base - high * 0.1, x + half, base), darker(OCHRE, 0.4), 0.5, wide * 0.04,
        box(x - half * 0.96, base - high * 0.32, x + half * 0.96, base))
    goods = (BRICK, OCHRE, SAGE, lighter(BRICK, 0.3), mix(SAGE, INK, 0.3))
    for crate in range(4):
        left = x - half * 0.9 + crate * half * 0.46
        for fruit in range(14):
            fx, fy = left + half * (0.05 + fruit % 5 * 0.076), base - high * (0.35 + fruit // 5 * 0.05)
            canvas.fill(oval(fx, fy, wide * 0.024), darker(goods[(crate * 2 + int(wide)) % 5], 0.1 * (fruit % 3)))
        canvas.fill(box(left, base - high * 0.35, left + half * 0.42, base - high * 0.24), mix(OCHRE, INK, 0.35))
    for stripe in range(8):
        shade = tone if stripe % 2 == 0 else PAPER
        left, right = -1 + stripe / 4, -0.75 + stripe / 4
        canvas.fill([(x + half * left * 0.8, base - high), (x + half * right * 0.8, base - high),
            (x + half * right * 1.06, base - high * 0.72), (x + half * left * 1.06, base - high * 0.72)], shade)
        middle = x + half * (left + right) / 2 * 1.06
        canvas.fill(oval(middle, base - high * 0.72, half * 0.133, high * 0.06), darker(shade, 0.12))


def woonwijk(canvas: Canvas) -> None:
    """A neighbourhood with solar roofs, hedges and a ball in the street."""
    canvas.fade(box(0, 0, W, 760), SKY, mix(BLUSH, PAPER, 0.5))
    cloud(canvas, 1300, 170, 190, PAPER)
    cloud(canvas, 350, 260, 140, PAPER)
    for index in range(10):
        tree(canvas, index * 200 + 40, 720, 300 + index * 47 % 90, lighter(SAGE, 0.25), index)
    for index in range(4):
        _row_house(canvas, 90 + index * 440, index)
    canvas.fade(box(0, 870, W, H), mix(PAPER, INK, 0.2), mix(PAPER, INK, 0.38))
    canvas.fill(box(0, 868, W, 910), mix(PAPER, OCHRE, 0.25))
    for index in range(13):
        x = 30 + index * 146
        if index % 3 != 1:
            canvas.fill(blob([(x - 76, 880), (x - 64, 812), (x, 796), (x + 64, 812), (x + 76, 880)]),
                mix(SAGE, INK, 0.1 + index % 3 * 0.08))
    for index in range(8):
        canvas.fill([(80 + index * 240, 1050), (190 + index * 240, 1050), (180 + index * 250, 1064),
            (60 + index * 250, 1064)], PAPER, 0.8)
    for x, base, high, index, way in ((420, 980, 230, 6, 1), (520, 984, 150, 2, 1), (1240, 960, 140, 5, -1),
            (1420, 966, 150, 3, -1)):
        walker(canvas, x, base, high, look(index), way)
    canvas.fill(oval(1330, 954, 15), OCHRE)
    cyclist(canvas, 880, 1150, 360, look(9), -1)
    tree(canvas, 1690, 1130, 700, mix(SAGE, INK, 0.14), 77)


def _row_house(canvas: Canvas, x: float, index: int) -> None:
    """One brick house of a row, with an arched porch and panels on the roof."""
    brick = mix((BRICK, OCHRE, BRICK, SAGE)[index], (INK, BRICK, PAPER, INK)[index], (0.12, 0.45, 0.25, 0.2)[index])
    roof = mix(INK, BRICK, 0.35)
    canvas.fill(box(x - 60, 520, x + 340, 880), brick)
    canvas.spray(box(x + 240, 520, x + 360, 880), darker(brick, 0.4), 0.5, 40, box(x - 60, 520, x + 340, 880))
    canvas.fill([(x - 84, 530), (x - 10, 350), (x + 290, 350), (x + 364, 530)], roof)
    for row in range(2):
        for column in range(4):
            left, top = x + 40 + column * 54, 386 + row * 56
            canvas.fill([(left, top), (left + 48, top), (left + 52, top + 48), (left + 4, top + 48)], DELFT)
            canvas.stroke([(left + 6, top + 42), (left + 44, top + 6)], lighter(SKY, 0.3), (2, 2), 0.6)
    canvas.fill(box(x - 20, 320, x + 20, 420), darker(brick, 0.2))
    for left in (-24, 110, 226):
        canvas.fill(box(x + left - 6, 574, x + left + 86, 684), PAPER)
        canvas.fill(box(x + left, 580, x + left + 80, 678), mix(DELFT, INK, 0.35))
        canvas.fill([(x + left, 580), (x + left + 40, 580), (x + left, 650)], lighter(SKY, 0.2), 0.5)
    canvas.fill(arch(x + 20, 880, 110, 170), PAPER)
    canvas.fill(arch(x + 20, 880, 84, 150), (DELFT, BRICK, SAGE, OCHRE)[(index + 1) % 4])
    canvas.fill(box(x + 116, 730, x + 312, 850), PAPER)
    canvas.fill(box(x + 124, 738, x + 304, 842), mix(OCHRE, PAPER, 0.35) if index == 2 else mix(DELFT, INK, 0.35))
    canvas.fill(box(x + 210, 738, x + 217, 842), PAPER)


def brug(canvas: Canvas) -> None:
    """A stone bridge on wide arches in evening light."""
    canvas.fade(box(0, 0, W, 720), mix(DELFT, SKY, 0.5), mix(OCHRE, BLUSH, 0.5))
    sun(canvas, 1240, 480, 110, lighter(OCHRE, 0.4))
    cloud(canvas, 420, 220, 220, lighter(BLUSH, 0.3))
    cloud(canvas, 1500, 150, 150, lighter(BLUSH, 0.4))
    far = mix(DELFT, BLUSH, 0.45)
    tower(canvas, 330, 700, 110, 480, far, "lantern")
    tower(canvas, 700, 700, 80, 330, far, "point")
    for index in range(14):
        x = 60 + index * 130
        canvas.fill([(x - 70, 720), (x - 70, 610 - index * 37 % 50), (x, 560 - index * 37 % 50),
            (x + 70, 610 - index * 37 % 50), (x + 70, 720)], mix(far, INK, 0.08 * (index % 3)))
    water(canvas, 710, H, W, mix(DELFT, BLUSH, 0.25))
    canvas.spray([(1180, 720), (1300, 720), (1420, H), (1060, H)], lighter(OCHRE, 0.4), 0.6, 36)
    stone = mix(BRICK, INK, 0.2)
    stone_arches(canvas, stone)
    sail(canvas, 1010, 1010, 190, INK, PAPER)
    cyclist(canvas, 520, 590, 190, look(0), 1)
    cyclist(canvas, 760, 578, 186, look(7), 1)
    walker(canvas, 1230, 584, 180, look(6), -1)
    for x in (180, 900, 1600):
        canvas.stroke([(x, 610), (x, 410)], INK, (10, 7))
        canvas.fill(arch(x, 420, 34, 46), lighter(OCHRE, 0.4))


def stone_arches(canvas: Canvas, stone: tuple[int, int, int]) -> None:
    """Three wide arches, with what lies behind them and their mirror in the water."""
    deck = line([(-20, 620), (400, 588), (900, 572), (1400, 588), (1820, 620)])
    body = [*deck, (1820, 930), (-20, 930)]
    light = mix(OCHRE, BLUSH, 0.5)
    canvas.spray(box(0, 930, W, 1060), darker(stone, 0.4), 0.6, 30)
    canvas.fill(body, stone)
    canvas.spray(box(0, 800, W, 960), darker(stone, 0.45), 0.6, 50, body)
    for x, wide in ((300, 440), (900, 500), (1500, 440)):
        canvas.fill(arch(x, 932, wide, wide * 0.62), lighter(stone, 0.35))
        canvas.fill(arch(x, 932, wide - 44, wide * 0.62 - 24), darker(stone, 0.5))
        inside = arch(x + 26, 932, wide - 96, wide * 0.62 - 44)
        canvas.fill(inside, light)
        canvas.fill(box(x - wide, 850, x + wide, 940), mix(DELFT, BLUSH, 0.4), 1, inside)
        canvas.spray(oval(x, 960, wide * 0.36, 60), lighter(light, 0.3), 0.5, 24)
    canvas.stroke([(-20, 614), (400, 582), (900, 566), (1400, 582), (1820, 614)], lighter(stone, 0.45), (20,) * 5)
