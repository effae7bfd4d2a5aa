"""Where files are kept: on the disk, or in S3-compatible storage when MEDIA_STORAGE names one."""

import os
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.files.storage import FileSystemStorage


class SameNameStorage(FileSystemStorage):
    """Keeps a file under exactly the name that it is given; an earlier one of that name gives way in one step.

    What makes the same picture twice at once leaves one file, and nobody ever reads half of it.
    """

    def get_available_name(self, name, max_length=None):
        return name

    def _save(self, name, content):
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
            Path(unfinished).chmod(self.file_permissions_mode or 0o644)
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
        return name


def storages_for(address: str) -> dict[str, dict]:
    """Django's STORAGES for uploads and for the sizes of pictures; an empty address is the disk."""
    if not address:
        return {
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "renditions": {"BACKEND": "media.storage.SameNameStorage"},
        }
    bucket_options(address)  # a mistake in it stops the start
    return {
        "default": {"BACKEND": "media.bucket.Bucket", "OPTIONS": {"file_overwrite": False}},
        "renditions": {"BACKEND": "media.bucket.Bucket", "OPTIONS": {"file_overwrite": True}},
    }


def bucket_options(address: str) -> dict[str, str | None]:
    """What django-storages needs for `s3://key:secret@host/bucket?region=eu-west-1`; raises ValueError for any other.

    `s3+http://` is for a server on this machine.
    """
    parts = urlsplit(address)
    bucket = parts.path.strip("/")
    if parts.scheme not in ("s3", "s3+http") or not parts.hostname or not bucket or "/" in bucket:
        raise ValueError("MEDIA_STORAGE has to look like s3://key:secret@host/bucket?region=eu-west-1")
    return {
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "endpoint_url": f"{'http' if parts.scheme == 's3+http' else 'https'}://{parts.netloc.rpartition('@')[2]}",
        "bucket_name": bucket,
        "region_name": parse_qs(parts.query).get("region", ["us-east-1"])[0],
        "default_acl": None,  # the bucket is private; visitors get files from this site
        "signature_version": "s3v4",
        "addressing_style": "path",
    }
