"""The addresses of pictures and documents. Originals of pictures have none."""

import re
from mimetypes import guess_type

from django.core.files.storage import Storage, default_storage
from django.http import Http404, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from media import sizes
from media.answers import answer
from media.models import SiteDocument, SiteImage
from pages.public_files import is_public, may_see

NAME = re.compile(r"(\d{1,18})-[\w\-.]+\.(avif|webp|jpg|png)", re.ASCII)
BYTES = "application/octet-stream"
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@require_safe
def picture(request, name: str) -> HttpResponseBase:
    """One size of a picture: `12-4x5-3f9a1c2e77aa-780.avif`."""
    found = NAME.fullmatch(name)
    if not found:
        raise Http404
    image = SiteImage(pk=int(found[1]), collection_id=0)  # the rule asks where it is used, which needs no more of it
    try:
        return guarded(request, image, sizes.storage(), f"images/{name}", TYPES[found[2]])
    except Http404:  # a page with a menu would be wasted on an <img>
        response = HttpResponseNotFound("Deze afbeelding is er niet.\n", content_type="text/plain; charset=utf-8")
        add_never_cache_headers(response)
        return response


@require_safe
def document(request, document_id: str, filename: str) -> HttpResponseBase:
    """A document, to be kept under its title and never shown on our own address."""
    found = SiteDocument.objects.select_related("collection").filter(pk=int(document_id[:18])).first()
    if found is None or found.filename != filename:
        raise Http404
    response = guarded(request, found, default_storage, found.file.name, guess_type(filename)[0] or BYTES)
    name = f"{slugify(found.title) or 'document'}.{found.file_extension}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response


def guarded(request, file: SiteImage | SiteDocument, storage: Storage, name: str, content_type: str):
    """The stored file if whoever asks may have it; for all others there is no such file."""
    is_for_all = is_public(file)
    if not is_for_all and not may_see(request, file):
        raise Http404
    try:
        return answer(request, storage, name, content_type, is_for_all)
    except FileNotFoundError:
        raise Http404 from None
