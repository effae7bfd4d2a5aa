"""Uploads as the library's own pages send them, and the files for them: real small ones of every accepted type."""

import io
import json
from pathlib import Path

import pillow_heif
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()


def stored() -> set[str]:
    """Every file in the library's folder."""
    folder = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def send(client: Client, kind: str, name: str, data: bytes, title: str = "Een titel"):
    """The answer of the single upload form; kind is `images` or `docs`."""
    file = SimpleUploadedFile(name, data)
    return client.post(reverse(f"wagtail{kind}:add"), {"title": title, "file": file, "collection": "1", "tags": ""})


def send_to_many(client: Client, kind: str, name: str, data: bytes, **fields) -> dict:
    """What the page for uploading many gets back for one file."""
    file = SimpleUploadedFile(name, data)
    form = {"files[]": file, "title": Path(name).stem, "collection": "1"} | fields
    response = client.post(reverse(f"wagtail{kind}:add_multiple"), form)
    assert response.status_code == 200
    return response.json()


def send_to_chooser(client: Client, kind: str, name: str, data: bytes) -> dict:
    """What the chooser in a page's form gets back."""
    prefix = {"images": "image-chooser-upload", "docs": "document-chooser-upload"}[kind]
    fields = {"title": "Een titel", "file": SimpleUploadedFile(name, data), "collection": "1", "tags": ""}
    response = client.post(
        reverse(f"wagtail{kind}_chooser:create"), {f"{prefix}-{key}": value for key, value in fields.items()}
    )
    assert response.status_code == 200
    return json.loads(response.content)


def errors_of(response) -> list[str]:
    """The complaints at the file field; empty if the upload was accepted."""
    if response.status_code == 302:
        return []
    assert response.status_code == 200
    return response.context["form"].errors.get("file", [])


def encode(picture: Image.Image, format_: str, **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, format_, **options)
    return file.getvalue()


def photo(size: tuple[int, int] = (320, 240), seed: int = 0) -> Image.Image:
    """Soft shapes in many colours; another seed gives another picture."""
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    around = Image.radial_gradient("L").resize(size).point(lambda value: (value + 40 * seed) % 256)
    return Image.merge("RGB", (across, down, around))


def drawing(size: tuple[int, int] = (200, 100)) -> Image.Image:
    """A few plain colours, transparent around them."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((20, 20, size[0] - 20, size[1] - 20), fill=(31, 75, 153, 255))
    return picture


def four_corners(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Red, green, blue and white, clockwise from the top left: shows how a picture is turned."""
    picture = Image.new("RGB", size)
    middle_x, middle_y = size[0] // 2, size[1] // 2
    colours = {(0, 0): "red", (middle_x, 0): "lime", (middle_x, middle_y): "blue", (0, middle_y): "white"}
    for (left, top), colour in colours.items():
        picture.paste(colour, (left, top, left + middle_x, top + middle_y))
    return picture
