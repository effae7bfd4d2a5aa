"""Small figures for the scenes: walking, sitting, cycling, seen from behind or above."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .canvas import Canvas
from .colour import BRICK, DELFT, INK, OCHRE, PAPER, SAGE, Colour, darker, lighter, mix
from .curves import Point, blob, line, oval, ring

# Skin and hair of each kind of figure, in an order that mixes well.
PEOPLE: tuple[tuple[Colour, Colour], ...] = (
    ((236, 190, 162), (150, 84, 48)),
    ((112, 72, 52), (38, 32, 36)),
    ((240, 200, 174), (206, 176, 118)),
    ((206, 156, 118), (56, 40, 38)),
    ((224, 174, 140), (160, 160, 164)),
    ((168, 112, 78), (38, 32, 36)),
    ((236, 190, 162), (98, 58, 42)),
)
COATS: tuple[Colour, ...] = (BRICK, DELFT, SAGE, OCHRE, mix(INK, DELFT, 0.25))


@dataclass(frozen=True)
class Look:
    """The colours of one figure."""

    coat: Colour
    skin: Colour
    hair: Colour
    long: bool = False


def look(index: int) -> Look:
    """One of a row of varied looks."""
    skin, hair = PEOPLE[index % 7]
    return Look(COATS[index % 5], skin, hair, index % 4 in (1, 2))


def _head(canvas: Canvas, x: float, y: float, size: float, style: Look, facing: float) -> None:
    """A small head, turned to the left (-1), the viewer (0) or the right (1)."""

    def at(points: list[Point], shift: float = 0.0) -> list[Point]:
        return [(x + (px + shift * facing) * size, y + py * size) for px, py in points]

    if style.long:
        canvas.fill(blob(at([(-0.46, -0.3), (0.46, -0.3), (0.52, 0.3), (0.42, 0.72), (-0.42, 0.72), (-0.52, 0.3)])),
            darker(style.hair, 0.3))
    canvas.fill(at([(-0.2, 0.2), (0.2, 0.2), (0.25, 0.8), (-0.25, 0.8)]), darker(style.skin, 0.22))
    face = blob(at([(-0.42, -0.2), (0, -0.56), (0.42, -0.2), (0.38, 0.2), (0.14 + 0.1 * facing, 0.54),
        (-0.14 + 0.1 * facing, 0.54), (-0.38, 0.2)]))
    canvas.fill(face, style.skin)
    canvas.fill(at([(0.2, -1), (1, -1), (1, 1), (0.1, 1)], 0.12), mix(style.skin, (110, 50, 50), 0.3), 0.6, face)
    if not style.long:
        canvas.fill(oval(*at([(-0.42 if facing >= 0 else 0.42, 0.04)])[0], size * 0.08, size * 0.13),
            darker(style.skin, 0.1))
    if size > 50:
        _small_features(canvas, at, size, style)
    hairline = line(at([(-0.44, 0.1), (-0.38, -0.16), (-0.2, -0.3), (0.12, -0.36), (0.36, -0.2), (0.43, 0.1)], 0.05))
    crown = line(at([(0.5, 0.06), (0.5, -0.3), (0.3, -0.62), (0, -0.7), (-0.3, -0.62), (-0.5, -0.3), (-0.5, 0.06)]))
    canvas.fill(hairline + crown, style.hair)
    canvas.stroke(at([(-0.34, -0.34), (-0.16, -0.5), (0.1, -0.52)]), lighter(style.hair, 0.3), (1, size * 0.05, 1), 0.6)


def _small_features(canvas: Canvas, at: Callable[..., list[Point]], size: float, style: Look) -> None:
    """Eyes, brows, nose and a slight smile: enough to meet someone."""
    tone = mix(darker(style.skin, 0.5), (90, 30, 30), 0.3)
    for sign in (-1, 1):
        canvas.fill(oval(*at([(sign * 0.17, 0.02)], 0.13)[0], size * 0.034, size * 0.042), INK)
        brow = [(sign * 0.09, -0.09), (sign * 0.18, -0.13), (sign * 0.27, -0.08)]
        canvas.stroke(at(brow, 0.13), darker(style.hair, 0.3), (size * 0.02, size * 0.045, size * 0.01))
        cheek = oval(*at([(sign * 0.23, 0.18)], 0.1)[0], size * 0.07, size * 0.05)
        canvas.fill(cheek, mix(style.skin, (190, 70, 56), 0.4), 0.5)
    canvas.stroke(at([(0.03, 0.0), (0.07, 0.16), (0.0, 0.19)], 0.2), tone, (size * 0.01, size * 0.034, size * 0.01),
        0.75)
    canvas.stroke(at([(-0.13, 0.3), (0, 0.345), (0.13, 0.29)], 0.14), mix(tone, (170, 50, 50), 0.4),
        (size * 0.015, size * 0.045, size * 0.015))


def walker(canvas: Canvas, x: float, base: float, height: float, style: Look, facing: int = 1) -> None:
    """Someone walking by, with a shadow on the ground."""
    h = height
    canvas.fill(oval(x + h * 0.2, base, h * 0.3, h * 0.022), INK, 0.25)

    def at(points: list[Point]) -> list[Point]:
        return [(x + facing * px * h, base + py * h) for px, py in points]

    dark = darker(style.coat, 0.6)
    canvas.stroke(at([(-0.02, -0.46), (-0.05, -0.24), (-0.14, -0.02)]), darker(dark, 0.3),
        (0.1 * h, 0.08 * h, 0.05 * h))
    canvas.stroke(at([(0.02, -0.46), (0.07, -0.24), (0.1, -0.01)]), dark, (0.1 * h, 0.08 * h, 0.05 * h))
    canvas.stroke(at([(0.08, -0.01), (0.16, -0.005)]), INK, (0.035 * h, 0.03 * h))
    canvas.stroke(at([(-0.15, -0.02), (-0.08, -0.005)]), INK, (0.035 * h, 0.03 * h))
    coat = blob(at([(-0.05, -0.84), (0.05, -0.84), (0.12, -0.76), (0.13, -0.56), (0.15, -0.36), (-0.13, -0.36),
        (-0.13, -0.56), (-0.12, -0.76)]))
    canvas.fill(coat, style.coat)
    canvas.fill(at([(0.03 * facing, -0.9), (0.3 * facing, -0.9), (0.3 * facing, -0.3), (0.0, -0.3)]),
        darker(style.coat, 0.3), 0.5, coat)
    canvas.stroke(at([(-0.06, -0.76), (-0.12, -0.6), (-0.05, -0.47)]), darker(style.coat, 0.22),
        (0.07 * h, 0.06 * h, 0.045 * h))
    canvas.fill(oval(*at([(-0.04, -0.46)])[0], h * 0.024), style.skin)
    _head(canvas, x + facing * h * 0.015, base - h * 0.93, h * 0.13, style, facing)


def bust(canvas: Canvas, x: float, base: float, size: float, style: Look, facing: float = 0.0) -> None:
    """Someone behind a table or counter, from the chest up; ``size`` is the head."""
    s = size
    body = [*line([(x - s * 1.25, base), (x - s * 1.15, base - s * 0.9), (x - s * 0.82, base - s * 1.32),
        (x - s * 0.3, base - s * 1.5), (x + s * 0.3, base - s * 1.5), (x + s * 0.82, base - s * 1.32),
        (x + s * 1.15, base - s * 0.9), (x + s * 1.25, base)])]
    canvas.fill(body, style.coat)
    canvas.fill([(x + s * 0.3, base - s * 2), (x + s * 1.5, base - s * 2), (x + s * 1.5, base), (x + s * 0.2, base)],
        darker(style.coat, 0.28), 0.6, body)
    collar = [(x - s * 0.28, base - s * 1.5), (x, base - s * 0.95), (x + s * 0.28, base - s * 1.5)]
    canvas.fill(collar, PAPER)
    for sign in (-1, 1):
        canvas.stroke([(x + sign * s * 0.74, base - s * 0.8), (x + sign * s * 0.78, base)], darker(style.coat, 0.4),
            (1, s * 0.07), 0.8)
    _head(canvas, x + facing * s * 0.08, base - s * 2.05, s, style, facing)


def from_behind(canvas: Canvas, x: float, base: float, size: float, style: Look) -> None:
    """A listener in the foreground, seen from the back."""
    s = size
    body = line([(x - s * 1.5, base), (x - s * 1.3, base - s * 0.9), (x - s * 0.7, base - s * 1.3),
        (x, base - s * 1.42), (x + s * 0.7, base - s * 1.3), (x + s * 1.3, base - s * 0.9), (x + s * 1.5, base)])
    canvas.fill(body, style.coat)
    canvas.spray(oval(x + s * 1.0, base - s * 0.2, s * 0.6, s), darker(style.coat, 0.5), 0.7, s * 0.2, body)
    canvas.fill([(x - s * 0.24, base - s * 1.2), (x - s * 0.2, base - s * 1.8), (x + s * 0.2, base - s * 1.8),
        (x + s * 0.24, base - s * 1.2), (x, base - s * 1.12)], darker(style.skin, 0.12))
    drop = 0.5 if style.long else 0.24
    hair = blob([(x - s * 0.52, base - s * 1.95), (x - s * 0.38, base - s * 2.36), (x, base - s * 2.5),
        (x + s * 0.38, base - s * 2.36), (x + s * 0.52, base - s * 1.95), (x + s * 0.38, base - s * (1.84 - drop)),
        (x, base - s * (1.76 - drop)), (x - s * 0.38, base - s * (1.84 - drop))])
    canvas.fill(hair, style.hair)
    for offset in (-0.24, 0.0, 0.22):
        canvas.stroke([(x + s * offset * 0.4, base - s * 2.5), (x + s * offset, base - s * 2.1),
            (x + s * offset * 1.1, base - s * 1.6)], lighter(style.hair, 0.3), (1, s * 0.05, 1), 0.6, hair)


def from_above(canvas: Canvas, x: float, y: float, angle: float, size: float, style: Look) -> None:
    """Someone at a round table seen from above, facing along ``angle``."""
    cos, sin = math.cos(angle), math.sin(angle)

    def at(points: list[Point]) -> list[Point]:
        return [(x + (px * cos - py * sin) * size, y + (px * sin + py * cos) * size) for px, py in points]

    canvas.fill(blob(at([(-0.9, -0.9), (0.1, -1.0), (0.3, 0), (0.1, 1.0), (-0.9, 0.9), (-1.1, 0)])), INK, 0.25)
    canvas.fill(blob(at([(-1.0, -0.7), (-0.2, -0.8), (-0.2, 0.8), (-1.0, 0.7)])), mix(OCHRE, INK, 0.5))
    for sign in (-1, 1):
        canvas.stroke(at([(-0.1, 0.8 * sign), (0.5, 0.86 * sign), (1.0, 0.4 * sign)]), style.coat,
            (0.44 * size, 0.36 * size, 0.24 * size))
        canvas.fill(oval(*at([(1.06, 0.36 * sign)])[0], 0.15 * size), style.skin)
    shoulders = blob(at([(0.28, 0), (0.2, -0.7), (-0.1, -1.0), (-0.42, -0.7), (-0.48, 0), (-0.42, 0.7), (-0.1, 1.0),
        (0.2, 0.7)]))
    canvas.fill(shoulders, style.coat)
    canvas.spray(oval(*at([(-0.1, 0)])[0], 0.6 * size), darker(style.coat, 0.5), 0.6, size * 0.1, shoulders)
    canvas.fill(blob(at([(0.56, 0), (0.4, -0.3), (0.0, -0.4), (0.0, 0.4), (0.4, 0.3)])), style.skin)
    hair = blob(at([(0.36, 0), (0.28, -0.36), (-0.1, -0.46), (-0.44, -0.2), (-0.44, 0.2), (-0.1, 0.46), (0.28, 0.36)]))
    canvas.fill(hair, style.hair)
    canvas.stroke(at([(0.3, -0.06), (0.0, -0.12), (-0.36, -0.04)]), lighter(style.hair, 0.4), (1, 5, 1), 0.7, hair)


def cyclist(canvas: Canvas, x: float, base: float, height: float, style: Look, facing: int = 1) -> None:
    """Someone on an upright Dutch bicycle."""
    h = height

    def at(points: list[Point]) -> list[Point]:
        return [(x + facing * px * h, base + py * h) for px, py in points]

    canvas.fill(oval(x + h * 0.06, base, h * 0.52, h * 0.02), INK, 0.25)
    for centre in (-0.3, 0.34):
        middle = at([(centre, -0.2)])[0]
        canvas.fill(ring(oval(*middle, 0.2 * h), 0.022 * h), INK)
        for spoke in range(4):
            angle = spoke * math.pi / 4
            reach = (math.cos(angle) * 0.19 * h, math.sin(angle) * 0.19 * h)
            canvas.stroke([(middle[0] - reach[0], middle[1] - reach[1]), (middle[0] + reach[0], middle[1] + reach[1])],
                INK, (1.4, 1.4), 0.6)
    frame = mix(style.coat, INK, 0.55)
    for path in ([(-0.3, -0.2), (-0.02, -0.2), (-0.1, -0.46)], [(-0.02, -0.2), (0.26, -0.46), (0.34, -0.2)],
            [(0.26, -0.46), (0.25, -0.56), (0.16, -0.58)], [(-0.3, -0.2), (-0.1, -0.42)]):
        canvas.stroke(at(path), frame, (0.024 * h,) * 2)
    dark = darker(style.coat, 0.62)
    canvas.stroke(at([(-0.1, -0.5), (0.1, -0.42), (-0.03, -0.12)]), darker(dark, 0.3), (0.11 * h, 0.09 * h, 0.05 * h))
    canvas.stroke(at([(-0.1, -0.5), (0.13, -0.36), (0.05, -0.1), (0.11, -0.08)]), dark,
        (0.12 * h, 0.09 * h, 0.06 * h, 0.03 * h))
    body = blob(at([(-0.2, -0.5), (-0.17, -0.68), (-0.07, -0.82), (0.05, -0.8), (0.05, -0.62), (0.02, -0.46),
        (-0.1, -0.43)]))
    canvas.fill(body, style.coat)
    canvas.spray(at([(-0.22, -0.8), (-0.1, -0.8), (-0.1, -0.4), (-0.22, -0.4)]), darker(style.coat, 0.5), 0.6, 0.04 * h,
        body)
    canvas.stroke(at([(-0.03, -0.74), (0.06, -0.6), (0.18, -0.58)]), darker(style.coat, 0.18),
        (0.075 * h, 0.06 * h, 0.04 * h))
    canvas.fill(oval(*at([(0.19, -0.58)])[0], 0.024 * h), style.skin)
    _head(canvas, x + facing * h * 0.03, base - h * 0.91, h * 0.14, style, facing)
