"""A picture of the library as the drawing of cards wants it: opened, in few enough pixels, with its focal area."""

import logging

from PIL import Image

from media.cards.shapes import Photo
from media.encoding import on_white
from media.models import SiteImage

logger = logging.getLogger(__name__)

ENOUGH = (1300, 1600)  # pixels; no card shows a photo larger


def photo_of(image: SiteImage | None) -> Photo | None:
    """The picture and its focal area; None without a picture, or if its file is lost or broken."""
    if image is None:
        return None
    try:
        with image.file.open("rb") as file, Image.open(file) as opened:
            opened.draft("RGB", ENOUGH)  # a JPEG of twelve megapixels is read at a fraction of its size
            return Photo(in_rgb(opened), focus_of(image, opened.width / max(image.width, 1)))
    except (OSError, ValueError, Image.DecompressionBombError) as fault:
        logger.warning("No photo on the card: %s cannot be read (%s)", image.file.name, fault)
        return None


def in_rgb(opened: Image.Image) -> Image.Image:
    """Without transparency; the intake has turned it upright."""
    is_layered = "transparency" in opened.info or "A" in opened.getbands()
    return on_white(opened.convert("RGBA")) if is_layered else opened.convert("RGB")


def focus_of(image: SiteImage, scale: float) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of the focal area in the pixels of the picture as it was read."""
    area = image.get_focal_point()
    if area is None:
        return None
    return round(area.left * scale), round(area.top * scale), round(area.width * scale), round(area.height * scale)
