"""The head as a turned and tilted form: from face measures to places on the sheet."""

from __future__ import annotations

import math

from .curves import Point, Points, blob, line
from .person import Face, Pose

CENTRE = (600.0, 575.0)
# The head nods around the top of the spine, below the chin.
PIVOT_Y = 300.0
RADIUS = 215.0


class Head:
    """Measures are taken from the middle of the face: x to the right, y down."""

    def __init__(self, face: Face, pose: Pose) -> None:
        self.face, self.pose = face, pose
        self._cos, self._sin = math.cos(pose.tilt), math.sin(pose.tilt)
        self._turn = math.sin(pose.turn)
        self._narrow = math.cos(pose.turn)
        self.outline = self._outline()

    def place(self, x: float, y: float) -> Point:
        """A point of the silhouette: tilted, not turned."""
        dy = y - PIVOT_Y
        return (
            CENTRE[0] + x * self._cos - dy * self._sin,
            CENTRE[1] + PIVOT_Y + x * self._sin + dy * self._cos,
        )

    def on_skin(self, x: float, y: float, lift: float = 0.0) -> Point:
        """A point on the rounded front of the face, which moves along when the head turns."""
        depth = RADIUS * math.sqrt(max(0.0, 1 - (x / RADIUS) ** 2)) + lift
        fall = 1 - 0.35 * min(1.0, abs(y) / 300) ** 2
        return self.place(x * self._narrow + depth * fall * self._turn, y)

    def on_skull(self, x: float, y: float) -> Point:
        """A point of the hairline: it turns along, but never past the edge of the head."""
        depth = RADIUS * math.sqrt(max(0.0, 1 - (x / RADIUS) ** 2))
        edge = self.face.width - 4
        return self.place(max(-edge, min(edge, x * self._narrow + depth * self._turn * 0.8)), y)

    def flat(self, points: Points) -> list[Point]:
        """Points of the silhouette."""
        return [self.place(x, y) for x, y in points]

    def skin(self, points: Points, lift: float = 0.0) -> list[Point]:
        """Points on the face."""
        return [self.on_skin(x, y, lift) for x, y in points]

    def _outline(self) -> list[Point]:
        """The skull and jaw; the chin goes along with a turn, the skull stays."""
        face = self.face
        half = [
            (62, -266),
            (128, -230),
            (172, -165),
            (face.width, -80),
            (face.width, 0),
            (face.width - 7, 70),
            (face.jaw, 158),
            (face.chin + 38, face.length - 32),
            (face.chin * 0.62, face.length - 2),
        ]
        other = [(-x, y) for x, y in half[::-1]]
        ring = [(0, -274), *half, *other]
        return blob([self._jaw(x, y) for x, y in ring])

    def _jaw(self, x: float, y: float) -> Point:
        lower = max(0.0, min(1.0, (y + 60) / 320))
        return self.place(x + 165 * lower * self._turn, y)

    def jaw_line(self) -> list[Point]:
        """The lower edge of the face from ear to ear."""
        face = self.face
        half = [
            (face.width - 2, 30),
            (face.width - 8, 74),
            (face.jaw, 158),
            (face.chin + 38, face.length - 32),
            (face.chin * 0.62, face.length - 2),
        ]
        ring = [*half, *[(-x, y) for x, y in half[::-1]]]
        return line([self._jaw(x, y) for x, y in ring])
