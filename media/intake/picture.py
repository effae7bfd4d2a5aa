"""A picture from outside, decoded in full and drawn anew: upright, in sRGB, one frame, without metadata.

Runs in the child process of media.intake.child and knows nothing of Django.
"""

import base64
import io
import warnings
from typing import BinaryIO

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError, WebPImagePlugin

from media import encoding
from media.intake import colour
from media.intake.missing_data import lacks_data
from media.intake.verdict import Clean, RefusedError

MAX_PIXELS = 40_000_000
FIRST_SIDE = 800  # media.layouts.FIRST says the same; a test compares them
MIN_SIDE = 32  # pixels; smaller ones are no pictures but spacers and counters
MAX_RATIO = 10  # long side : short side; a panorama is at most about 8 : 1
JPEG_QUALITY = 92  # without chroma subsampling: the pages' sizes are made from this one
GRAPHIC_COLOURS = 4096  # a drawing or screenshot has fewer, a photo of any size that is used has more

FORMATS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "gif": "GIF",
    "webp": "WEBP",
    "avif": "AVIF",
    "heic": "HEIF",
    "heif": "HEIF",
}
LOSSLESS = {"PNG", "GIF", "WEBP"}  # formats in which a drawing may have come without damage
ANIMATED = {"PNG", "GIF", "WEBP", "AVIF"}  # in the others a second frame is a preview, a depth map or a burst


class FrugalWebP(WebPImagePlugin.WebPImageFile):
    """A WebP whose decoder is gone before the picture is made: together they take 720 MB for 40 million pixels."""

    def load_prepare(self) -> None:
        self._decoder = None
        super().load_prepare()


pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
Image.register_open("WEBP", FrugalWebP, WebPImagePlugin._accept)
Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2  # Pillow warns above it and raises above twice as much, at every frame
warnings.simplefilter("ignore", Image.DecompressionBombWarning)


def clean(data: bytes, extension: str, target: BinaryIO) -> Clean:
    """Writes the clean picture to target. Raises RefusedError, MemoryError, or whatever Pillow raises."""
    try:
        with Image.open(io.BytesIO(data), formats=sorted(set(FORMATS.values()))) as opened:
            check_name(opened, extension)
            check_size(*opened.size)
            frames = count_frames(opened)
            opened.load()
            check_size(*opened.size)  # what the decoder made of it, which need not be what the header said
            if lacks_data(opened, data):
                raise RefusedError("broken_picture")
            source = opened.format
            picture = upright(opened)
    except Image.DecompressionBombError:
        raise RefusedError("too_many_pixels") from None
    except UnidentifiedImageError:
        raise RefusedError("no_picture") from None
    picture = colour.to_srgb(picture)
    picture.info.clear()  # comments and profiles, which Pillow would write into the new file
    done = write(picture, source, target)
    done.first, done.tint = first(picture, done.extension), encoding.tint(picture)
    if frames > 1:
        done.notices.append(("stilled", {"frames": frames}))
    return done


def check_name(opened: Image.Image, extension: str) -> None:
    found = "JPEG" if opened.format == "MPO" else opened.format  # a JPEG with more pictures behind it
    if found != FORMATS[extension]:
        raise RefusedError("other_picture", named=extension, found=str(found))


def check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise RefusedError("too_many_pixels")
    if min(width, height) < MIN_SIDE:
        raise RefusedError("too_small", width=width, height=height, least=MIN_SIDE)
    if max(width, height) > MAX_RATIO * min(width, height):
        raise RefusedError("too_narrow", width=width, height=height, ratio=MAX_RATIO)


def count_frames(opened: Image.Image) -> int:
    """1 unless it moves. Together the frames may have no more pixels than one picture may."""
    frames = getattr(opened, "n_frames", 1) if opened.format in ANIMATED else 1
    if frames > 1 and frames * opened.width * opened.height > MAX_PIXELS:
        raise RefusedError("too_many_frames", frames=frames)
    return frames


def upright(opened: Image.Image) -> Image.Image:
    """Turned as its EXIF says, without that EXIF. Broken EXIF says nothing."""
    try:
        ImageOps.exif_transpose(opened, in_place=True)
    except MemoryError:
        raise
    except Exception:  # EXIF comes from cameras and phones of every age, and its parser raises of everything
        return opened
    return opened


def write(picture: Image.Image, source: str | None, target: BinaryIO) -> Clean:
    """PNG for what is transparent or drawn, JPEG for photos."""
    picture = without_idle_alpha(picture)
    if picture.mode in {"LA", "RGBA"} or (source in LOSSLESS and picture.getcolors(GRAPHIC_COLOURS)):
        picture.save(target, "PNG", compress_level=4)  # level 6 takes twice the time for 3 % smaller files
        return Clean("png")
    picture.save(target, "JPEG", quality=JPEG_QUALITY, subsampling="4:4:4")
    return Clean("jpg")


def first(picture: Image.Image, extension: str) -> str:
    """The whole picture with no side longer than 800 pixels, in base64."""
    part = min(1, FIRST_SIDE / max(picture.size))
    width, height = (max(1, round(side * part)) for side in picture.size)
    small = encoding.resized(picture, (0, 0, *picture.size), (width, height))
    return base64.b64encode(encoding.encoded(small, extension)).decode()


def without_idle_alpha(picture: Image.Image) -> Image.Image:
    """The same without its alpha channel if that is opaque everywhere."""
    if picture.mode in {"LA", "RGBA"} and picture.getchannel("A").getextrema() == (255, 255):
        return picture.convert(picture.mode.removesuffix("A"))
    return picture
