"""The colours of a picture as sRGB in eight bits. Runs in the child process."""

import io

from PIL import Image, ImageCms

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
SPACES = {"L": "GRAY", "RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}  # mode: the colour space its profile must have
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
# Without it a black in print would become a dark grey on screen.
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


def to_srgb(picture: Image.Image) -> Image.Image:
    """The picture in mode L, LA, RGB or RGBA, with the colours that its profile means."""
    profile = picture.info.get("icc_profile")
    picture = to_plain_mode(picture)
    if profile:
        picture = apply_profile(picture, profile)
    if picture.mode == "CMYK":  # no usable profile: the plain formula
        picture = picture.convert("RGB")
    return picture


def to_plain_mode(picture: Image.Image) -> Image.Image:
    """The picture in mode L, LA, RGB, RGBA or CMYK."""
    mode = picture.mode
    if mode in {"I;16", "I;16B", "I;16L", "I;16N", "I"}:
        # Pillow's own conversion cuts off everything above 255 instead of scaling.
        return picture.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if mode == "1":
        return picture.convert("L")
    if "transparency" in picture.info or mode in {"PA", "La", "RGBa"}:
        return picture.convert("RGBA")
    if mode in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        return picture
    return picture.convert("RGB")


def apply_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture with its profile applied; as it was if the profile is broken or for another kind of picture."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != SPACES.get(picture.mode):
            return picture
        target_mode = picture.mode if picture.mode in {"RGB", "RGBA"} else "RGB"
        transform = ImageCms.buildTransform(source, SRGB, picture.mode, target_mode, INTENT, FLAGS)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    if picture.mode == target_mode:  # in place: a second copy of 40 million pixels is 160 MB
        ImageCms.applyTransform(picture, transform, inPlace=True)
        return picture
    return ImageCms.applyTransform(picture, transform) or picture
