"""The head without its features: neck, ears, skull and the planes of light and shadow."""

from __future__ import annotations

from .canvas import Canvas
from .colour import Colour, darker, lighter, mix, skin_shadow
from .curves import Point, Points, blob, line, oval
from .head import Head


def draw_neck(canvas: Canvas, head: Head) -> None:
    """The neck and the upper chest, with the shadow the chin throws on them."""
    face, side = head.face, head.pose.shadow
    wide = 84 + (face.jaw - 140) * 0.9
    left, right = head.place(-wide, 120), head.place(wide, 120)
    contour = [
        left,
        (596 - wide, 900),
        (592 - wide - 16, 965),
        (600 - wide - 110, 1030),
        (600 - wide - 150, 1190),
        (600, 1330),
        (600 + wide + 150, 1190),
        (600 + wide + 110, 1030),
        (608 + wide + 16, 965),
        (604 + wide, 900),
        right,
    ]
    neck = line(contour)
    shade = skin_shadow(face.skin)
    canvas.fill(neck, mix(face.skin, shade, 0.18))
    canvas.spray(_side(600 + side * 70, 820, side), shade, 0.75, 26, neck)
    canvas.fill(_chin_shadow(head), mix(shade, face.skin, 0.1), 0.9, neck)
    _collar_bones(canvas, shade, side)


def _side(x: float, top: float, side: int) -> list[Point]:
    """Everything on the shadow side of an upright line."""
    return [(x, top), (x + side * 300, top), (x + side * 300, 1300), (x, 1300)]


def _chin_shadow(head: Head) -> list[Point]:
    side = head.pose.shadow
    depth = head.face.length
    points = [
        (-150, 60),
        (-122, depth - 30),
        (-60 + side * 26, depth + 52),
        (40 + side * 44, depth + 74),
        (122, depth + (44 if side > 0 else 4)),
        (150, 60),
    ]
    return blob(head.flat(points))


def _collar_bones(canvas: Canvas, shade: Colour, side: int) -> None:
    for sign in (-1, 1):
        bone = [(600 + sign * 26, 1046), (600 + sign * 90, 1030), (600 + sign * 190, 1040)]
        canvas.stroke(bone, shade, (2, 8, 1), 0.55)
    tendon = [(600 - side * 46, 930), (600 - side * 34, 990), (600 - side * 18, 1036)]
    canvas.stroke(tendon, shade, (1, 6, 2), 0.4)


def draw_ear(canvas: Canvas, head: Head, sign: int) -> None:
    """One ear, with the fold of its rim."""
    face = head.face
    shade = skin_shadow(face.skin)
    shift = -16 * head.pose.turn * 3
    centre = sign * (face.width + 4) + shift
    tone = mix(face.skin, shade, 0.62 if sign == head.pose.shadow else 0.12)

    def ear(points: Points) -> list[Point]:
        return head.flat([(centre + sign * x, y) for x, y in points])

    rim = [(-20, -50), (6, -64), (28, -48), (30, -8), (16, 34), (2, 58), (-14, 52), (-22, 10)]
    canvas.fill(blob(ear(rim)), tone)
    fold = [(-6, -38), (12, -46), (20, -26), (16, 4), (4, 22)]
    canvas.stroke(ear(fold), darker(shade, 0.1), (3, 7, 7, 2), 0.75)
    canvas.fill(blob(ear([(-8, -10), (4, -16), (6, 6), (-4, 22), (-14, 12)])), shade, 0.8)


def draw_skull(canvas: Canvas, head: Head) -> None:
    """The face itself: base tone, a crisp shadow side and a warm light side."""
    face, side = head.face, head.pose.shadow
    shade = skin_shadow(face.skin)
    canvas.fill(head.outline, face.skin)
    light = lighter(face.skin, 0.4)
    glow = head.skin(oval(-side * 70, -40, 90, 190))
    canvas.spray(glow, light, 0.5, 46, head.outline)
    canvas.fill(_shadow_plane(head), mix(face.skin, shade, 0.62), 0.92, head.outline)
    edge = head.flat(_edge(side * (face.width - 26), side))
    canvas.spray(edge, shade, 0.7, 36, head.outline)
    _cheeks(canvas, head)
    under = head.skin(oval(0, face.length + 16, 130, 42))
    canvas.spray(under, shade, 0.5, 20, head.outline)


def _edge(x: float, side: int) -> list[Point]:
    return [(x, -280), (x + side * 260, -280), (x + side * 260, 300), (x, 300)]


def _shadow_plane(head: Head) -> list[Point]:
    """The side of the face turned from the light: temple, cheekbone, hollow cheek, jaw."""
    side, lean = head.pose.shadow, head.face.jaw - 148
    inner = [
        (96, -290),
        (112, -200),
        (136, -120),
        (122, -62),
        (138, -14),
        (143, 30),
        (120, 74),
        (97 + lean * 0.3, 118),
        (92, 160),
        (74, 205),
        (46, 240),
        (30, 300),
    ]
    border = line(head.skin([(side * x, y) for x, y in inner]))
    return [*border, head.place(side * 420, 320), head.place(side * 420, -320)]


def _cheeks(canvas: Canvas, head: Head) -> None:
    face = head.face
    warm = mix(face.skin, (196, 62, 48), 0.55)
    for sign in (-1, 1):
        spot = head.skin(oval(sign * 108, 72, 44, 34))
        canvas.spray(spot, warm, face.blush, 24, head.outline)
    canvas.spray(head.skin(oval(0, 78, 26, 18), 20), warm, face.blush * 0.7, 14, head.outline)
    if face.freckles:
        _freckles(canvas, head, mix(face.skin, (150, 82, 44), 0.6))


def _freckles(canvas: Canvas, head: Head, tone: Colour) -> None:
    spots = [(44, 40), (62, 52), (80, 38), (96, 56), (72, 70), (54, 74), (112, 42), (88, 78)]
    for index, (x, y) in enumerate(spots):
        for sign in (-1, 1):
            place = head.on_skin(sign * (x + index % 3 * 4), y + sign * index % 5)
            canvas.fill(oval(*place, 2.6 + index % 2), tone, 0.7)
