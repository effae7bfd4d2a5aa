"""A drawing as a file. Knows no Django, so that a process without it can do the work."""

import io

from editing.demo import drawing

JPEG_QUALITY = 92


def draw_jpeg(name: str) -> tuple[str, bytes]:
    """The drawing of that name (`portrait:…` or `scene:…`) as a JPEG, with its name."""
    kind, _, key = name.partition(":")
    image = drawing.draw_portrait(key) if kind == "portrait" else drawing.draw_scene(key)
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=JPEG_QUALITY, optimize=True, subsampling=0)
    return name, file.getvalue()
