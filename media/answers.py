"""A stored file as the answer to a request: from the disk or S3 by this process, or by nginx on our word.

Who may have the file is decided before (pages.public_files). Whoever may not gets the same 404 as for a name that never
was, also when the request names the file's hash or date.
"""

import re
from collections.abc import Iterator

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import add_never_cache_headers, get_conditional_response, patch_cache_control
from django.utils.http import http_date, parse_http_date_safe, quote_etag

BROWSERS_KEEP = 31_536_000  # seconds; the name of a file changes with its content
SHARED_CACHES_KEEP = 60  # seconds that others may still get a file after its page was unpublished
CHUNK = 64 * 1024
RANGE = re.compile(r"\s*bytes\s*=\s*([0-9]{0,15})-([0-9]{0,15})\s*")


def answer(request, storage: Storage, name: str, content_type: str, is_public: bool) -> HttpResponseBase:
    """The file, or the part of it that was asked for; raises FileNotFoundError if it is lost."""
    if settings.X_ACCEL_REDIRECT and isinstance(storage, FileSystemStorage):
        response: HttpResponseBase = HttpResponse(content_type=content_type)
        response["X-Accel-Redirect"] = settings.X_ACCEL_REDIRECT + name
        del response["Content-Length"]
    else:
        response = streamed(request, storage, name, content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    if is_public:
        patch_cache_control(response, public=True, max_age=BROWSERS_KEEP, s_maxage=SHARED_CACHES_KEEP, immutable=True)
        patch_cache_control(response, proxy_revalidate=True)
    else:
        add_never_cache_headers(response)
    return response


def streamed(request, storage: Storage, name: str, content_type: str) -> HttpResponseBase:
    """The file from this process, with conditions and ranges as browsers ask for them."""
    file = storage.open(name)
    size = file.size
    changed = int(storage.get_modified_time(name).timestamp())
    etag = quote_etag(f"{changed:x}-{size:x}")
    response = sent(request, file, size, content_type, etag, changed)
    response["Last-Modified"], response["ETag"], response["Accept-Ranges"] = http_date(changed), etag, "bytes"
    return response


def sent(request, file: File, size: int, content_type: str, etag: str, changed: int) -> HttpResponseBase:
    """All of the file, a part of it, or only that it has not changed or has no such part."""
    short = get_conditional_response(request, etag=etag, last_modified=changed)
    bounds = None if short else part_wanted(request, size, etag, changed)
    if bounds and bounds[0] >= size:
        short = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    elif not short and request.method == "HEAD":
        short = HttpResponse(content_type=content_type, headers={"Content-Length": str(size)})
    if short:
        file.close()
        return short
    if not bounds:
        return FileResponse(file, content_type=content_type)
    start, end = bounds
    length = str(end - start + 1)
    headers = {"Content-Length": length, "Content-Range": f"bytes {start}-{end}/{size}"}
    return StreamingHttpResponse(Part(file, start, end), status=206, content_type=content_type, headers=headers)


def part_wanted(request, size: int, etag: str, changed: int) -> tuple[int, int] | None:
    """First and last byte of the range (RFC 9110, 14) that is asked for, of the file as it still is; else None."""
    if "Range" not in request.headers or request.method != "GET":
        return None
    known = request.headers.get("If-Range")
    if known is not None and known != etag and parse_http_date_safe(known) != changed:
        return None
    return parsed(request.headers["Range"], size)


def parsed(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte of `bytes=0-99`, `bytes=100-` or `bytes=-100`; None for whatever else is written there.

    The first is not below the size if there is no such part.
    """
    found = RANGE.fullmatch(wanted)
    if not found or found[1] == found[2] == "":
        return None
    if not found[1]:
        return (max(0, size - int(found[2])) if int(found[2]) else size), size - 1
    start, end = int(found[1]), int(found[2] or size - 1)
    return (start, min(end, size - 1)) if start <= end or start >= size else None


class Part:
    """Some bytes of a file, which is closed with the answer."""

    def __init__(self, file: File, start: int, end: int):
        self.file, self.start, self.end = file, start, end

    def __iter__(self) -> Iterator[bytes]:
        self.file.seek(self.start)
        left = self.end - self.start + 1
        while left > 0 and (chunk := self.file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk

    def close(self) -> None:
        self.file.close()
