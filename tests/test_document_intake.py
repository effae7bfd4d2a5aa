"""Every way into the library for a document: judged by its content, cleaned, or refused with nothing left."""

import io
import zipfile

import pypdf
import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject, create_string_object
from wagtail.models import UploadedFile

import uploads
from documents import WORD, odt, packed, pdf, table, unpacked, with_parts, word
from editors import sign_in
from media.models import SiteDocument
from uploads import encode, photo, send, send_to_chooser, send_to_many, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(settings, tmp_path):
    """A signed-in editor and a library that is empty, on the disk too."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return sign_in("Redactie")


def taken_in(editor, name: str, data: bytes) -> bytes:
    """The document as it is stored after an upload that is accepted."""
    assert uploads.errors_of(send(editor, "docs", name, data)) == []
    with SiteDocument.objects.latest("pk").file.open() as file:
        return file.read()


def active_pdf(kind: str) -> bytes:
    """A PDF that does something, in one of the ways that there are."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    action = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd.exe")})
    if kind == "script":
        script = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
        )
        names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), script])})
        writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})
    elif kind == "file":
        writer.add_attachment("bijlage.exe", b"MZ")
    elif kind == "opening":
        writer.root_object[NameObject("/OpenAction")] = action
    elif kind == "link":
        link = DictionaryObject(
            {NameObject("/Type"): NameObject("/Annot"), NameObject("/A"): writer._add_object(action)}
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([link])
    elif kind == "password":
        writer.encrypt("geheim")
    elif kind == "owner":
        writer.encrypt("", "geheim")
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def encrypted_zip() -> bytes:
    """A docx in which every part says that it is encrypted."""
    data = bytearray(word())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying_zip() -> bytes:
    """A docx of which the list says that a part has 9 bytes; it has 300 million."""
    data = bytearray(with_parts(word(), {"word/media/a.png": bytes(300_000_000)}))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/media/a.png"))
    data[at + 24 : at + 28] = (9).to_bytes(4, "little")
    return bytes(data)


MACRO_TYPE = WORD["[Content_Types].xml"].replace(
    b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"vnd.ms-word.document.macroEnabled.main+xml",
)
LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>' + WORD["word/document.xml"]
GIF = encode(photo(), "GIF")

REFUSED = {
    "text as PDF": ("a.pdf", b"Dit is geen pdf.", "heet .pdf, maar is dat niet"),
    "PDF header and no more": ("a.pdf", b"%PDF-1.7\n%%EOF", "beschadigd"),
    "half a PDF": ("a.pdf", pdf()[: len(pdf()) // 2], "beschadigd"),
    "PDF with a password": ("a.pdf", active_pdf("password"), "wachtwoord"),
    "PDF with an owner's password": ("a.pdf", active_pdf("owner"), "wachtwoord"),
    "PDF with JavaScript": ("a.pdf", active_pdf("script"), "macro, een script"),
    "PDF with a file in it": ("a.pdf", active_pdf("file"), "macro, een script"),
    "PDF that starts a program": ("a.pdf", active_pdf("opening"), "macro, een script"),
    "PDF with a link to a program": ("a.pdf", active_pdf("link"), "macro, een script"),
    "PDF and zip": ("a.pdf", pdf() + word(), "ander bestand"),
    "GIF and PDF": ("a.pdf", GIF + pdf(), "heet .pdf, maar is dat niet"),
    "docx named PDF": ("a.pdf", word(), "heet .pdf, maar is dat niet"),
    "nothing": ("a.docx", b"", "leeg"),
    "program as docx": ("a.docx", b"MZ" + bytes(3000), "heet .docx, maar is dat niet"),
    "any zip as docx": ("a.docx", packed({"a.txt": b"hallo"}), "heet .docx, maar is dat niet"),
    "xlsx named docx": ("a.docx", table(), "heet .docx, maar is dat niet"),
    "docx named odt": ("a.odt", word(), "heet .odt, maar is dat niet"),
    "truncated docx": ("a.docx", word()[:-200], "beschadigd"),
    "docx behind a PDF": ("a.docx", pdf() + word(), "heet .docx, maar is dat niet"),
    "docx with something behind it": ("a.docx", word() + b"<script>", "ander bestand"),
    "macro by type": ("a.docx", with_parts(word(), {"[Content_Types].xml": MACRO_TYPE}), "macro"),
    "macro by part": ("a.docx", with_parts(word(), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "macro"),
    "docm": ("a.docm", word(), "Dit soort bestand kan hier niet"),
    "OLE": ("a.docx", with_parts(word(), {"word/embeddings/oleObject1.bin": b"\xd0\xcf"}), "ingesloten bestand"),
    "ActiveX": ("a.xlsx", with_parts(table(), {"xl/activeX/activeX1.xml": b"<a/>"}), "macro"),
    "template elsewhere": (
        "a.docx",
        with_parts(
            word(),
            {
                "word/_rels/settings.xml.rels": b'<R Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                b'relationships/attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="External"/>'
            },
        ),
        "macro",
    ),
    "odt with macros": ("a.odt", with_parts(odt(), {"Basic/Standard/Module1.xml": b"<a/>"}), "macro"),
    "entities": ("a.docx", with_parts(word(), {"word/document.xml": LAUGHS}), "macro, een script"),
    "broken XML": ("a.docx", with_parts(word(), {"word/document.xml": b"<w:document>"}), "beschadigd"),
    "encrypted docx": ("a.docx", encrypted_zip(), "wachtwoord"),
    "zip bomb": ("a.docx", with_parts(word(), {"word/media/a.png": bytes(190_000_000)}), "bij het uitpakken"),
    "zip bomb in parts": (
        "a.xlsx",
        with_parts(table(), {f"xl/media/{n}.png": bytes(900_000) for n in range(240)}),
        "bij het uitpakken",
    ),
    "zip bomb that lies": ("a.docx", lying_zip(), "beschadigd"),
    "too many parts": ("a.docx", with_parts(word(), {f"word/{n}.xml": b"" for n in range(5001)}), "bij het uitpakken"),
    "zip slip": ("a.docx", with_parts(word(), {"../../../etc/cron.d/x": b"x"}), "beschadigd"),
    "zip slip for Windows": ("a.docx", with_parts(word(), {"..\\..\\x.txt": b"x"}), "beschadigd"),
    "zip with a root": ("a.docx", with_parts(word(), {"/etc/passwd": b"x"}), "beschadigd"),
    "program as csv": ("a.csv", b"MZ\x90\x00\x03" + bytes(300), "heet .csv, maar is dat niet"),
    "page as csv": ("a.csv", b"<!DOCTYPE html><script>alert(1)</script>", "heet .csv, maar is dat niet"),
    "PDF as csv": ("a.csv", b"%PDF-1.4 a;b", "heet .csv, maar is dat niet"),
    "empty table": ("a.csv", b" \n\n", "leeg"),
    "page": ("a.html", b"<h1>Hallo</h1>", "Dit soort bestand kan hier niet"),
    "15.5 MB": ("a.csv", b"a;b\n" * 4_050_000, "te groot"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_plain_document_is_refused_everywhere_and_leaves_nothing(editor, case, tmp_path, monkeypatch):
    name, data, message = REFUSED[case]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    single = uploads.errors_of(send(editor, "docs", name, data))
    assert len(single) == 1 and message in single[0], single
    assert send_to_many(editor, "docs", name, data) == {"success": False, "error_message": single[0]}
    chosen = send_to_chooser(editor, "docs", name, data)
    assert chosen["step"] == "reshow_creation_form" and message in chosen["htmlFragment"]
    assert not SiteDocument.objects.exists() and not UploadedFile.objects.exists()
    assert not stored() and not list(temporary.iterdir())


def test_another_wrong_field_never_leaves_the_raw_upload(editor):
    answer = send_to_many(editor, "docs", "a.pdf", pdf(), title="")
    assert not answer["success"] and "kies het bestand daarna opnieuw" in answer["error_message"]
    assert not UploadedFile.objects.exists() and not SiteDocument.objects.exists() and not stored()


def test_a_refused_replacement_keeps_the_document(editor):
    before = taken_in(editor, "a.pdf", pdf())
    document = SiteDocument.objects.get()
    url = reverse("wagtaildocs:edit", args=[document.pk])
    for title, data in (("Anders", b"geen pdf"), ("", pdf("Tweede"))):
        fields = {"title": title, "file": uploads.SimpleUploadedFile("b.pdf", data), "collection": "1", "tags": ""}
        assert len(uploads.errors_of(editor.post(url, fields))) == 1
    with SiteDocument.objects.get().file.open() as file:
        assert file.read() == before
    assert stored() == {document.file.name}


def test_a_pdf_keeps_its_pages_title_and_language_and_loses_its_author(editor):
    stored_pdf = taken_in(editor, "a.pdf", pdf("Jaarverslag"))
    reader = pypdf.PdfReader(io.BytesIO(stored_pdf))
    assert dict(reader.metadata) == {"/Title": "Jaarverslag"}
    assert reader.xmp_metadata is None and "/OpenAction" not in reader.root_object
    assert reader.root_object["/Lang"] == "nl-NL" and len(reader.pages) == 2
    for private in (b"Auteur", b"Maker", b"Telefoonmerk", b"xpacket", b"Exif"):
        assert private not in stored_pdf
    image = reader.pages[0].images[0].image
    assert image.size == (320, 240) and not image.getexif()


@pytest.mark.parametrize(("name", "make"), [("a.docx", word), ("a.xlsx", table), ("a.odt", odt)])
def test_office_documents_keep_their_text_title_and_language_and_lose_their_author(editor, name, make):
    parts = unpacked(taken_in(editor, name, make()))
    everything = b"".join(parts.values())
    assert b"Jaarverslag" in everything and b"nl-NL" in everything and b"inhoud blijft" in everything
    for private in (b"Auteur", b"Bewerker", b"Telefoonmerk", b"Exif"):
        assert private not in everything
    assert parts.keys() == unpacked(make()).keys()


def test_a_stored_table_opens_and_a_stored_odt_says_what_it_is(editor):
    sheet = load_workbook(io.BytesIO(taken_in(editor, "a.xlsx", table()))).active
    assert sheet["A1"].value == "De inhoud blijft" and sheet["B2"].value == 3.5
    data = taken_in(editor, "a.odt", odt())
    assert data[30:77] == b"mimetype" + b"application/vnd.oasis.opendocument.text"


def test_numbers_behind_a_chart_are_cleaned_too(editor):
    book = Workbook()
    book.properties.creator = "Auteur"
    inner = io.BytesIO()
    book.save(inner)
    name = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
    parts = unpacked(taken_in(editor, "a.docx", with_parts(word(), {name: inner.getvalue()})))
    assert b"Auteur" not in unpacked(parts[name])["docProps/core.xml"]
    nested = with_parts(table(), {"xl/vbaProject.bin": b"x"})
    assert "macro" in uploads.errors_of(send(editor, "docs", "a.docx", with_parts(word(), {name: nested})))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_of_text_becomes_utf_8(editor, encoding):
    text = "naam;plaats;bedrag\r\nAnneloes Coöp;’s-Gravenhage;€ 3,50\r\n"
    found = taken_in(editor, "a.csv", text.encode(encoding))
    assert found.decode("utf-8-sig") == text.replace("\r\n", "\n") and found.startswith(b"\xef\xbb\xbf")


def test_the_name_of_the_file_is_a_token(editor):
    for name in (
        "../../evil.pdf",
        "x.docx.php.pdf",
        "n" * 300 + ".pdf",
        "📄 nota.pdf",
        "foto\u202efdp.pdf",
        "a\x00.PDF",
    ):
        assert send_to_many(editor, "docs", name, pdf(), title=name)["success"]
        document = SiteDocument.objects.latest("pk")
        folder, _, file = document.file.name.partition("/")
        assert folder == "documents" and len(file) == 24 and file[:20].isalnum() and file.endswith(".pdf")
        assert document.title.isprintable() and len(document.title) <= 255


def test_a_document_in_the_chooser_is_cleaned(editor):
    assert send_to_chooser(editor, "docs", "a.pdf", pdf())["step"] == "chosen"
    with SiteDocument.objects.get().file.open() as file:
        assert b"Auteur" not in file.read()


def test_parts_are_packed_without_dates_and_comments(editor):
    with zipfile.ZipFile(io.BytesIO(taken_in(editor, "a.docx", word()))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not archive.comment and not any(info.comment or info.extra for info in archive.infolist())


def test_a_title_that_is_no_text_is_left_out(editor):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.metadata = {"/Title": create_string_object("")}
    result = io.BytesIO()
    writer.write(result)
    assert pypdf.PdfReader(io.BytesIO(taken_in(editor, "a.pdf", result.getvalue()))).metadata in (None, {})
