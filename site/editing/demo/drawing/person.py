"""What makes one portrait differ from the next: the settings of a drawn person."""

from __future__ import annotations

from dataclasses import dataclass, field

from .colour import BRICK, INK, PAPER, SKY, Colour


@dataclass(frozen=True)
class Pose:
    """How the head is held; angles in radians, to the right of the picture is positive."""

    turn: float = 0.0
    tilt: float = 0.0
    gaze: float = 0.0
    # The side of the picture that lies in shadow: 1 is right, -1 is left.
    shadow: int = 1


@dataclass(frozen=True)
class Face:
    """The shape of a face; lengths are in pixels, the rest are shares around 1 or 0."""

    skin: Colour
    width: float = 186
    jaw: float = 148
    chin: float = 52
    length: float = 268
    age: float = 0.3
    blush: float = 0.35
    eye: float = 1.0
    open: float = 1.0
    # Outer corners of the eyes up (positive) or down, in pixels.
    slant: float = 0.0
    iris: Colour = (84, 96, 88)
    lash: float = 0.0
    brow: Colour = (70, 52, 44)
    brow_weight: float = 1.0
    brow_arch: float = 0.0
    nose: float = 1.0
    nose_length: float = 1.0
    mouth: float = 1.0
    lips: float = 1.0
    lip: Colour | None = None
    smile: float = 0.5
    teeth: bool = False
    freckles: bool = False


@dataclass(frozen=True)
class Hair:
    """A hair style by name, and the colour it is in."""

    style: str
    colour: Colour
    beard: str = ""
    beard_colour: Colour | None = None


@dataclass(frozen=True)
class Clothes:
    """What someone wears: the kind of outer and inner garment and their colours."""

    outer: str
    colour: Colour
    inner: str = "shirt"
    inner_colour: Colour = PAPER
    accent: Colour = BRICK
    broad: float = 1.0


@dataclass(frozen=True)
class Extras:
    """Glasses and jewellery, each by the name of its kind."""

    glasses: str = ""
    glasses_colour: Colour = INK
    earrings: str = ""
    earring_colour: Colour = (227, 167, 47)
    necklace: str = ""


@dataclass(frozen=True)
class Backdrop:
    """The place behind someone, by name, with the colour of the air."""

    place: str
    air: Colour = SKY
    low: Colour = PAPER
    # The colour of a wall with an arched window around the place; None is out in the open.
    wall: Colour | None = None


@dataclass(frozen=True)
class Portrait:
    """A drawn person; ``alt`` says in one Dutch sentence what there is to see."""

    alt: str
    face: Face
    hair: Hair
    clothes: Clothes
    backdrop: Backdrop
    pose: Pose = field(default_factory=Pose)
    extras: Extras = field(default_factory=Extras)
