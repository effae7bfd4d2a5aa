"""The palette of the house and the few colour sums the drawings need."""

from __future__ import annotations

Colour = tuple[int, int, int]


def from_hex(text: str) -> Colour:
    """Read ``#RRGGBB``."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


INK = from_hex("#14213D")
DELFT = from_hex("#1F4B99")
BRICK = from_hex("#B5452C")
OCHRE = from_hex("#E3A72F")
SAGE = from_hex("#7FA08A")
SKY = from_hex("#CFE1EE")
BLUSH = from_hex("#F1D9CC")
PAPER = from_hex("#FAF6EF")


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Blend two colours; ``share`` is the part of the second one."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def darker(colour: Colour, share: float = 0.25) -> Colour:
    """A shade towards the navy ink, so that shadows stay in the palette."""
    return mix(colour, INK, share)


def lighter(colour: Colour, share: float = 0.3) -> Colour:
    """A tint towards the warm paper."""
    return mix(colour, PAPER, share)


def skin_shadow(colour: Colour) -> Colour:
    """The shadow side of skin: less green and blue than red, as light through skin is."""
    red, green, blue = colour
    return round(red * 0.80), round(green * 0.66), round(blue * 0.63)
