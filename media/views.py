from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

ONE_YEAR = 31_536_000
TYPES = {".webp": "image/webp", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".avif": "image/avif"}


@require_safe
def rendition(request, name: str):
    """One size of a picture. Originals and documents are not among these files and cannot be asked for here."""
    path = f"images/{name}"
    content_type = TYPES.get(Path(name).suffix.lower())
    # The files lie side by side: whatever names a folder wants something else.
    is_one_name = name == Path(name).name and not set(name) & set("\\\x00")
    if not is_one_name or content_type is None or not default_storage.exists(path):
        raise Http404("Deze afbeelding bestaat niet.")
    response = FileResponse(default_storage.open(path), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    # The name of a rendition changes with its content.
    patch_cache_control(response, public=True, max_age=0 if settings.DEBUG else ONE_YEAR, immutable=not settings.DEBUG)
    return response
