"""The text of uploaded documents, read once by the worker and kept. Uploads were checked and packed anew before."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from django.db.models import QuerySet
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from search.asking import cleaned
from search.models import DocumentText

MOST_PAGES = 150
MOST_LETTERS = 100_000  # of one document; what a search has to know of it stands in front
MOST_UNPACKED = 20 * 1024 * 1024  # bytes of one part of a zip file
PARTS = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/sharedStrings.xml"}
BREAK = re.compile(r"</(?:w:p|text:p|text:h|si|w:tc)>|<w:br/>|<w:tab/>")
TAG = re.compile(r"<[^>]*>")


def open_documents(ids: Iterable[int]) -> QuerySet[Any, Any]:
    """Those of these documents that are in no collection which only some may see."""
    documents = get_document_model().objects.filter(pk__in=list(ids))
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        documents = documents.exclude(collection__path__startswith=path)
    return documents


def read_document(document: Any) -> str:
    """The text of a document, at most 100,000 characters; empty if it has none or cannot be read."""
    reader = READERS.get(document.file_extension.lower())
    if reader is None:
        return ""
    try:
        with document.file.open("rb") as file:
            return cleaned(reader(file.read())[:MOST_LETTERS])
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, PyPdfError, RecursionError, csv.Error):
        return ""  # a document that cannot be read is found by its title


def _pdf(data: bytes) -> str:
    return _joined(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages[:MOST_PAGES])


def _zipped(part: str) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as file:
            xml = file.read(MOST_UNPACKED).decode("utf-8", "replace")
        return unescape(TAG.sub("", BREAK.sub(" ", xml)))

    return read


def _csv(data: bytes) -> str:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig", "replace")), delimiter=";")
    return _joined(" ".join(row) for row in rows)


def _joined(texts: Iterable[str]) -> str:
    """The texts until there is enough."""
    found: list[str] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > MOST_LETTERS:
            break
    return " ".join(found)


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": _pdf,
    "csv": _csv,
    **{extension: _zipped(part) for extension, part in PARTS.items()},
}


def keep_text(document_id: int) -> bool:
    """Reads the document and keeps its text, unless that was done for this very file; whether anything was read."""
    document = get_document_model().objects.filter(pk=document_id).first()
    if document is None:
        DocumentText.objects.filter(pk=document_id).delete()
        return False
    file_hash = document.file_hash or document.file.name[-40:]
    if DocumentText.objects.filter(pk=document_id, file_hash=file_hash).exists():
        return False
    text = read_document(document)
    DocumentText.objects.update_or_create(document_id=document_id, defaults={"file_hash": file_hash, "text": text})
    return True


def keep_missing_texts() -> int:
    """Reads the documents of which no text is kept; how many there were."""
    known = DocumentText.objects.values("pk")
    missing = list(get_document_model().objects.exclude(pk__in=known).order_by("pk").values_list("pk", flat=True))
    return sum(keep_text(pk) for pk in missing)
