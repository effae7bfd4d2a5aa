"""Hair: the mass, its light and shadow and the combed strands; curls are piled up."""

# Points stay together in rows: one point to a line would hide the shapes.
# fmt: off
from __future__ import annotations

import math

from .canvas import Canvas
from .chance import seeded
from .colour import Colour, darker, lighter, skin_shadow
from .curves import Point, Points, between, blob, line, oval
from .hair_styles import COIL, STYLES, Comb, Style
from .head import Head


def hides_temples(name: str) -> bool:
    """Whether the hair falls over the sides of the face, and so over the arms of glasses."""
    return name in STYLES and STYLES[name].back is not None


def draw_hair_behind(canvas: Canvas, head: Head, name: str, colour: Colour) -> None:
    """What is seen of the hair behind the neck."""
    dark = darker(colour, 0.34)
    if name == "curls":
        volume = blob(head.flat([(-220, -60), (-236, 90), (-190, 232), (0, 262), (190, 232), (236, 90), (220, -60)]))
        canvas.fill(volume, darker(colour, 0.42))
        _curls(canvas, head, _curl_ring(behind=True), darker(colour, 0.22), 58, 9)
    if name == "bun":
        _knot(canvas, head, colour)
    back = STYLES[name].back if name in STYLES else None
    if back:
        shape = blob(head.flat(back))
        canvas.fill(shape, dark)
        canvas.spray(head.flat(oval(0, 240, 120, 150)), darker(dark, 0.4), 0.7, 50, shape)


def _knot(canvas: Canvas, head: Head, colour: Colour) -> None:
    """A bun on top of the head."""
    dark = darker(colour, 0.34)
    knot = blob(head.flat([(-92, -330), (-78, -400), (0, -436), (80, -402), (94, -330), (0, -280)]))
    canvas.fill(knot, colour)
    canvas.spray(head.flat([(0, -440), (120, -400), (110, -290), (10, -300)]), dark, 0.6, 24, knot)
    for lift in (0, 34, 68):
        swirl = [(-80, -340 - lift * 0.7), (-10, -372 - lift * 0.8), (76, -336 - lift)]
        canvas.stroke(head.flat(swirl), dark, (1, 6, 1), 0.6, knot)


def draw_hair(canvas: Canvas, head: Head, name: str, colour: Colour) -> None:
    """The hair in front, over the head."""
    if name == "curls":
        _curls(canvas, head, _curl_ring(behind=False), colour, 58, 9)
    elif name in ("balding", "balding_curls"):
        _ring(canvas, head, colour, curly=name == "balding_curls")
    elif name == "coil":
        _coil(canvas, head, colour)
    elif name in STYLES:
        _cut(canvas, head, STYLES[name], colour)


def _mass(head: Head, style: Style) -> list[tuple[float, float]]:
    hairline = line([head.on_skull(x, y) for x, y in style.hairline])
    return hairline + line(head.flat(style.crown))


def _cut(canvas: Canvas, head: Head, style: Style, colour: Colour) -> None:
    mass, side = _mass(head, style), head.pose.shadow
    drop = [(x - head.pose.shadow * 3, y + 15) for x, y in line([head.on_skull(*p) for p in style.hairline])]
    cast = drop + line(head.flat(style.crown))
    canvas.fill(cast, skin_shadow(head.face.skin), 0.55, head.outline)
    canvas.fill(mass, colour)
    for comb in style.combs:
        _strands(canvas, head, comb, colour, mass)
    dark = darker(colour, 0.4)
    shade = head.flat([(side * 120, -360), (side * 330, -300), (side * 330, 560), (side * 150, 560)])
    canvas.spray(shade, dark, 0.6, 44, mass)
    shine = head.flat([(-side * 150, -250), (-side * 90, -290), (-side * 10, -300), (-side * 60, -262),
        (-side * 130, -210)])
    canvas.spray(shine, lighter(colour, 0.5), 0.5, 24, mass)


def _strands(canvas: Canvas, head: Head, comb: Comb, colour: Colour, mass: Points) -> None:
    """Combed strands in turn darker and lighter, thin at root and tip."""
    tones = (darker(colour, 0.3), lighter(colour, 0.22), darker(colour, 0.16))
    for index in range(comb.count):
        share = (index + 0.5) / comb.count
        path = head.flat(between(comb.first, comb.last, share))
        canvas.stroke(path, tones[index % 3], (1, 7, 8, 5, 0.6), 0.75, mass)


def draw_tail(canvas: Canvas, head: Head, colour: Colour) -> None:
    """A long tail over the shoulder on the light side."""
    sign = -head.pose.shadow
    outer = [(150, 60), (222, 170), (256, 300), (246, 430), (222, 560), (180, 660)]
    inner = [(152, 600), (118, 500), (114, 390), (126, 290), (140, 200), (110, 90)]
    contour = [(sign * x, y) for x, y in outer + inner]
    mass = blob(head.flat(contour))
    canvas.fill(mass, colour)
    comb = Comb([(sign * x, y) for x, y in outer], [(sign * x, y) for x, y in inner[::-1]], 7)
    _strands(canvas, head, comb, colour, mass)
    shade = [(sign * x, y) for x, y in ((80, 60), (190, 60), (200, 250), (90, 260))]
    canvas.spray(head.flat(shade), darker(colour, 0.6), 0.7, 34, mass)


def _ring(canvas: Canvas, head: Head, colour: Colour, curly: bool) -> None:
    """Hair at the sides only, around a bald crown."""
    for sign in (-1, 1):
        patch = [(178, 50), (172, 0), (168, -60), (160, -112), (176, -168), (206, -130), (216, -60), (212, 10),
            (200, 56)]
        mass = blob([head.place(sign * x, y) for x, y in patch])
        if curly:
            spots = [(sign * x, y) for x, y in line([(206, 66), (200, 20), (206, -40), (200, -96), (186, -140),
                (166, -170)])[::6]]
            canvas.fill(mass, colour)
            _curls(canvas, head, spots, colour, 27, 5)
            continue
        canvas.fill(mass, colour)
        comb = Comb([(sign * 168, -110), (sign * 176, -50), (sign * 184, 40)],
            [(sign * 206, -120), (sign * 212, -50), (sign * 202, 40)], 5)
        _strands(canvas, head, comb, colour, mass)
        if sign == head.pose.shadow:
            canvas.spray(mass, darker(colour, 0.4), 0.5, 14, mass)
    gleam = head.skin(oval(-head.pose.shadow * 60, -210, 60, 26))
    canvas.spray(gleam, (255, 250, 240), 0.55, 18, head.outline)


def _coil(canvas: Canvas, head: Head, colour: Colour) -> None:
    """Very short coiled hair: a tight cap with a soft edge and a stippled sheen."""
    mass = _mass(head, COIL)
    canvas.spray(mass, colour, 0.8, 5, None)
    canvas.fill(mass, colour, 0.9)
    canvas.spray(head.flat(oval(-head.pose.shadow * 70, -236, 80, 40)), lighter(colour, 0.45), 0.45, 26, mass)
    dice = seeded(17)
    for _ in range(130):
        x, y = dice.uniform(-180, 180), dice.uniform(-300, -170)
        curl = [(x - 5, y + 2), (x, y - 4), (x + 5, y + 2)]
        canvas.stroke(head.flat(curl), lighter(colour, 0.2), (1, 3, 1), 0.5, mass)


def _curl_ring(behind: bool) -> Points:
    """Where locks of curls sit: a crown over the head, or the volume behind it."""
    if behind:
        return [(-210, 60), (-226, 150), (-190, 230), (-110, 250), (110, 250), (190, 230), (226, 150), (210, 60),
            (-236, -40), (236, -40)]
    top = [(-214, -120), (-200, -200), (-160, -264), (-96, -306), (-20, -326), (60, -320), (130, -288), (184, -230),
        (212, -150)]
    inner = [(-172, -130), (-146, -190), (-86, -236), (-10, -250), (70, -244), (136, -206), (172, -140), (-100, -182),
        (-40, -206), (60, -200), (120, -166)]
    sides = [(-206, -40), (-214, 40), (-206, 110), (206, -50), (216, 30), (208, 104)]
    return top + inner + sides


def _curls(canvas: Canvas, head: Head, spots: Points, colour: Colour, size: float, seed: int) -> None:
    """Round locks, each with a few strands that swirl their own way."""
    dice = seeded(seed)
    side = head.pose.shadow
    for x, y in spots:
        canvas.fill(oval(*head.place(x, y), size * 0.95), darker(colour, 0.2))
    for x, y in sorted(spots, key=lambda spot: spot[0] * side, reverse=True):
        radius = size * dice.uniform(0.8, 1.1)
        middle = (x + dice.uniform(-8, 8), y + dice.uniform(-8, 8))
        shade = max(0.0, min(0.34, (x * side + 40) / 500))
        _lock(canvas, head, middle, radius, dice.uniform(-1.2, 1.2), darker(colour, shade))


def _lock(canvas: Canvas, head: Head, middle: Point, radius: float, turn: float, colour: Colour) -> None:
    cos, sin = math.cos(turn), math.sin(turn)

    def at(points: Points) -> list[Point]:
        return head.flat([(middle[0] + (x * cos - y * sin) * radius, middle[1] + (x * sin + y * cos) * radius) for x,
            y in points])

    canvas.fill(blob(at([(-1, 0.1), (-0.5, -0.9), (0.6, -0.8), (0.95, 0.3), (0.2, 1.0), (-0.6, 0.8)])), colour)
    for share, tone in ((0.8, darker(colour, 0.3)), (0.56, lighter(colour, 0.2)), (0.34, darker(colour, 0.3))):
        swirl = [(-share, share * 0.7), (-share * 0.8, -share * 0.6), (share * 0.3, -share * 0.9), (share, share * 0.1),
            (share * 0.5, share * 0.8)]
        canvas.stroke(at(swirl), tone, (1, radius * 0.1, radius * 0.13, 1), 0.75)


def draw_beard(canvas: Canvas, head: Head, kind: str, colour: Colour) -> None:
    """Beards and moustaches, in the shape of the jaw."""
    if kind in ("full", "short", "stubble"):
        _full_beard(canvas, head, colour, kind)
    if kind == "goatee":
        half = [(0, 284), (48, 250), (70, 200), (80, 150), (66, 168), (46, 190), (0, 186)]
        goat = [*half, *[(-x, y) for x, y in half[-2:0:-1]]]
        _hairy(canvas, head, goat, colour)
    if kind in ("full", "short", "goatee", "moustache"):
        _moustache(canvas, head, colour, 1.1 if kind == "moustache" else 1.0)


def _hairy(canvas: Canvas, head: Head, points: Points, colour: Colour) -> None:
    shape = blob(head.skin(points, 6))
    canvas.fill(shape, colour)
    for x in range(-48, 49, 12):
        path = head.skin([(x, 180), (x * 1.02, 220), (x * 0.9, 268)], 6)
        canvas.stroke(path, lighter(colour, 0.16) if x % 24 else darker(colour, 0.25), (1, 4, 1), 0.5, shape)


def _full_beard(canvas: Canvas, head: Head, colour: Colour, kind: str) -> None:
    face, side = head.face, head.pose.shadow
    hang = {"full": 46, "short": 10, "stubble": -3}[kind]
    inner = [(-face.width, 20), (-160, 70), (-122, 122), (-92, 128), (-70, 138), (-72, 172), (-46, 192), (0, 186),
        (46, 192), (72, 172), (70, 138), (92, 128), (122, 122), (160, 70), (face.width, 20)]
    edge = head.jaw_line()
    grown = [(x + (x - edge[len(edge) // 2][0]) * hang / 900, y + hang * min(1.0, max(0.0, (y - 640) / 180))) for x,
        y in edge]
    shape = line([head.on_skull(x, y) if abs(x) > 150 else head.on_skin(x, y, 6) for x, y in inner]) + grown
    if kind == "stubble":
        canvas.spray(shape, colour, 0.42, 7, head.outline)
        return
    canvas.fill(shape, colour, 0.96)
    dice = seeded(23)
    for _ in range(90):
        x, y = dice.uniform(-170, 170), dice.uniform(60, 300)
        tone = lighter(colour, 0.28) if dice.random() < 0.5 else darker(colour, 0.25)
        path = head.skin([(x, y), (x * 0.99, y + 16), (x * 0.94, y + 34)])
        canvas.stroke(path, tone, (0.6, 3.6, 0.6), 0.6, shape)
    shade = [(side * 70, 40), (side * 320, 0), (side * 320, 400), (side * 40, 400)]
    canvas.spray(head.skin(shade[:1]) + head.flat(shade[1:]), darker(colour, 0.45), 0.6, 30, shape)


def _moustache(canvas: Canvas, head: Head, colour: Colour, size: float) -> None:
    for sign in (-1, 1):
        half = [(0, 117), (26, 112), (54 * size, 124), (78 * size, 152), (80 * size, 176), (66 * size, 172), (54, 154),
            (34, 144), (14, 142), (0, 138)]
        shape = blob(head.skin([(sign * x, y) for x, y in half], 12))
        canvas.fill(shape, colour)
        for y in (124, 131, 138):
            hair = [(sign * 6, y - 2), (sign * 34, y + 2), (sign * 58, y + 16)]
            canvas.stroke(head.skin(hair, 12), darker(colour, 0.25) if y == 131 else lighter(colour, 0.16), (1, 4, 1),
                0.5, shape)
