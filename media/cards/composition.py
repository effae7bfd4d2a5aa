"""A card: a ground with shapes and a photo, and texts that stand on the plain ground beside them."""

import io
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from media.cards.colours import Ground
from media.cards.letters import SERIF
from media.cards.setting import SetText, fit
from media.cards.shapes import Box, paint_arcade, paint_floor
from media.cards.typography import tidy

LIGHT = 290_000  # bytes; WhatsApp leaves out pictures above some 300 kB


@dataclass
class Card:
    """What a card is made of; `picture` puts it together."""

    size: tuple[int, int]
    ground: Ground
    texts: list[SetText] = field(default_factory=list)

    def __post_init__(self):
        self.canvas = Image.new("RGB", self.size, self.ground.ground)

    def add(self, text: SetText) -> None:
        self.texts.append(text)

    def stack(self, texts: list[tuple[SetText, float]], left: float, bottom: float) -> None:
        """Puts texts on top of each other, each with the distance to the one above it; the last stands on `bottom`."""
        for text, gap in reversed(texts):
            bottom -= text.height
            self.add(text.at(left, bottom))
            bottom -= gap

    def wordmark(self, name: str, left: int, middle: int, width: int, size: int) -> None:
        """The mark and the name of the site beside each other, around that height."""
        mark = Box(left, middle - round(size * 0.62), round(size * 2.64), round(size * 1.24))
        paint_arcade(self.canvas, mark, self.ground.mark)
        gap = round(size * 0.5)
        room = width - mark.width - gap
        text = fit(tidy(name), SERIF, self.ground.text, room, size * 2.6, size, most_lines=2)
        self.add(text.at(mark.right + gap, middle - text.height / 2 - text.size * 0.02))

    def floor(self, y: int, thickness: int) -> None:
        paint_floor(self.canvas, y, thickness, self.ground.line)

    def picture(self) -> Image.Image:
        finished = self.canvas.copy()
        draw = ImageDraw.Draw(finished)
        for text in self.texts:
            text.write(draw)
        return finished

    def png(self) -> bytes:
        """The card as a PNG that holds its pixels and nothing else."""
        file = io.BytesIO()
        self.picture().save(file, "PNG", compress_level=6)
        return file.getvalue()

    def jpeg(self) -> bytes:
        """The card as a JPEG of hardly more than LIGHT bytes, whatever the photo."""
        finished = self.picture()
        for quality in (88, 80, 70, 55):
            file = io.BytesIO()
            finished.save(file, "JPEG", quality=quality, subsampling=0, optimize=True, progressive=True)
            if file.tell() <= LIGHT:
                break
        return file.getvalue()
