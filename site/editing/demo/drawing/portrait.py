"""One portrait, from the backdrop to the grain of the paper."""

from __future__ import annotations

from PIL import Image

from .backdrops import draw_backdrop
from .canvas import Canvas
from .clothes import draw_clothes
from .extras import draw_earrings, draw_glasses, draw_headscarf, draw_necklace
from .face import draw_ear, draw_neck, draw_skull
from .features import draw_features
from .hair import draw_beard, draw_hair, draw_hair_behind, draw_tail, hides_temples
from .head import Head
from .people import PORTRAITS
from .person import Portrait

WIDTH, HEIGHT = 1200, 1500
ZOOM = 1.12


def draw_portrait(slug: str) -> Image.Image:
    """The portrait of one person, 1200 by 1500 pixels; the same for every run."""
    person = PORTRAITS[slug]
    canvas = Canvas(WIDTH, HEIGHT, person.backdrop.air)
    draw_backdrop(canvas, person.backdrop)
    canvas.look(ZOOM, 600, 640)
    head = Head(person.face, person.pose)
    _draw_body(canvas, head, person)
    _draw_head(canvas, head, person)
    return canvas.finish()


def _draw_body(canvas: Canvas, head: Head, person: Portrait) -> None:
    draw_hair_behind(canvas, head, person.hair.style, person.hair.colour)
    draw_neck(canvas, head)
    draw_clothes(canvas, person.clothes, -60 * person.pose.turn, person.pose.shadow)
    if person.extras.necklace:
        draw_necklace(canvas, head, person.extras.necklace, person.clothes.accent)


def _draw_head(canvas: Canvas, head: Head, person: Portrait) -> None:
    hair = person.hair
    if hair.style == "headscarf":
        draw_headscarf(canvas, head, hair.colour)
    else:
        if hair.style == "ponytail":
            draw_tail(canvas, head, hair.colour)
        draw_ear(canvas, head, -1)
        draw_ear(canvas, head, 1)
    draw_skull(canvas, head)
    draw_features(canvas, head)
    if hair.beard:
        draw_beard(canvas, head, hair.beard, hair.beard_colour or hair.colour)
    if hides_temples(hair.style):
        draw_glasses(canvas, head, person.extras)
        draw_hair(canvas, head, hair.style, hair.colour)
    else:
        draw_hair(canvas, head, hair.style, hair.colour)
        draw_glasses(canvas, head, person.extras)
    draw_earrings(canvas, head, person.extras)
