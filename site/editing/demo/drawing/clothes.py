"""Clothes: an inner garment at the neck and, over it, a blazer, jumper, cardigan or coat."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

from collections.abc import Callable

from .canvas import Canvas
from .colour import Colour, darker, lighter, mix
from .curves import Point, Points, blob, line, mirrored, oval
from .person import Clothes

MIDDLE = 600.0


class Body:
    """The shoulders, as wide as told and shifted a little against the turn of the head."""

    def __init__(self, clothes: Clothes, lean: float, shadow: int) -> None:
        self.clothes, self.lean, self.shadow = clothes, lean, shadow

    def at(self, points: Points) -> list[Point]:
        """Places from the middle of the body; details in the middle lean most."""
        return [(MIDDLE + x + self.lean * max(0.0, 1 - abs(x) / 260), y) for x, y in points]

    def garment(self, neckline: Points) -> list[Point]:
        """A closed garment below a neckline that runs from left to right."""
        wide, (edge, top) = self.clothes.broad, neckline[-1]
        right = [(edge, top), (190, 1002), (300 * wide, 1036), (398 * wide, 1098), (456 * wide, 1230)]
        right += [(492 * wide, 1420), (500 * wide, 1660)]
        left = [(-x, y) for x, y in right[::-1]]
        return line(self.at(neckline)) + line(self.at(right)) + line(self.at(left))


def draw_clothes(canvas: Canvas, clothes: Clothes, lean: float, shadow: int) -> None:
    """Everything below the chin."""
    body = Body(clothes, lean, shadow)
    INNER[clothes.inner](canvas, body)
    OUTER[clothes.outer](canvas, body)


def _cloth(canvas: Canvas, body: Body, shape: list[Point], colour: Colour) -> None:
    """A piece of cloth with its shadow side, the light on the shoulder and a few folds."""
    side = body.shadow
    canvas.fill(shape, colour)
    dark, light = darker(colour, 0.38), lighter(colour, 0.3)
    wide = body.clothes.broad
    sleeve = [(side * 318 * wide, 1190), (side * 336 * wide, 1300), (side * 344 * wide, 1700)]
    plane = line(body.at([(side * 350 * wide, 1040), *sleeve])) + body.at([(side * 700, 1700), (side * 700, 1040)])
    canvas.fill(plane, darker(colour, 0.2), 0.7, shape)
    flank = body.at([(side * 200, 1000), (side * 640, 1000), (side * 640, 1700), (side * 150, 1700)])
    canvas.spray(flank, dark, 0.55, 80, shape)
    lit = body.at([(-side * 190, 1010), (-side * 330, 1050), (-side * 420, 1140), (-side * 330, 1120)])
    canvas.spray(lit, light, 0.55, 34, shape)
    canvas.spray(body.at(oval(0, 985, 190, 46)), dark, 0.45, 26, shape)
    for sign in (-1, 1):
        arm = [(sign * 318 * wide, 1190), (sign * 336 * wide, 1300), (sign * 344 * wide, 1520)]
        canvas.stroke(body.at(arm), dark, (1, 8, 9), 0.75, shape)
        fold = [(sign * 322 * wide, 1215), (sign * 270 * wide, 1262), (sign * 226 * wide, 1284)]
        canvas.stroke(body.at(fold), dark, (7, 5, 0.5), 0.45, shape)


def _shirt(canvas: Canvas, body: Body) -> None:
    """An open collar."""
    clothes = body.clothes
    neckline = [(-122, 950), (-70, 1010), (-22, 1092), (0, 1112), (22, 1092), (70, 1010), (122, 950)]
    _cloth(canvas, body, body.garment(neckline), clothes.inner_colour)
    _collar(canvas, body, 1096, 62)
    _buttons(canvas, body, 1150)


def _tie(canvas: Canvas, body: Body) -> None:
    """A closed collar with a tie."""
    clothes = body.clothes
    neckline = [(-112, 936), (-60, 990), (0, 1020), (60, 990), (112, 936)]
    _cloth(canvas, body, body.garment(neckline), clothes.inner_colour)
    knot = body.at([(-32, 1012), (32, 1012), (22, 1068), (-22, 1068)])
    tail = body.at([(-22, 1064), (22, 1064), (50, 1330), (46, 1500), (-46, 1500), (-50, 1330)])
    canvas.fill(tail, clothes.accent)
    canvas.fill(body.at([(0, 1064), (body.shadow * 24, 1064), (body.shadow * 52, 1500), (0, 1500)]),
        darker(clothes.accent, 0.3), 0.6, tail)
    for step in range(7):
        stripe = body.at([(-70, 1120 + step * 56), (70, 1080 + step * 56)])
        canvas.stroke(stripe, lighter(clothes.accent, 0.35), (7, 7), 0.8, tail)
    canvas.fill(knot, darker(clothes.accent, 0.12))
    _collar(canvas, body, 1030, 30)


def _collar(canvas: Canvas, body: Body, tip: float, apart: float) -> None:
    clothes = body.clothes
    for sign in (-1, 1):
        leaf = body.at([(sign * 92, 904), (sign * 128, 942), (sign * 150, 1006), (sign * (apart + 52), tip + 34),
            (sign * (apart - 26), tip - 18), (sign * 60, 990), (sign * 86, 950)])
        shade = 0.2 if sign == body.shadow else 0.04
        canvas.fill(leaf, darker(clothes.inner_colour, shade))
        edge = body.at([(sign * 150, 1006), (sign * (apart + 52), tip + 34), (sign * (apart - 26), tip - 18)])
        canvas.stroke(edge, darker(clothes.inner_colour, 0.38), (1, 3, 3, 1), 0.7)


def _buttons(canvas: Canvas, body: Body, top: float) -> None:
    tone = darker(body.clothes.inner_colour, 0.35)
    canvas.stroke(body.at([(0, top - 36), (2, 1300), (0, 1560)]), tone, (2, 3, 3), 0.6)
    for y in range(round(top), 1500, 96):
        canvas.fill(oval(*body.at([(9, y)])[0], 5), tone)


def _round_neck(canvas: Canvas, body: Body) -> None:
    """A blouse or T-shirt with a round neckline."""
    neckline = [(-138, 966), (-112, 1030), (-60, 1076), (0, 1090), (60, 1076), (112, 1030), (138, 966)]
    _cloth(canvas, body, body.garment(neckline), body.clothes.inner_colour)
    canvas.stroke(body.at(neckline), darker(body.clothes.inner_colour, 0.24), (8, 9, 9, 8), 0.8)


def _v_neck(canvas: Canvas, body: Body) -> None:
    """A blouse with a soft V."""
    neckline = [(-136, 964), (-84, 1060), (-14, 1168), (0, 1176), (14, 1168), (84, 1060), (136, 964)]
    _cloth(canvas, body, body.garment(neckline), body.clothes.inner_colour)
    canvas.stroke(body.at(neckline), darker(body.clothes.inner_colour, 0.24), (6, 8, 8, 6), 0.8)


def _roll_neck(canvas: Canvas, body: Body) -> None:
    """A jumper with a rolled collar."""
    colour = body.clothes.inner_colour
    neckline = [(-118, 916), (-60, 944), (0, 952), (60, 944), (118, 916)]
    _cloth(canvas, body, body.garment(neckline), colour)
    roll = blob(body.at([(-118, 896), (-60, 920), (0, 928), (60, 920), (118, 896), (134, 950), (120, 1004), (0, 1030),
        (-120, 1004), (-134, 950)]))
    canvas.fill(roll, lighter(colour, 0.08))
    for x in range(-112, 113, 16):
        rib = body.at([(x, 900 + 26 * (1 - (x / 118) ** 2)), (x * 1.06, 1010)])
        canvas.stroke(rib, darker(colour, 0.3), (2, 4), 0.5, roll)
    canvas.spray(body.at([(body.shadow * 30, 880), (body.shadow * 200, 880), (body.shadow * 200, 1040),
        (body.shadow * 50, 1040)]), darker(colour, 0.4), 0.55, 20, roll)
    canvas.stroke(body.at([(-120, 1004), (0, 1030), (120, 1004)]), darker(colour, 0.4), (3, 6, 3), 0.7)


def _blazer(canvas: Canvas, body: Body) -> None:
    """A jacket with notched lapels."""
    colour = body.clothes.colour
    opening = [(-140, 962), (-112, 1060), (-70, 1190), (0, 1420), (70, 1190), (112, 1060), (140, 962)]
    _cloth(canvas, body, body.garment(opening), colour)
    for sign in (-1, 1):
        shade = 0.26 if sign == body.shadow else 0.0
        tone = darker(lighter(colour, 0.08), shade)
        cast = [(sign * (x + 12), y + 14) for x, y in _LAPEL]
        canvas.fill(body.at(cast), darker(colour, 0.45), 0.6)
        canvas.fill(body.at([(sign * x, y) for x, y in _LAPEL]), tone)
        canvas.fill(body.at([(sign * x, y) for x, y in _COLLAR]), darker(tone, 0.08))
        seam = [(sign * 138, 1130), (sign * 226, 1106)]
        canvas.stroke(body.at(seam), darker(colour, 0.5), (3, 4), 0.8)
    canvas.stroke(body.at([(0, 1416), (4, 1480), (2, 1600)]), darker(colour, 0.5), (4, 5, 5), 0.9)


_LAPEL = [(128, 944), (196, 1000), (238, 1092), (202, 1116), (246, 1140), (196, 1260), (0, 1430), (60, 1250),
    (100, 1120), (116, 1040)]
_COLLAR = [(116, 920), (150, 950), (206, 1010), (238, 1092), (160, 1124), (120, 1050), (108, 980)]


def _jumper(canvas: Canvas, body: Body) -> None:
    """A jumper with a ribbed round neck over the inner garment."""
    colour = body.clothes.colour
    neckline = [(-146, 962), (-120, 1040), (-64, 1092), (0, 1106), (64, 1092), (120, 1040), (146, 962)]
    shape = body.garment(neckline)
    _cloth(canvas, body, shape, colour)
    for row in range(8):
        y = 1140 + row * 40
        for x in range(-450 + row % 2 * 18, 451, 36):
            stitch = [(x - 8, y), (x, y + 8), (x + 8, y)]
            canvas.stroke(body.at(stitch), darker(colour, 0.3), (1.5, 3.5, 1.5), 0.3, shape)
    canvas.stroke(body.at(neckline), darker(colour, 0.16), (34, 44, 44, 34), 1, shape)
    canvas.stroke(body.at([(x * 1.1, y + 20) for x, y in neckline]), darker(colour, 0.42), (3, 4, 3), 0.6, shape)


def _cardigan(canvas: Canvas, body: Body) -> None:
    """An open cardigan with a band along its edges."""
    colour = body.clothes.colour
    edge = [(48, 1700), (60, 1400), (96, 1240), (128, 1080), (142, 962)]
    shape = body.garment([*mirrored(edge)[::-1], *edge])
    _cloth(canvas, body, shape, colour)
    for sign in (-1, 1):
        band = [(sign * x, y) for x, y in edge[::-1]]
        canvas.stroke(body.at(band), darker(colour, 0.2), (30, 34, 34, 34))
        canvas.stroke(body.at([(x + sign * 17, y) for x, y in band]), darker(colour, 0.42), (2, 4, 4), 0.7)


def _scarf(canvas: Canvas, body: Body) -> None:
    """A coat with a wound scarf."""
    _blazer(canvas, body)
    tone = body.clothes.accent
    for sign in (body.shadow, -body.shadow):
        _scarf_end(canvas, body, sign)
    wraps = (
        [(-150, 960), (-70, 1004), (30, 1014), (150, 950), (186, 1000), (150, 1064), (20, 1104), (-110, 1080),
            (-184, 1010)],
        [(-130, 900), (-60, 958), (50, 966), (134, 896), (168, 946), (130, 1010), (10, 1046), (-110, 1022),
            (-172, 966)],
    )
    for index, wrap in enumerate(wraps):
        shape = blob(body.at(wrap))
        canvas.fill(shape, mix(tone, lighter(tone), 0.4 * index))
        canvas.spray(body.at([(body.shadow * 30, 900), (body.shadow * 220, 900), (body.shadow * 220, 1110),
            (body.shadow * 60, 1110)]), darker(tone, 0.4), 0.55, 24, shape)
        for x in (-90, -20, 60):
            fold = [(x - 40, wrap[1][1] - 6), (x + 10, wrap[1][1] + 36), (x + 70, wrap[1][1] + 24)]
            canvas.stroke(body.at(fold), darker(tone, 0.32), (1, 6, 1), 0.6, shape)


def _scarf_end(canvas: Canvas, body: Body, sign: int) -> None:
    """One hanging end; that on the light side lies on top and reaches over the middle."""
    tone = darker(body.clothes.accent, 0.26 if sign == body.shadow else 0.02)
    end = line(body.at([(-sign * 34, 1030), (-sign * 26, 1180), (-sign * 26, 1320),
        (-sign * 24, 1470)])) + line(body.at([(sign * 168, 1470), (sign * 150, 1320), (sign * 124, 1160),
        (sign * 100, 1030)]))
    canvas.fill(end, tone)
    for step in range(5):
        band = [(-sign * 40, 1150 + step * 70), (sign * 60, 1162 + step * 70), (sign * 176, 1140 + step * 70)]
        canvas.stroke(body.at(band), lighter(tone, 0.45), (8, 9, 8), 0.75, end)
    for x in (0, 44, 84):
        crease = [(sign * x, 1090), (sign * (x + 14), 1250), (sign * (x + 34), 1460)]
        canvas.stroke(body.at(crease), darker(tone, 0.4), (1, 7, 4), 0.45, end)
    canvas.spray(body.at(oval(sign * 30, 1080, 130, 40)), darker(tone, 0.5), 0.6, 20, end)


def _nothing(canvas: Canvas, body: Body) -> None:
    """No second garment."""


Dress = Callable[[Canvas, Body], None]
INNER: dict[str, Dress] = {"shirt": _shirt, "tie": _tie, "round": _round_neck, "v": _v_neck, "roll": _roll_neck}
OUTER: dict[str, Dress] = {"blazer": _blazer, "jumper": _jumper, "cardigan": _cardigan, "scarf": _scarf,
    "none": _nothing}
