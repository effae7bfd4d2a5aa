"""Glasses, jewellery and the headscarf."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from .canvas import Canvas
from .colour import Colour, darker, lighter, mix, skin_shadow
from .curves import Point, Points, blob, line, oval, ring
from .head import Head
from .person import Extras

# Half a lens around the middle of the eye, on the right of the picture.
LENSES: dict[str, list[Point]] = {
    "round": [(0, -50), (36, -38), (52, 2), (36, 42), (0, 54), (-36, 42), (-52, 2), (-36, -38)],
    "square": [(-46, -36), (0, -42), (50, -38), (58, -10), (50, 32), (0, 44), (-40, 36), (-52, 0)],
    "cat": [(-46, -26), (0, -36), (46, -50), (66, -44), (56, 10), (22, 38), (-26, 38), (-52, 6)],
}


def draw_earrings(canvas: Canvas, head: Head, extras: Extras) -> None:
    """A pair of earrings, if any."""
    if extras.earrings:
        for sign in (-1, 1):
            _earring(canvas, head, sign, extras)


def draw_glasses(canvas: Canvas, head: Head, extras: Extras) -> None:
    """Glasses, if any."""
    if not extras.glasses:
        return
    tone, side = extras.glasses_colour, head.pose.shadow
    thin = 7 if extras.glasses == "round" else 10
    for sign in (-1, 1):
        lens = [(sign * (86 + x), -4 + y) for x, y in LENSES[extras.glasses]]
        shape = blob(head.skin(lens, 24))
        below = [(x, y + 10) for x, y in shape]
        canvas.fill(ring(below, thin), skin_shadow(head.face.skin), 0.4, head.outline)
        canvas.fill(shape, (255, 255, 255), 0.13)
        glint = head.skin([(sign * 86 - side * 30, -30), (sign * 86 - side * 10, -36), (sign * 86 + side * 4 - 20, 30),
            (sign * 86 - side * 38, 20)], 24)
        canvas.fill(glint, (255, 255, 255), 0.2, shape)
        canvas.fill(ring(shape, thin), tone)
        temple = [head.on_skin(sign * 138, -18, 24), head.place(sign * (head.face.width + 2), -26)]
        canvas.stroke(temple, darker(tone, 0.2), (thin, thin - 1))
    bridge = [(-36, -6), (-14, -18), (14, -18), (36, -6)]
    canvas.stroke(head.skin(bridge, 30), tone, (thin - 1,) * 2)


def _earring(canvas: Canvas, head: Head, sign: int, extras: Extras) -> None:
    tone = extras.earring_colour
    x, y = head.place(sign * (head.face.width + 6) - 48 * head.pose.turn, 66)
    if extras.earrings == "stud":
        canvas.fill(oval(x, y - 8, 10), tone)
        canvas.fill(oval(x - 3, y - 11, 3.4), lighter(tone, 0.7))
    elif extras.earrings == "hoop":
        canvas.fill(ring(oval(x, y + 26, 26, 32), 6), tone)
    else:
        drop = blob([(x, y), (x + 13, y + 40), (x + 9, y + 60), (x - 9, y + 60), (x - 13, y + 40)])
        canvas.stroke([(x, y - 8), (x, y + 14)], darker(tone, 0.3), (4, 4))
        canvas.fill(drop, tone)
        canvas.fill(oval(x - 4, y + 42, 3, 10), lighter(tone, 0.6))


def draw_necklace(canvas: Canvas, head: Head, kind: str, tone: Colour) -> None:
    """Beads or a fine chain with a pendant, on the chest."""
    lean = -34 * head.pose.turn
    if kind == "beads":
        arc = line([(478, 980), (500, 1046), (546 + lean * 0.6, 1094), (600 + lean, 1114), (654 + lean * 0.6, 1094),
            (700, 1046), (722, 980)])
        for index, (x, y) in enumerate(arc[1::4]):
            canvas.fill(oval(x, y + 3, 16), darker(tone, 0.4), 0.5)
            canvas.fill(oval(x, y, 15), tone if index % 2 else mix(tone, (255, 240, 220), 0.25))
            canvas.fill(oval(x - 5, y - 5, 4.5), (255, 250, 242), 0.7)
    else:
        chain = [(478, 960), (540 + lean, 1060), (600 + lean, 1104), (660 + lean, 1060), (722, 960)]
        canvas.stroke(chain, tone, (3, 4, 3))
        canvas.fill(oval(600 + lean, 1114, 12, 15), tone)
        canvas.fill(oval(597 + lean, 1110, 4), lighter(tone, 0.7))


def draw_headscarf(canvas: Canvas, head: Head, colour: Colour) -> None:
    """A headscarf around the face, draped over the shoulders."""
    drape = blob([(420, 800), (330, 930), (250, 1050), (300, 1150), (430, 1230), (590, 1290), (760, 1240), (900, 1150),
        (950, 1050), (870, 930), (780, 800)])
    canvas.fill(drape, colour)
    _drape_folds(canvas, colour, drape, head.pose.shadow)
    outer = [(0, -336), (120, -316), (206, -236), (238, -110), (240, 40), (222, 180), (170, 300), (60, 372), (-60, 372),
        (-170, 300), (-222, 180), (-240, 40), (-238, -110), (-206, -236), (-120, -316)]
    hood = blob(head.flat(outer))
    canvas.fill(hood, colour)
    dark, light, side = darker(colour, 0.42), lighter(colour, 0.4), head.pose.shadow
    half = head.flat([(side * 150, -360), (side * 320, -300), (side * 320, 420), (side * 90, 420), (side * 190, 200)])
    canvas.spray(half, dark, 0.65, 44, hood)
    for sign in (-1, 1):
        for step in range(4):
            fold = [(sign * (30 + step * 26), -330 + step * 10), (sign * (150 + step * 20), -190),
                (sign * (196 + step * 12), 0), (sign * (168 + step * 12), 190), (sign * (60 + step * 20), 330)]
            canvas.stroke(head.flat(fold), light if step == 1 and sign != side else dark, (1, 5, 8, 6, 1), 0.5, hood)
    _face_opening(canvas, head, colour)


def _face_opening(canvas: Canvas, head: Head, colour: Colour) -> None:
    """Bring the face back within the hood, with the edge of an under-scarf."""
    opening = [(0, -196), (92, -176), (150, -110), (170, -10), (164, 80), (134, 170), (84, 238), (0, 272), (-84, 238),
        (-134, 170), (-164, 80), (-170, -10), (-150, -110), (-92, -176)]
    edge = blob([head.on_skull(x * 1.06, y * 1.05 - 4) for x, y in opening])
    inside = blob([head.on_skull(x, y) for x, y in opening])
    canvas.fill(edge, darker(mix(colour, (150, 70, 40), 0.4), 0.3))
    head.outline = inside


def _drape_folds(canvas: Canvas, colour: Colour, drape: Points, side: int) -> None:
    dark, light = darker(colour, 0.4), lighter(colour, 0.3)
    shade = [(600 + side * 130, 800), (600 + side * 420, 860), (600 + side * 420, 1300), (600 + side * 60, 1300)]
    canvas.spray(shade, dark, 0.6, 50, drape)
    folds = (
        [(380, 900), (420, 1020), (520, 1110), (660, 1150)],
        [(350, 980), (420, 1090), (540, 1180), (700, 1200)],
        [(820, 880), (800, 1000), (720, 1090), (600, 1130)],
        [(870, 960), (830, 1080), (740, 1160), (640, 1190)],
        [(440, 880), (490, 980), (570, 1050), (680, 1070)],
    )
    for index, fold in enumerate(folds):
        canvas.stroke(fold, light if index % 3 == 1 else dark, (1, 8, 9, 1), 0.55, drape)
