"""A sheet of paper: flat fills, stippled shading and a light print grain."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .chance import seeded
from .colour import Colour
from .curves import Point, Points, ribbon

# Everything is drawn twice as large and scaled down, which smooths the edges.
SCALE = 2
# Soft shapes are blurred on a small copy: a full-size blur would take most of the time.
SOFT = 8
TILE = 640

Box = tuple[int, int, int, int]


@lru_cache(maxsize=4)
def _noise(seed: int, size: int) -> Image.Image:
    """A square of even noise, always the same for one seed."""
    return Image.frombytes("L", (size, size), seeded(seed).randbytes(size * size))


@lru_cache(maxsize=4)
def _noise_sheet(width: int, height: int) -> Image.Image:
    """Noise with the grain of a spray can over a whole enlarged sheet."""
    side = round(TILE * SCALE * 0.8)
    tile = _noise(7, TILE).resize((side, side), Image.Resampling.BILINEAR)
    sheet = Image.new("L", (width, height))
    for x in range(0, width, side):
        for y in range(0, height, side):
            sheet.paste(tile, (x, y))
    return sheet


def _stipple(mask: Image.Image, noise: Image.Image) -> Image.Image:
    """Turn soft greys into dots: the darker the grey, the closer the dots."""
    sum_over = ImageChops.add(mask, noise, 1, -255)
    dots = sum_over.point([min(255, value * 5) for value in range(256)])
    return Image.blend(dots, mask, 0.6)


class Canvas:
    """A drawing in progress; all coordinates are those of the finished picture."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._pen = ImageDraw.Draw(self.image)
        self._zoom, self._eye = float(SCALE), (0.0, 0.0)

    def look(self, zoom: float, x: float = 0.0, y: float = 0.0) -> None:
        """Draw what follows larger or smaller, while the point at (x, y) stays in place."""
        self._zoom = SCALE * zoom
        self._eye = (x * (SCALE - self._zoom), y * (SCALE - self._zoom))

    def fill(self, points: Points, colour: Colour, opacity: float = 1.0, clip: Points | None = None) -> None:
        """A flat shape, see-through if told, and only inside ``clip`` if given."""
        if opacity >= 1 and clip is None:
            self._pen.polygon(self._on_sheet(points), fill=colour)
            return
        frame = self._frame(points, clip)
        if frame is None:
            return
        mask = self._mask(points, frame, round(255 * opacity))
        self._paste(mask, frame, colour, clip)

    def stroke(
        self,
        points: Points,
        colour: Colour,
        widths: tuple[float, ...],
        opacity: float = 1.0,
        clip: Points | None = None,
    ) -> None:
        """A brush stroke along the points."""
        self.fill(ribbon(points, widths), colour, opacity, clip)

    def spray(
        self,
        points: Points,
        colour: Colour,
        strength: float = 0.6,
        blur: float = 40,
        clip: Points | None = None,
    ) -> None:
        """A soft shape, stippled like a spray can through a stencil."""
        reach = 2.2 * blur
        low, high = _corners(points)
        grown = [(low[0] - reach, low[1] - reach), (high[0] + reach, high[1] + reach)]
        frame = self._frame(grown, clip)
        if frame is None:
            return
        left, top, right, bottom = frame
        size = (right - left, bottom - top)
        small = Image.new("L", (max(1, size[0] // SOFT), max(1, size[1] // SOFT)))
        shrunk = [((x - left) / SOFT, (y - top) / SOFT) for x, y in self._on_sheet(points)]
        ImageDraw.Draw(small).polygon(shrunk, fill=round(255 * strength))
        soft = small.filter(ImageFilter.GaussianBlur(blur * self._zoom / SOFT))
        mask = soft.resize(size, Image.Resampling.BILINEAR)
        noise = _noise_sheet(*self.image.size).crop(frame)
        self._paste(_stipple(mask, noise), frame, colour, clip)

    def fade(self, points: Points, first: Colour, last: Colour) -> None:
        """A shape that runs from one colour at its top to another at its bottom."""
        frame = self._frame(points)
        if frame is None:
            return
        size = (frame[2] - frame[0], frame[3] - frame[1])
        self.fill(points, first)
        ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BILINEAR)
        noise = _noise_sheet(*self.image.size).crop(frame)
        dots = Image.blend(ramp, _stipple(ramp, noise), 0.22)
        self._paste(ImageChops.multiply(dots, self._mask(points, frame, 255)), frame, last, None)

    def surround(self, points: Points, colour: Colour) -> None:
        """Fill everything outside a shape: a wall around an opening."""
        mask = Image.new("L", self.image.size, 255)
        ImageDraw.Draw(mask).polygon(self._on_sheet(points), fill=0)
        self.image.paste(colour, (0, 0), mask)

    def finish(self, grain: float = 0.02) -> Image.Image:
        """The finished picture: scaled down, with the grain of paper and ink."""
        picture = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        tile = _noise(11, TILE)
        fine = Image.new("L", picture.size)
        for x in range(0, self.width, TILE):
            for y in range(0, self.height, TILE):
                fine.paste(tile, (x, y))
        cloud = _noise(13, 96).resize(picture.size, Image.Resampling.BICUBIC)
        texture = Image.blend(fine, cloud, 0.22)
        texture = texture.point([round(128 + (value - 128) * grain * 2.4) for value in range(256)])
        return ImageChops.overlay(picture, Image.merge("RGB", (texture,) * 3))

    def _on_sheet(self, points: Points) -> list[Point]:
        zoom, (dx, dy) = self._zoom, self._eye
        return [(x * zoom + dx, y * zoom + dy) for x, y in points]

    def _frame(self, points: Points, clip: Points | None = None) -> Box | None:
        """The bounding box on the sheet, or None if nothing would be seen."""
        (left, top), (right, bottom) = _corners(self._on_sheet(points))
        if clip is not None:
            low, high = _corners(self._on_sheet(clip))
            left, top = max(left, low[0]), max(top, low[1])
            right, bottom = min(right, high[0]), min(bottom, high[1])
        frame = (
            max(0, int(left) - 1),
            max(0, int(top) - 1),
            min(self.image.width, int(right) + 2),
            min(self.image.height, int(bottom) + 2),
        )
        return frame if frame[0] < frame[2] and frame[1] < frame[3] else None

    def _mask(self, points: Points, frame: Box, value: int) -> Image.Image:
        """The shape as a mask with the size of the frame."""
        mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]))
        inside = [(x - frame[0], y - frame[1]) for x, y in self._on_sheet(points)]
        ImageDraw.Draw(mask).polygon(inside, fill=value)
        return mask

    def _paste(self, mask: Image.Image, frame: Box, colour: Colour, clip: Points | None) -> None:
        if clip is not None:
            mask = ImageChops.multiply(mask, self._mask(clip, frame, 255))
        self.image.paste(colour, frame, mask)


def _corners(points: Points) -> tuple[Point, Point]:
    """The upper left and lower right corner of the box around the points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys)), (max(xs), max(ys))
