"""The shapes of the house: an arch for a person, a shallow one for a place, an arcade, and the line they stand on."""

from dataclasses import dataclass

from PIL import Image, ImageDraw

from media.cards.colours import BLUSH, BRICK, SKY

FINER = 4  # shapes are drawn that much larger and made smaller, for smooth edges
UPPER = 0.38  # where a face is looked for in a photo without a focal point, and where it is put: part of the height


@dataclass(frozen=True)
class Box:
    """A part of a card, in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def inset(self, side: float, top: float) -> "Box":
        """A box within this one on the same floor; the parts of width and height are left out."""
        left, above = round(self.width * side), round(self.height * top)
        return Box(self.left + left, self.top + above, self.width - 2 * left, self.height - above)


@dataclass(frozen=True)
class Photo:
    """A picture and what must stay in view: left, top, width and height of the focal area, if the editor drew one."""

    image: Image.Image
    focus: tuple[int, int, int, int] | None = None

    def cropped(self, width: int, height: int) -> Image.Image:
        """The largest part with these proportions around the focal area, in this size."""
        scale = min(self.image.width / width, self.image.height / height)
        part_width, part_height = width * scale, height * scale
        left, top, focus_width, focus_height = self.focus or (0, 0, self.image.width, self.image.height * UPPER * 2)
        x = kept_inside(left + focus_width / 2 - part_width / 2, self.image.width - part_width)
        y = kept_inside(
            top + focus_height / 2 - part_height * (0.5 if self.focus else UPPER), self.image.height - part_height
        )
        part = (x, y, x + part_width, y + part_height)
        return self.image.resize((width, height), Image.Resampling.LANCZOS, part, reducing_gap=3.0)


def kept_inside(position: float, most: float) -> float:
    return max(0.0, min(position, most))


def arch_mask(width: int, height: int, rise: float = 1.0) -> Image.Image:
    """Round above and straight below; `rise` is the height of the curve as a part of half the width."""
    wide, high = width * FINER, height * FINER
    curve = round(wide / 2 * rise)
    mask = Image.new("L", (wide, high))
    draw = ImageDraw.Draw(mask)
    draw.ellipse((0, 0, wide - 1, 2 * curve), fill=255)
    draw.rectangle((0, curve, wide, high), fill=255)
    return mask.resize((width, height), Image.Resampling.BOX)


def paint_arch(canvas: Image.Image, box: Box, colour: str, rise: float = 1.0) -> None:
    canvas.paste(
        Image.new("RGB", (box.width, box.height), colour), (box.left, box.top), arch_mask(box.width, box.height, rise)
    )


def paint_picture(canvas: Image.Image, box: Box, photo: Photo | None, rise: float = 1.0) -> None:
    """The photo in an arch; without one, arch within arch as one sees when walking through an arcade."""
    if photo is None:
        picture = Image.new("RGB", (box.width, box.height), SKY)
        here = Box(0, 0, box.width, box.height)
        paint_arch(picture, here.inset(0.18, 0.16), BLUSH)
        paint_arch(picture, here.inset(0.35, 0.38), BRICK)
    else:
        picture = photo.cropped(box.width, box.height)
    canvas.paste(picture, (box.left, box.top), arch_mask(box.width, box.height, rise))


def paint_floor(canvas: Image.Image, y: int, thickness: int, colour: str) -> None:
    ImageDraw.Draw(canvas).rectangle((0, y, canvas.width, y + thickness - 1), fill=colour)


def paint_arcade(canvas: Image.Image, box: Box, colour: str) -> None:
    """The mark of the house: five arches under a beam, as in templates/parts/arcade.html (64 by 30)."""
    mask = Image.new("L", (640, 300))
    draw = ImageDraw.Draw(mask)
    draw.rectangle((0, 0, 640, 29), fill=255)
    draw.rectangle((15, 46, 624, 300), fill=255)
    for left in (45, 161, 277, 393, 509):
        draw.ellipse((left, 112, left + 86, 198), fill=0)
        draw.rectangle((left, 155, left + 86, 300), fill=0)
    mask = mask.resize((box.width, box.height), Image.Resampling.LANCZOS)
    canvas.paste(Image.new("RGB", mask.size, colour), (box.left, box.top), mask)
