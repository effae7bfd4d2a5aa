"""Building blocks of town and land, shared by backdrops and scenes."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

import math

from .canvas import Canvas
from .chance import seeded
from .colour import BRICK, INK, PAPER, SAGE, Colour, darker, lighter, mix
from .curves import Point, arch, blob, box, line, oval


def cloud(canvas: Canvas, x: float, y: float, size: float, tone: Colour) -> None:
    """A long flat cloud."""
    puffs = [(-1.5, 0.1), (-1.0, -0.2), (-0.6, -0.42), (-0.1, -0.34), (0.3, -0.5), (0.8, -0.22), (1.4, 0.0),
        (1.7, 0.14), (0.4, 0.2), (-0.8, 0.2)]
    shape = blob([(x + px * size, y + py * size * 0.8) for px, py in puffs])
    canvas.fill(shape, tone, 0.85)
    canvas.spray(box(x - 2 * size, y + 0.05 * size, x + 2 * size, y + size), darker(tone, 0.12), 0.5, size * 0.12,
        shape)


def sun(canvas: Canvas, x: float, y: float, radius: float, tone: Colour) -> None:
    """A pale sun with a halo of stipple."""
    canvas.spray(oval(x, y, radius * 1.5), tone, 0.45, radius * 0.6)
    canvas.fill(oval(x, y, radius), tone)


def water(canvas: Canvas, top: float, bottom: float, width: float, tone: Colour, seed: int = 3) -> None:
    """Water with short bright and dark ripples that grow towards the viewer."""
    canvas.fade(box(0, top, width, bottom), lighter(tone, 0.25), darker(tone, 0.12))
    dice = seeded(seed)
    for _ in range(56):
        share = dice.random() ** 1.4
        x, y = dice.uniform(-60, width), top + 8 + share * (bottom - top - 16)
        length = 30 + 130 * share
        shade = lighter(tone, 0.55) if dice.random() < 0.6 else darker(tone, 0.2)
        canvas.stroke([(x, y), (x + length / 2, y - 2), (x + length, y)], shade, (0.5, 2 + 4 * share, 0.5), 0.7)


def hill(canvas: Canvas, points: list[Point], bottom: float, tone: Colour) -> None:
    """Land below a wavy skyline."""
    canvas.fill([*line(points), (points[-1][0], bottom), (points[0][0], bottom)], tone)


def tree(canvas: Canvas, x: float, base: float, height: float, tone: Colour, seed: int = 1) -> None:
    """A leafy tree: trunk, crown in clumps, light at the upper left."""
    dice = seeded(seed)
    width = height * 0.07
    trunk = [(x - width / 2, base), (x - width * 0.3, base - height * 0.6), (x + width * 0.3, base - height * 0.6),
        (x + width / 2, base)]
    canvas.fill(trunk, darker(tone, 0.6))
    crown = []
    for index in range(12):
        angle = index * math.pi / 6
        reach = dice.uniform(0.85, 1.12)
        crown.append((x + math.cos(angle) * height * 0.3 * reach,
            base - height * 0.66 + math.sin(angle) * height * 0.33 * reach))
    shape = blob(crown)
    canvas.fill(shape, tone)
    canvas.spray(oval(x + height * 0.16, base - height * 0.52, height * 0.2, height * 0.3), darker(tone, 0.4), 0.7,
        height * 0.07, shape)
    canvas.spray(oval(x - height * 0.12, base - height * 0.82, height * 0.13), lighter(tone, 0.4), 0.6, height * 0.06,
        shape)


def poplar(canvas: Canvas, x: float, base: float, height: float, tone: Colour) -> None:
    """A slim tree along a dyke or road."""
    shape = blob([(x, base - height), (x + height * 0.1, base - height * 0.6),
        (x + height * 0.08, base - height * 0.14), (x - height * 0.08, base - height * 0.14),
        (x - height * 0.1, base - height * 0.6)])
    canvas.fill(box(x - height * 0.015, base - height * 0.3, x + height * 0.015, base), darker(tone, 0.5))
    canvas.fill(shape, tone)
    canvas.spray(box(x + height * 0.02, base - height, x + height * 0.2, base), darker(tone, 0.4), 0.6, height * 0.04,
        shape)


def arcade(canvas: Canvas, left: float, right: float, base: float, height: float, count: int, tone: Colour) -> None:
    """A row of arches: the motif of the house."""
    step = (right - left) / count
    for index in range(count):
        x = left + step * (index + 0.5)
        canvas.fill(arch(x, base, step * 0.66, height), tone)
        canvas.fill(arch(x + step * 0.07, base, step * 0.52, height * 0.93), darker(tone, 0.3))


def window_rows(canvas: Canvas, frame: tuple[float, float, float, float], rows: int, columns: int, tone: Colour,
        lit: Colour | None = None) -> None:
    """Rows of upright windows, each with a cross-bar; some may be lit."""
    left, top, right, bottom = frame
    wide, high = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = left + wide * (column + 0.22), top + high * (row + 0.15)
            glass = lit if lit and (row * 3 + column * 5) % 7 == 1 else tone
            canvas.fill(box(x, y, x + wide * 0.56, y + high * 0.66), glass)
            canvas.fill(box(x, y + high * 0.22, x + wide * 0.56, y + high * 0.22 + 3), lighter(tone, 0.55))
            canvas.fill(box(x + wide * 0.26, y, x + wide * 0.26 + 3, y + high * 0.66), lighter(tone, 0.55))


def gable(x: float, base: float, width: float, height: float, kind: int) -> list[Point]:
    """The front of a canal house: stepped, bell-shaped, necked or plain."""
    half, eaves = width / 2, base - height * 0.72
    top = base - height
    if kind == 0:
        steps: list[Point] = []
        for index in range(5):
            y = eaves - (eaves - top) * index / 4
            steps += [(half * (1 - index * 0.2), y), (half * (0.8 - index * 0.2), y)]
        right = [*steps[:-1], (half * 0.2, top)]
    elif kind == 1:
        right = line([(half, eaves), (half * 0.9, eaves - height * 0.06), (half * 0.5, eaves - height * 0.1),
            (half * 0.36, eaves - height * 0.22), (half * 0.2, top), (0, top - height * 0.02)])
    elif kind == 2:
        right = [(half, eaves), (half * 0.46, eaves), (half * 0.46, top + height * 0.06), (0, top)]
    else:
        right = [(half, eaves), (half, top + height * 0.08), (half * 1.06, top + height * 0.08),
            (half * 1.06, top + height * 0.04), (0, top + height * 0.04)]
    left = [(-px, py) for px, py in right[::-1]]
    return [(x + px, py) for px, py in [(half, base), *right, *left, (-half, base)]]


def house(canvas: Canvas, x: float, base: float, width: float, height: float, tone: Colour, kind: int = 0) -> None:
    """A canal house with windows and an arched door."""
    front = gable(x, base, width, height, kind)
    canvas.fill(front, tone)
    canvas.spray(box(x + width * 0.2, base - height, x + width * 0.6, base), darker(tone, 0.3), 0.5, width * 0.12,
        front)
    glass = darker(mix(tone, INK, 0.55), 0.1)
    window_rows(canvas, (x - width * 0.44, base - height * 0.7, x + width * 0.44, base - height * 0.24), 3, 3, glass)
    canvas.fill(arch(x, base - height * 0.78, width * 0.18, height * 0.09), glass)
    canvas.fill(arch(x - width * 0.2, base, width * 0.24, height * 0.2), darker(tone, 0.6))
    canvas.fill(box(x + width * 0.04, base - height * 0.17, x + width * 0.38, base - height * 0.04), glass)


def tower(canvas: Canvas, x: float, base: float, width: float, height: float, tone: Colour,
        spire: str = "point") -> None:
    """A church or town-hall tower with arched openings and a spire or lantern."""
    body = base - height * 0.62
    canvas.fill(box(x - width / 2, body, x + width / 2, base), tone)
    dark = darker(tone, 0.28)
    canvas.fill(box(x + width * 0.1, body, x + width / 2, base), dark, 0.55)
    cap = _spire(x, body, width, height * 0.38, spire)
    for index, part in enumerate(cap):
        canvas.fill(part, darker(tone, 0.2 + 0.12 * (index % 2)))
    for y in (body + height * 0.14, body + height * 0.36):
        for dx in (-0.2, 0.2):
            canvas.fill(arch(x + dx * width, y, width * 0.2, height * 0.1), darker(tone, 0.5))
        canvas.fill(box(x - width * 0.54, y + height * 0.03, x + width * 0.54, y + height * 0.045), lighter(tone, 0.25))
    canvas.fill(oval(x, body + height * 0.025, width * 0.12), lighter(tone, 0.6))


def _spire(x: float, foot: float, width: float, height: float, kind: str) -> list[list[Point]]:
    half, top = width / 2, foot - height
    if kind == "lantern":
        return [
            [(x - half * 1.1, foot), (x - half * 0.7, foot - height * 0.22), (x + half * 0.7, foot - height * 0.22),
                (x + half * 1.1, foot)],
            box(x - half * 0.55, foot - height * 0.5, x + half * 0.55, foot - height * 0.22),
            blob([(x - half * 0.7, foot - height * 0.5), (x - half * 0.5, foot - height * 0.66),
                (x, foot - height * 0.74), (x + half * 0.5, foot - height * 0.66),
                (x + half * 0.7, foot - height * 0.5)]),
            [(x - 5, foot - height * 0.7), (x, top), (x + 5, foot - height * 0.7)],
        ]
    if kind == "saddle":
        return [[(x - half * 1.08, foot), (x - half * 0.2, foot - height * 0.5), (x + half * 0.2, foot - height * 0.5),
            (x + half * 1.08, foot)]]
    if kind == "flat":
        return [box(x + half * (-1.05 + 0.45 * i), foot - height * 0.1, x + half * (-0.75 + 0.45 * i),
            foot) for i in range(5)]
    return [[(x - half * 1.1, foot), (x, top), (x + half * 1.1, foot)],
        [(x + half * 0.1, foot), (x, top), (x + half * 1.1, foot)]]


def sail(canvas: Canvas, x: float, base: float, size: float, hull: Colour, cloth: Colour) -> None:
    """A flat-bottomed sailing boat."""
    canvas.fill(blob([(x - size * 0.55, base - size * 0.1), (x, base - size * 0.05),
        (x + size * 0.5, base - size * 0.12), (x + size * 0.42, base + size * 0.03),
        (x - size * 0.42, base + size * 0.04)]), hull)
    canvas.stroke([(x - size * 0.08, base - size * 0.06), (x - size * 0.05, base - size * 1.2)], hull,
        (6 * size / 200, 3))
    main = [*line([(x - size * 0.03, base - size * 1.16), (x + size * 0.3, base - size * 0.7),
        (x + size * 0.44, base - size * 0.16)]), (x - size * 0.04, base - size * 0.14)]
    canvas.fill(main, cloth)
    canvas.spray(box(x + size * 0.1, base - size * 1.2, x + size * 0.6, base), darker(cloth, 0.3), 0.45, size * 0.1,
        main)
    canvas.fill([(x - size * 0.11, base - size * 0.95), (x - size * 0.12, base - size * 0.14),
        (x - size * 0.5, base - size * 0.12)], lighter(cloth, 0.4))


def windmill(canvas: Canvas, x: float, base: float, size: float, tone: Colour) -> None:
    """A tower mill with four sails."""
    hub = (x, base - size * 0.72)
    canvas.fill([(x - size * 0.24, base), (x - size * 0.13, base - size * 0.66), (x + size * 0.13, base - size * 0.66),
        (x + size * 0.24, base)], tone)
    canvas.fill([(x + size * 0.04, base), (x + size * 0.03, base - size * 0.66), (x + size * 0.13, base - size * 0.66),
        (x + size * 0.24, base)], darker(tone, 0.3))
    canvas.fill(blob([(x - size * 0.15, base - size * 0.65), (x - size * 0.1, base - size * 0.78),
        (x + size * 0.08, base - size * 0.8), (x + size * 0.16, base - size * 0.65)]), darker(tone, 0.45))
    canvas.fill(arch(x - size * 0.04, base, size * 0.12, size * 0.17), darker(tone, 0.6))
    canvas.fill(box(x - size * 0.3, base - size * 0.3, x + size * 0.3, base - size * 0.275), darker(tone, 0.5))
    for quarter in range(4):
        angle = 0.45 + quarter * math.pi / 2
        along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        tip = (hub[0] + along[0] * size * 0.62, hub[1] + along[1] * size * 0.62)
        canvas.stroke([hub, tip], darker(tone, 0.6), (size * 0.02, size * 0.012))
        blade = [(hub[0] + along[0] * size * a + across[0] * size * b, hub[1]
            + along[1] * size * a + across[1] * size * b) for a, b in ((0.14, 0), (0.14, 0.09), (0.62, 0.1), (0.62, 0))]
        canvas.fill(blade, lighter(tone, 0.6), 0.9)
        for a in (0.24, 0.34, 0.44, 0.54):
            bar = [(hub[0] + along[0] * size * a + across[0] * size * b, hub[1]
                + along[1] * size * a + across[1] * size * b) for b in (0, 0.1)]
            canvas.stroke(bar, darker(tone, 0.4), (2, 2), 0.8)


def turbine(canvas: Canvas, x: float, base: float, height: float, tone: Colour, turn: float = 0.3) -> None:
    """A wind turbine."""
    hub = (x, base - height)
    canvas.stroke([(x, base), hub], tone, (height * 0.035, height * 0.018))
    for third in range(3):
        angle = turn + third * 2 * math.pi / 3
        mid = (hub[0] + math.cos(angle + 0.05) * height * 0.2, hub[1] + math.sin(angle + 0.05) * height * 0.2)
        tip = (hub[0] + math.cos(angle) * height * 0.52, hub[1] + math.sin(angle) * height * 0.52)
        canvas.stroke([hub, mid, tip], tone, (height * 0.014, height * 0.03, 1))
    canvas.fill(oval(*hub, height * 0.018), darker(tone, 0.2))


def crane(canvas: Canvas, x: float, base: float, height: float, tone: Colour, sign: int = 1) -> None:
    """A harbour crane on its portal, jib to one side."""
    leg = height * 0.1
    for dx in (-1, 1):
        canvas.stroke([(x + dx * leg * 1.5, base), (x + dx * leg, base - height * 0.42)], tone, (12, 9))
    canvas.fill(box(x - leg * 1.7, base - height * 0.25, x + leg * 1.7, base - height * 0.22), tone)
    canvas.fill(box(x - leg * 1.3, base - height * 0.56, x + leg * 1.2, base - height * 0.42), darker(tone, 0.15))
    canvas.fill(box(x + sign * leg * 0.2 - 12, base - height * 0.54, x + sign * leg * 0.2 + 22, base - height * 0.48),
        lighter(tone, 0.7))
    foot, tip, peak = (x, base - height * 0.56), (x + sign * height * 0.5, base - height * 1.0), (x - sign * leg * 0.6,
        base - height * 0.86)
    for offset in (0, 20):
        canvas.stroke([(foot[0] + sign * offset, foot[1]), (tip[0], tip[1] + offset * 0.3)], tone, (8, 5))
    for index in range(9):
        share = (index + 0.5) / 9
        px, py = foot[0] + (tip[0] - foot[0]) * share, foot[1] + (tip[1] - foot[1]) * share
        canvas.stroke([(px, py), (px + sign * 20 * (1 - share) + 8, py - 6)], tone, (3, 3))
    canvas.stroke([foot, peak], tone, (9, 7))
    canvas.stroke([peak, tip], tone, (3, 3))
    canvas.stroke([tip, (tip[0], base - height * 0.42)], tone, (2.5, 2.5))
    canvas.fill(oval(tip[0], base - height * 0.42, 8, 11), tone)


def stone_bridge(canvas: Canvas, left: float, right: float, deck: float, base: float, count: int, tone: Colour) -> None:
    """A bridge on round arches, with its reflection left to the water."""
    canvas.fill(box(left, deck, right, base), tone)
    canvas.spray(box(left, deck + (base - deck) * 0.5, right, base), darker(tone, 0.3), 0.5, 24,
        box(left, deck, right, base))
    canvas.fill(box(left, deck - 10, right, deck + 8), lighter(tone, 0.3))
    step = (right - left) / count
    for index in range(count):
        x = left + step * (index + 0.5)
        canvas.fill(arch(x, base, step * 0.78, (base - deck) * 0.8), darker(tone, 0.45))
        canvas.fill(arch(x + step * 0.05, base, step * 0.66, (base - deck) * 0.72), lighter(darker(tone, 0.2), 0.6))


def grass(canvas: Canvas, left: float, right: float, base: float, height: float, tone: Colour, seed: int = 5) -> None:
    """Blades along the lower edge, as a foreground."""
    dice = seeded(seed)
    for _ in range(int((right - left) / 9)):
        x, tall, bend = dice.uniform(left, right), height * dice.uniform(0.4, 1), dice.uniform(-0.3, 0.4) * height
        shade = mix(darker(tone, 0.35), lighter(tone, 0.3), dice.random())
        canvas.stroke([(x, base), (x + bend * 0.3, base - tall * 0.6), (x + bend, base - tall)], shade, (5, 4, 0.5))


def farm(canvas: Canvas, x: float, base: float, size: float, tone: Colour = BRICK) -> None:
    """A farm with a big hipped roof and an arched barn door."""
    canvas.fill(box(x - size * 0.8, base - size * 0.3, x + size * 0.8, base), tone)
    canvas.fill([(x - size * 0.92, base - size * 0.28), (x - size * 0.5, base - size * 0.85),
        (x + size * 0.5, base - size * 0.85), (x + size * 0.92, base - size * 0.28)], darker(tone, 0.4))
    canvas.fill([(x + size * 0.3, base - size * 0.28), (x + size * 0.5, base - size * 0.85),
        (x + size * 0.92, base - size * 0.28)], darker(tone, 0.58))
    canvas.fill(arch(x + size * 0.1, base, size * 0.34, size * 0.26), darker(SAGE, 0.5))
    for dx in (-0.6, -0.36, 0.5):
        canvas.fill(box(x + size * dx, base - size * 0.22, x + size * (dx + 0.12), base - size * 0.08), PAPER)
