"""A PDF, read in full and written anew without what acts, hides or tells on somebody. Runs in the child process."""

import io
import logging
import zipfile
from collections.abc import Iterator

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject

from media.intake.jpeg import without_metadata
from media.intake.verdict import RefusedError

# Dictionary keys and kinds of action that run something, open something else or carry a file.
ACTIVE_KEYS = {"/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent", "/AA"}
ACTIVE_ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/GoToE",
    "/GoToR",
    "/Rendition",
    "/RichMediaExecute",
    "/Movie",
    "/Sound",
}
PRIVATE_KEYS = {"/Metadata", "/PieceInfo", "/LastModified"}  # XMP, and what programs keep for themselves
MAX_OBJECTS = 300_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity, and the verdict is what counts


def clean(data: bytes, extension: str) -> bytes:
    """The PDF with its pages, title and language."""
    if not data.startswith(b"%PDF-"):
        raise RefusedError("other_document", named=extension)
    behind = data.rpartition(b"%%EOF")[2]
    if len(behind) == len(data):
        raise RefusedError("broken_document")
    if behind.strip(b"\r\n\t \x00") or zipfile.is_zipfile(io.BytesIO(data)):
        raise RefusedError("mixed_document")
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise RefusedError("encrypted_document")
    if not len(reader.pages):
        raise RefusedError("broken_document")
    title = reader.metadata.title if reader.metadata else None
    writer = pypdf.PdfWriter(clone_from=reader)
    root = writer.root_object
    drop_opening_view(root)
    for found in everything(root):
        examine(found)
    writer.metadata = {"/Title": TextStringObject(title)} if title else None
    writer.compress_identical_objects(remove_duplicates=False)  # what was just taken out
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def drop_opening_view(root: DictionaryObject) -> None:
    """Many programs write at which page to open; that is left out. Any other action on opening is refused."""
    action = root.get("/OpenAction")
    action = action.get_object() if action is not None else None
    if isinstance(action, DictionaryObject) and action.get("/S") != "/GoTo":
        raise RefusedError("active_document")
    root.pop("/OpenAction", None)


def everything(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached from the document's root."""
    seen: set[int] = set()
    waiting: list = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            value = value.get_object()
        if len(seen) > MAX_OBJECTS:
            raise RefusedError("too_heavy")
        if isinstance(value, ArrayObject):
            waiting += value
        elif isinstance(value, DictionaryObject):
            yield value
            waiting += value.values()


def examine(found: DictionaryObject) -> None:
    if ACTIVE_KEYS & found.keys() or found.get("/S") in ACTIVE_ACTIONS or found.get("/Type") == "/EmbeddedFile":
        raise RefusedError("active_document")
    for key in PRIVATE_KEYS & found.keys():
        del found[key]
    if isinstance(found, StreamObject) and found.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        found._data = without_metadata(found._data)  # a photo as the camera made it, its place included
