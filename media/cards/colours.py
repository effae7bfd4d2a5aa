"""The palette of the stylesheet (css/tokens.css; a test compares them) and the grounds that a card can have."""

from dataclasses import dataclass

from PIL import ImageColor

PAPER = "#faf6ef"
INK = "#14213d"
INK_SOFT = "#4a546e"
LINK = "#1f4b99"
ACCENT = "#b5452c"
WALL = "#1f4b99"
GROUND = "#14213d"
ON_WALL = "#faf6ef"
ON_WALL_SOFT = "#dbe6f2"
OCHRE = "#e3a72f"
BRICK = "#b5452c"
SKY = "#cfe1ee"
BLUSH = "#f1d9cc"


@dataclass(frozen=True)
class Ground:
    """What a card stands on, and the colours that are read on it: each at least 4.5 : 1."""

    label: str
    ground: str
    text: str  # names and titles
    soft: str  # role and place
    voice: str  # somebody's own words
    mark: str  # the arcade of the wordmark
    line: str  # what the arches stand on
    arches: tuple[str, str]  # left and right of a photo


GROUNDS = {
    "papier": Ground("Papier", PAPER, INK, INK_SOFT, LINK, ACCENT, INK, (BRICK, OCHRE)),
    "blauw": Ground("Blauw", WALL, ON_WALL, ON_WALL_SOFT, ON_WALL, OCHRE, ON_WALL, (OCHRE, SKY)),
    "nacht": Ground("Nacht", GROUND, ON_WALL, ON_WALL_SOFT, ON_WALL, OCHRE, ON_WALL, (BRICK, OCHRE)),
}


def luminance(colour: str | tuple[int, ...]) -> float:
    """Relative luminance between 0 and 1, after WCAG 2.2."""
    red, green, blue = ImageColor.getrgb(colour)[:3] if isinstance(colour, str) else colour[:3]
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str | tuple[int, ...], other: str | tuple[int, ...]) -> float:
    """Between 1 and 21, after WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
