"""S3-compatible storage. A module of its own: it takes a second and 40 MB that a site on a disk need not spend."""

from django.conf import settings
from storages.backends.s3 import S3Storage

from media.storage import bucket_options


class Bucket(S3Storage):
    """The bucket of MEDIA_STORAGE. The secret is read there: Wagtail keeps a storage's arguments in the database."""

    def __init__(self, file_overwrite: bool):
        super().__init__(**bucket_options(settings.MEDIA_STORAGE), file_overwrite=file_overwrite)
