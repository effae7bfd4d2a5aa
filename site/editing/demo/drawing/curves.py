"""Smooth curves through points: the pen strokes all shapes are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Points = Sequence[Point]

STEPS = 10


def _between(p0: Point, p1: Point, p2: Point, p3: Point) -> list[Point]:
    """The Catmull-Rom stretch from ``p1`` up to (not including) ``p2``."""
    stretch = []
    for step in range(STEPS):
        t = step / STEPS
        t2, t3 = t * t, t * t * t
        weights = (
            -0.5 * t3 + t2 - 0.5 * t,
            1.5 * t3 - 2.5 * t2 + 1.0,
            -1.5 * t3 + 2.0 * t2 + 0.5 * t,
            0.5 * t3 - 0.5 * t2,
        )
        knots = (p0, p1, p2, p3)
        stretch.append(
            (
                sum(w * p[0] for w, p in zip(weights, knots, strict=True)),
                sum(w * p[1] for w, p in zip(weights, knots, strict=True)),
            )
        )
    return stretch


def blob(points: Points) -> list[Point]:
    """A smooth closed curve through the points."""
    count = len(points)
    curve: list[Point] = []
    for i in range(count):
        curve += _between(points[i - 1], points[i], points[(i + 1) % count], points[(i + 2) % count])
    return curve


def line(points: Points) -> list[Point]:
    """A smooth open curve through the points, from the first to the last."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for i in range(len(points) - 1):
        curve += _between(*padded[i : i + 4])
    curve.append(points[-1])
    return curve


def oval(x: float, y: float, rx: float, ry: float | None = None, steps: int = 56) -> list[Point]:
    """An ellipse around a centre."""
    ry = rx if ry is None else ry
    turn = 2 * math.pi / steps
    return [(x + rx * math.cos(i * turn), y + ry * math.sin(i * turn)) for i in range(steps)]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """An upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def arch(x: float, base: float, width: float, height: float) -> list[Point]:
    """The motif of the house: an opening with a half-round top, standing on ``base``."""
    radius = width / 2
    spring = base - height + radius
    points = [(x - radius, base)]
    for i in range(25):
        angle = math.pi + math.pi * i / 24
        points.append((x + radius * math.cos(angle), spring + radius * math.sin(angle)))
    return [*points, (x + radius, base)]


def ribbon(points: Points, widths: Sequence[float]) -> list[Point]:
    """A brush stroke: a smooth line that is as wide as told, spread evenly over its length."""
    spine = line(points)
    last = len(spine) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(spine):
        before, after = spine[max(i - 1, 0)], spine[min(i + 1, last)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        half = _along(widths, i / last) / 2
        nx, ny = -dy / length * half, dx / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def ring(contour: Points, width: float) -> list[Point]:
    """A band of even width along a closed curve, such as the rim of a lens or a wheel."""
    outer: list[Point] = []
    inner: list[Point] = []
    count = len(contour)
    for i in range(count + 1):
        before, here, after = (contour[(i + step) % count] for step in (-1, 0, 1))
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        outer.append((here[0] + nx, here[1] + ny))
        inner.append((here[0] - nx, here[1] - ny))
    return outer + inner[::-1]


def _along(values: Sequence[float], share: float) -> float:
    """The value at a share (0 to 1) of an evenly spread row of values."""
    place = share * (len(values) - 1)
    index = min(int(place), len(values) - 2)
    rest = place - index
    return values[index] * (1 - rest) + values[index + 1] * rest


def between(first: Points, second: Points, share: float) -> list[Point]:
    """The line a share of the way from one row of points to another of the same length."""
    return [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in zip(first, second, strict=True)]


def mirrored(points: Points) -> list[Point]:
    """The points on the other side of the vertical axis."""
    return [(-x, y) for x, y in points]
