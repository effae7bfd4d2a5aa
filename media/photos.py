"""A picture of the library as the drawing of cards wants it: opened, in few enough pixels, with its focal area."""

import logging

from PIL import Image, ImageOps

from media.cards.shapes import Photo
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
            return Photo(on_white(opened), focus_of(image, opened.width / max(image.width, 1)))
    except (OSError, ValueError, Image.DecompressionBombError) as fault:
        logger.warning("No photo on the card: %s cannot be read (%s)", image.file.name, fault)
        return None


def on_white(opened: Image.Image) -> Image.Image:
    """In RGB and upright; what is transparent becomes white."""
    upright = ImageOps.exif_transpose(opened)
    if "transparency" not in upright.info and "A" not in upright.getbands():
        return upright.convert("RGB")
    layered = upright.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def focus_of(image: SiteImage, scale: float) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of the focal area in the pixels of the picture as it was read."""
    area = image.get_focal_point()
    if area is None:
        return None
    return round(area.left * scale), round(area.top * scale), round(area.width * scale), round(area.height * scale)
