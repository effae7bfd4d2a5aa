"""Small real documents of every accepted type, each with an author, a title, a language and a photo with a place."""

import io
import zipfile

import pypdf
from openpyxl import Workbook
from PIL import Image
from pypdf.generic import ArrayObject, NameObject, TextStringObject

from uploads import encode, photo

MAKE, GPS = 0x010F, 0x8825


def phone_photo() -> bytes:
    """A JPEG that tells which telephone made it, and where."""
    exif = Image.Exif()
    exif[MAKE] = "Telefoonmerk"
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 5.0, 33.0)})
    return encode(photo(), "JPEG", exif=exif)


def pdf(title: str = "Jaarverslag") -> bytes:
    """Two pages with a photo, as Pillow writes them, with what programs add."""
    pages = [Image.open(io.BytesIO(phone_photo())), photo(seed=1)]
    drawn = io.BytesIO()
    pages[0].save(drawn, "PDF", save_all=True, append_images=pages[1:])
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn.getvalue()))
    writer.metadata = {"/Title": title, "/Author": "Auteur", "/Creator": "Maker", "/Producer": "Maker"}
    writer.xmp_metadata = b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' + (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta><?xpacket end="r"?>'
    )
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("nl-NL")
    root[NameObject("/OpenAction")] = ArrayObject([writer.pages[0].indirect_reference, NameObject("/Fit")])
    picture = writer.pages[0]["/Resources"]["/XObject"]
    for reference in picture.values():
        reference.get_object()._data = phone_photo()
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Jaarverslag</dc:title><dc:creator>Auteur</dc:creator>'
    b"<cp:lastModifiedBy>Bewerker</cp:lastModifiedBy><dc:language>nl-NL</dc:language></cp:coreProperties>"
)

WORD = {
    "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Target="word/document.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "docProps/core.xml": CORE,
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Company>Auteur BV</Company><Manager>Auteur</Manager></Properties>",
    "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    b'<w:ins w:id="1" w:author="Auteur"><w:r><w:t>De inhoud blijft</w:t></w:r></w:ins></w:p></w:body></w:document>',
    "word/media/image1.jpg": phone_photo(),
}


def packed(parts: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name) if name == "mimetype" else name, part)
    return result.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same document with these parts added or in the place of its own."""
    return packed(unpacked(data) | parts)


def word() -> bytes:
    return packed(WORD)


def table() -> bytes:
    """A workbook of openpyxl's."""
    book = Workbook()
    book.active.append(["De inhoud blijft", "bedrag"])
    book.active.append(["koffie", 3.5])
    properties = book.properties
    properties.title, properties.creator, properties.lastModifiedBy = "Jaarverslag", "Auteur", "Bewerker"
    properties.language = "nl-NL"
    result = io.BytesIO()
    book.save(result)
    return with_parts(result.getvalue(), {"xl/media/image1.jpeg": phone_photo()})


def odt() -> bytes:
    office = (
        b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    meta = (
        b"<office:document-meta "
        + office
        + b' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
        b"<meta:initial-creator>Auteur</meta:initial-creator><dc:creator>Bewerker</dc:creator><dc:title>Jaarverslag</dc:title>"
        b"<dc:language>nl-NL</dc:language></office:meta></office:document-meta>"
    )
    text = (
        b"<office:document-content "
        + office
        + b"><office:body>De inhoud blijft</office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    parts = {"mimetype": kind, "content.xml": text, "meta.xml": meta, "Pictures/a.jpg": phone_photo()}
    return packed(parts | {"META-INF/manifest.xml": b"<manifest/>"})
