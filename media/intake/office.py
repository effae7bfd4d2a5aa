"""Documents that are zip files: docx, xlsx and odt. Checked part by part and packed anew. Runs in the child process."""

import io
import re
import zipfile
from xml.parsers import expat

from media.intake.jpeg import without_metadata
from media.intake.verdict import RefusedError

MAX_PARTS = 5000
MAX_UNPACKED = 200 * 1024 * 1024  # bytes, all parts together
MAX_RATIO = 200  # unpacked : packed; sheets full of zeros reach about 100
SMALL = 1024 * 1024  # a part this small is no bomb, whatever its ratio
ENCRYPTED = 0x1  # a flag of a part
END, END_LENGTH = b"PK\x05\x06", 22  # how the record at the end of a zip file starts; its bytes, without a comment
DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows: when a part was saved is nobody's business

MAIN_TYPES = {
    "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
ACTIVE_PARTS = re.compile(
    r"vbaproject|vbadata|/macrosheets/|activex|/ctrlprops/|^customui/|/embeddings/(?!.*\.xlsx$)|oleobject|^basic/|^scripts/"
    r"|^object \d|(?<!printersettings\d)\.bin$|\.(?:exe|dll|js|vbs|hta|jar|lnk)$",
    re.IGNORECASE,
)
EMBEDDED = re.compile(r".*/embeddings/.*\.xlsx", re.IGNORECASE)  # the numbers behind a chart
# In relations a template, frame or object from elsewhere; in text a macro or another program that is called.
ACTIVE_XML = re.compile(
    rb"macroEnabled|vnd\.ms-office\.(?:vbaProject|activeX)|relationships/(?:attachedTemplate|oleObject|frame|subDocument)\""
    rb"|vnd\.sun\.star\.script:|<script:event-listener|encryption-data|<ddeLink|<w:instrText[^>]*>\s*DDE|w:instr=\"\s*DDE",
    re.IGNORECASE,
)
SAFE_NAME = re.compile(r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\:\x00-\x1f]+")

# Which parts tell who made the document and where, and what becomes of that.
PRIVATE = [
    (
        r"docProps/core\.xml|meta\.xml|content\.xml|styles\.xml",
        rb"<((?:dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by|meta:user-defined|meta:creator-initials"
        rb"|text:sender-[a-z]+|text:author-(?:name|initials))\b)[^>]*(?<!/)>.*?</\1>",
        b"",
    ),
    (r"docProps/app\.xml", rb"<(Company|Manager|HyperlinkBase|Template)\b[^>]*>.*?</\1>", b""),
    (r"docProps/custom\.xml", rb"<(property)\b.*?</\1>", b""),
    (r"word/.*\.xml", rb'(\bw(?:15|16cid)?:(?:author|initials|userId)=")[^"]*', rb"\1-"),
    (r"xl/comments.*\.xml", rb"<author>[^<]*</author>", b"<author>-</author>"),
    (r"xl/persons/.*\.xml", rb'\b((?:displayName|userId)=")[^"]*', rb"\1-"),
    (r"xl/workbook\.xml", rb'(\b(?:x15ac:absPath [^>]*?url|userName)=")[^"]*', rb"\1"),
]


def clean(data: bytes, extension: str) -> bytes:
    """The document with its text, title and language."""
    if not data.startswith(b"PK\x03\x04"):
        raise RefusedError("other_document", named=extension)
    if data[-END_LENGTH:][:4] != END:
        raise RefusedError("mixed_document" if END in data else "broken_document")
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        check_list(source.infolist())
        parts = unpacked(source)
    check_kind(parts, extension)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, DATE)
            # OpenDocument asks that its type can be read without unpacking.
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(info, anonymous(name, part))
    return result.getvalue()


def check_list(infos: list[zipfile.ZipInfo]) -> None:
    """Judges the table of contents, before anything is unpacked."""
    if any(info.flag_bits & ENCRYPTED for info in infos):
        raise RefusedError("encrypted_document")
    names = {info.filename.casefold() for info in infos}
    if len(names) < len(infos) or not all(SAFE_NAME.fullmatch(info.orig_filename) for info in infos):
        raise RefusedError("broken_document")
    if any(ACTIVE_PARTS.search(info.filename) for info in infos):
        raise RefusedError("active_document")
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise RefusedError("bomb")
    if any(info.file_size > max(SMALL, MAX_RATIO * info.compress_size) for info in infos):
        raise RefusedError("bomb")
    if any(info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for info in infos):
        raise RefusedError("broken_document")


def unpacked(source: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts by name. zipfile reads no further than the size that the list gives, and checks the sum at the end."""
    parts = {}
    for info in source.infolist():
        if not info.is_dir():
            with source.open(info) as part:
                parts[info.filename] = part.read(info.file_size)
                if part.read(1):
                    raise RefusedError("bomb")
    return parts


def check_kind(parts: dict[str, bytes], extension: str) -> None:
    """Refuses what is something else than its name says, or can do more than be read."""
    declared = parts.get("mimetype", b"").strip() if extension == "odt" else parts.get("[Content_Types].xml", b"")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            check_xml(part)
            if ACTIVE_XML.search(part):
                raise RefusedError("active_document")
    is_right = declared == ODT_TYPE if extension == "odt" else MAIN_TYPES[extension] in declared
    if not is_right or MAIN_PARTS[extension] not in parts:
        raise RefusedError("other_document", named=extension)


def check_xml(part: bytes) -> None:
    """Raises an error unless this is well-formed and in UTF-8, without a DTD: entities may grow without end."""
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.Parse(part, True)


def refuse_doctype(*declaration) -> None:
    raise RefusedError("active_document")


def anonymous(name: str, part: bytes) -> bytes:
    """The part without what tells who made it and where."""
    if name.lower().endswith((".jpg", ".jpeg")):
        return without_metadata(part)
    if EMBEDDED.fullmatch(name):
        return clean(part, "xlsx")
    for pattern, private, instead in PRIVATE:
        if re.fullmatch(pattern, name):
            part = re.sub(private, instead, part, flags=re.DOTALL)
    return part
