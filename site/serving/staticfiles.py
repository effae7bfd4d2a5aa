"""Static files as visitors get them: the parts of the stylesheet in one file, every name hashed, all compressed."""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import "(?P<name>[^"]+)" layer\((?P<layer>[\w.]+)\);\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANKS = re.compile(r"\s*\n\s*")


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the parts that css/site.css imports into it, so that no chain of imports reaches a visitor."""

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        if STYLESHEET in paths and not dry_run:
            storage, path = paths[STYLESHEET]
            joined = self.join(storage, path)
            self.delete(STYLESHEET)
            self._save(STYLESHEET, ContentFile(joined.encode()))
            paths = {**paths, STYLESHEET: (self, STYLESHEET)}
        yield from super().post_process(paths, dry_run, **options)

    def join(self, storage, path: str) -> str:
        """The stylesheet with each imported part in its cascade layer, without comments and indentation."""
        folder = PurePosixPath(path).parent

        def part(match: re.Match) -> str:
            css = read(storage, str(folder / match["name"]))
            # A part's addresses are relative to its own folder; the joined file stands one higher.
            if PurePosixPath(match["name"]).parent.name:
                css = css.replace('url("../../', 'url("../')
            return f"@layer {match['layer']} {{\n{css}\n}}\n"

        return BLANKS.sub("\n", COMMENT.sub("", IMPORT.sub(part, read(storage, path)))).strip()


def read(storage, path: str) -> str:
    with storage.open(path) as file:
        return file.read().decode()
