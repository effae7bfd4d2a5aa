"""Eyes, brows, nose, mouth and the lines that the years draw."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from collections.abc import Callable

from .canvas import Canvas
from .colour import INK, PAPER, Colour, darker, lighter, mix, skin_shadow
from .curves import Point, Points, blob, line, oval
from .head import Head

EYE_X, EYE_Y = 84.0, -8.0


def draw_features(canvas: Canvas, head: Head) -> None:
    """All that makes the expression."""
    draw_nose(canvas, head)
    for sign in (-1, 1):
        draw_eye(canvas, head, sign)
        draw_brow(canvas, head, sign)
    draw_mouth(canvas, head)
    draw_years(canvas, head)


def _line_tone(head: Head) -> Colour:
    """The colour of drawn lines in a face: the skin, nearly as dark as ink."""
    return mix(skin_shadow(skin_shadow(head.face.skin)), INK, 0.32)


def draw_eye(canvas: Canvas, head: Head, sign: int) -> None:
    """One eye: socket, white, iris under the lid, lashes and the fold above."""
    face = head.face
    wide, high = 40 * face.eye, 21 * face.eye * face.open

    def eye(points: Points) -> list[Point]:
        return head.skin([(sign * EYE_X + sign * x, EYE_Y + y - face.slant * x / 40) for x, y in points], 4)

    shade = skin_shadow(face.skin)
    socket = eye([(-46, -8), (-34, -34), (6, -40), (46, -28), (58, 2), (30, 26), (-24, 24)])
    depth = 0.62 if sign == head.pose.shadow else 0.36
    canvas.fill(blob(socket), mix(face.skin, shade, 0.7), depth)
    upper = line(eye([(-wide, 6), (-wide * 0.5, -high * 0.62), (wide * 0.12, -high), (wide * 0.66, -high * 0.55),
        (wide, 0)]))
    lower = line(eye([(wide, 0), (wide * 0.5, high * 0.62), (-wide * 0.2, high * 0.72), (-wide, 6)]))
    white = upper + lower
    canvas.fill(white, mix((250, 244, 236), shade, 0.1 if sign != head.pose.shadow else 0.24))
    _iris(canvas, head, sign, white)
    tone = _line_tone(head)
    canvas.stroke([(x, y + 3) for x, y in upper[::8]], shade, (4, 12, 12, 4), 0.55, white)
    canvas.stroke(upper[::8], tone, (3, 6 + 3 * face.lash, 8 + 3 * face.lash, 7 + 4 * face.lash, 3))
    canvas.stroke(lower[2::8], tone, (3, 2, 2, 1), 0.5)
    if face.lash:
        flick = eye([(wide * 0.72, -high * 0.5), (wide * 1.04, -4), (wide * 1.24, -high * 0.62)])
        canvas.stroke(flick, tone, (5, 6, 0.5))
    fold = [(-wide * 0.84, -high * 0.62), (-wide * 0.2, -high * 1.55), (wide * 0.6, -high * 1.38),
        (wide * 1.12, -high * 0.3)]
    canvas.stroke(eye(fold), tone, (1, 4, 4.5, 2), 0.6)
    corner = eye([(-wide - 1, 5), (-wide + 8, 2), (-wide + 8, 9)])
    canvas.fill(corner, mix(face.skin, (190, 80, 74), 0.5))


def _iris(canvas: Canvas, head: Head, sign: int, white: list[Point]) -> None:
    face = head.face
    x, y = head.on_skin(sign * EYE_X + head.pose.gaze * 12, EYE_Y - 3, 4)
    size = 17.5 * face.eye
    canvas.fill(oval(x, y, size), darker(face.iris, 0.55), 1, white)
    canvas.fill(oval(x, y + 1, size - 3), face.iris, 1, white)
    canvas.fill(oval(x, y + 6, size - 8, size - 11), lighter(face.iris, 0.3), 0.7, white)
    canvas.fill(oval(x, y, size * 0.48), (18, 18, 26), 1, white)
    glint = -head.pose.shadow * 5
    canvas.fill(oval(x + glint, y - 6, 4.6), (255, 252, 246))
    canvas.fill(oval(x - glint, y + 6, 2.2), PAPER, 0.6)


def draw_brow(canvas: Canvas, head: Head, sign: int) -> None:
    """One brow: a full brush stroke with a few hairs against the grain."""
    face = head.face
    arch = face.brow_arch * 10
    lift = 3 if sign == head.pose.shadow else 0
    path = [(34, -56), (58, -66 - arch * 0.4), (92, -73 - arch), (122, -64 - arch * 0.6), (142, -46)]
    spine = head.skin([(sign * x, y - lift) for x, y in path], 8)
    weight = face.brow_weight
    canvas.stroke(spine, face.brow, (9 * weight, 17 * weight, 15 * weight, 10 * weight, 2))
    for x, y in ((42, -54), (54, -59), (67, -64), (82, -68)):
        hair = [(sign * x, y - 2), (sign * (x + 5), y - 8 - arch * 0.5), (sign * (x + 17), y - 13 - arch * 0.6)]
        canvas.stroke(head.skin(hair, 8), darker(face.brow, 0.2), (1, 3.4, 0.6), 0.7)


def draw_nose(canvas: Canvas, head: Head) -> None:
    """The nose: its shadow plane, wings, nostrils and the light on the bridge."""
    face, side = head.face, head.pose.shadow
    shade, tone = skin_shadow(face.skin), _line_tone(head)
    wide, long = face.nose, face.nose_length

    def nose(points: Points, lift: float = 34) -> list[Point]:
        return head.skin([(x * wide, -60 + (y + 60) * long) for x, y in points], lift)

    plane = [(10, -62), (22, -40), (19, -4), (24, 34), (37, 62), (43, 84), (30, 97), (12, 100), (2, 94), (12, 74),
        (11, 44), (6, 0), (5, -40)]
    canvas.fill(blob(nose([(side * x, y) for x, y in plane])), mix(face.skin, shade, 0.78), 0.9)
    base = [(-40, 86), (-22, 84), (0, 92), (22, 84), (40, 86), (28, 101), (10, 106), (0, 109), (-10, 106), (-28, 101)]
    canvas.fill(blob(nose(base)), shade, 0.85)
    for sign in (-1, 1):
        wing = [(sign * 34, 62), (sign * 45, 78), (sign * 41, 95), (sign * 29, 98)]
        canvas.stroke(nose(wing), tone, (0.6, 4, 4.6, 1), 0.65)
        hole = [(sign * 8, 99), (sign * 17, 91), (sign * 29, 94), (sign * 24, 101), (sign * 12, 103)]
        canvas.fill(blob(nose(hole)), tone, 0.9)
    light = lighter(face.skin, 0.5)
    bridge = [(-side * 7, -40), (-side * 8, 0), (-side * 7, 40), (-side * 8, 62)]
    canvas.stroke(nose(bridge), light, (1, 8, 9, 2), 0.5)
    canvas.fill(blob(nose([(-side * 4, 64), (-side * 14, 68), (-side * 12, 80), (-side * 3, 78)], 44)), light, 0.6)


def draw_mouth(canvas: Canvas, head: Head) -> None:
    """Lips around a mouth line that curls with the smile; now and then a row of teeth."""
    face, side = head.face, head.pose.shadow
    wide, up = 56 * face.mouth, 13 * face.smile
    full = face.lips
    lip = face.lip or mix(skin_shadow(face.skin), (170, 70, 66), 0.34)
    tone = mix(darker(skin_shadow(lip), 0.3), INK, 0.2)

    def mouth(points: Points, lift: float = 12) -> list[Point]:
        return head.skin([(x, 156 + y) for x, y in points], lift)

    canvas.fill(blob(mouth([(-9, -40), (9, -40), (12, -19), (0, -13), (-12, -19)])), skin_shadow(face.skin), 0.32)
    opening = 15 if face.teeth else 0
    seam = [(-wide, -up), (-wide * 0.5, -1 - up * 0.1), (-10, 1), (0, 4), (10, 1), (wide * 0.5, -1 - up * 0.1),
        (wide, -up)]
    upper = line(mouth(seam)) + line(mouth([(wide, -up), (wide * 0.5, -9 * full - up * 0.35), (13, -16 * full),
        (0, -11 * full), (-13, -16 * full), (-wide * 0.5, -9 * full - up * 0.35), (-wide, -up)]))
    bottom = [(wide, -up), (wide * 0.62, 9 * full + opening * 0.7), (24, 21 * full + opening), (0, 23 * full + opening),
        (-24, 21 * full + opening), (-wide * 0.62, 9 * full + opening * 0.7), (-wide, -up)]
    canvas.fill(line(mouth(seam)) + line(mouth(bottom)), mix(lip, face.skin, 0.16))
    canvas.fill(upper, darker(lip, 0.16))
    if face.teeth:
        _teeth(canvas, mouth, seam, wide, up, tone)
    else:
        canvas.stroke(mouth(seam), tone, (2.5, 4.5, 5, 6, 5, 4.5, 2.5))
    shine = [(-side * 26, 13 * full + opening), (-side * 10, 15 * full + opening), (side * 4, 14 * full + opening)]
    canvas.stroke(mouth(shine), lighter(lip, 0.5), (1, 5 * full, 1), 0.55)
    for sign in (-1, 1):
        dimple = [(sign * (wide - 2), -up - 3), (sign * (wide + 7), -up - 5), (sign * (wide + 10), -up + 6)]
        canvas.stroke(mouth(dimple), tone, (1, 4, 1), 0.55)
    chin = [(-30, 36 * full + opening), (0, 31 * full + opening), (30, 36 * full + opening),
        (side * 12, 46 * full + opening)]
    canvas.fill(blob(mouth(chin)), skin_shadow(face.skin), 0.5)


def _teeth(canvas: Canvas, mouth: Callable[..., list[Point]], seam: list[Point], wide: float, up: float,
        tone: Colour) -> None:
    low = [(wide, -up), (wide * 0.55, 11), (0, 17), (-wide * 0.55, 11), (-wide, -up)]
    opening = line(mouth(seam)) + line(mouth(low))
    canvas.fill(opening, tone)
    row = [(-wide * 0.8, -up - 2), (-wide * 0.5, 6), (0, 12), (wide * 0.5, 6), (wide * 0.8, -up - 2), (0, -8)]
    canvas.fill(blob(mouth(row)), (248, 241, 230), 1, opening)


def draw_years(canvas: Canvas, head: Head) -> None:
    """Laugh lines, crow's feet, bags and a frown: the more, the older."""
    face = head.face
    age = face.age
    tone = mix(skin_shadow(skin_shadow(face.skin)), face.skin, 0.12)
    for sign in (-1, 1):
        for path, widths, strength in _year_lines(age):
            points = head.skin([(sign * x, y) for x, y in path], 6)
            canvas.stroke(points, tone, widths, strength)
    if age > 0.45:
        for index, y in enumerate((-150, -124)):
            path = [(-84 + index * 10, y + 4), (-30, y - 3), (40, y - 1), (88 - index * 14, y + 5)]
            canvas.stroke(head.skin(path), tone, (0.5, 3.4, 3.4, 0.5), 0.34 * age)


Stroke = tuple[Points, tuple[float, ...], float]


def _year_lines(age: float) -> list[Stroke]:
    laugh: Points = [(52, 80), (74, 102), (88, 128), (90, 150)]
    bag: Points = [(52, 22), (76, 32), (104, 28), (122, 14)]
    strokes: list[Stroke] = [(laugh, (0.6, 4.5, 4.5, 0.6), 0.14 + 0.62 * age), (bag, (0.6, 4, 4, 0.6), 0.1 + 0.5 * age)]
    if age > 0.4:
        strokes.append(([(136, -12), (152, -18), (166, -28)], (2.6, 2.6, 0.5), 0.5 * age))
        strokes.append(([(137, -2), (153, 1), (168, 0)], (2.6, 2.6, 0.5), 0.5 * age))
        strokes.append(([(134, 8), (148, 18), (158, 28)], (2.4, 2.4, 0.5), 0.4 * age))
    if age > 0.6:
        strokes.append(([(10, -44), (12, -60), (9, -76)], (0.5, 3.2, 0.5), 0.35 * age))
        strokes.append(([(104, 176), (96, 204), (84, 226)], (0.5, 4, 0.5), 0.3 * age))
    return strokes
