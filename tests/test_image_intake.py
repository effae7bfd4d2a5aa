"""Every way into the library for a picture: what comes out is clean, or nothing does."""

import io
import struct
import zlib

import pytest
from django.test import TestCase
from django.urls import reverse
from PIL import Image, ImageChops, ImageCms
from wagtail.models import Collection, UploadedFile

import uploads
from editors import sign_in
from media.models import SiteImage
from profiles import display_p3, odd_press
from uploads import drawing, encode, four_corners, photo, send, send_to_chooser, send_to_many, stored

pytestmark = pytest.mark.django_db
ORIENTATION, GPS, MAKE, THUMBNAIL = 0x0112, 0x8825, 0x010F, 0x0201


@pytest.fixture
def editor(settings, tmp_path):
    """A signed-in editor and a library that is empty, on the disk too."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return sign_in("Redactie")


def newest() -> bytes:
    """The file that was stored last."""
    with SiteImage.objects.latest("pk").file.open() as file:
        return file.read()


def taken_in(editor, name: str, data: bytes) -> Image.Image:
    """The picture as it is stored after an upload that is accepted."""
    assert uploads.errors_of(send(editor, "images", name, data)) == []
    picture = Image.open(io.BytesIO(newest()))
    picture.load()
    return picture


def close(found, expected, within: int) -> bool:
    return all(abs(one - other) <= within for one, other in zip(found, expected, strict=True))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, depth: int, kind: int, pixels: bytes, interlaced: int = 0) -> bytes:
    """A PNG with exactly this header and these unpacked bytes, whatever they have to do with each other."""
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def taller_jpeg() -> bytes:
    """A sound JPEG of 1000 × 500 whose header says 1000 × 5000."""
    data = bytearray(encode(photo((1000, 500)), "JPEG"))
    start = data.index(b"\xff\xc0")
    data[start + 5 : start + 7] = struct.pack(">H", 5000)
    return bytes(data)


def moving(format_: str, frames: int = 3, size: tuple[int, int] = (64, 48)) -> bytes:
    others = [photo(size, seed) for seed in range(1, frames)]
    return encode(photo(size), format_, save_all=True, append_images=others, duration=100)


def blinking(frames: int, size: tuple[int, int]) -> bytes:
    """A GIF of that many frames in very few bytes."""
    pictures = [Image.new("1", size, number % 2) for number in range(frames)]
    return encode(pictures[0], "GIF", save_all=True, append_images=pictures[1:])


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>'
JPEG = encode(photo(), "JPEG", quality=90)
PNG = encode(photo(), "PNG")
GIF = encode(photo(), "GIF")

REFUSED = {
    "truncated JPEG": ("foto.jpg", JPEG[: len(JPEG) // 2], "beschadigd of onvolledig"),
    "truncated PNG": ("foto.png", PNG[: len(PNG) // 2], "beschadigd of onvolledig"),
    "nothing": ("foto.jpg", b"", "leeg"),
    "text": ("foto.jpg", b"Dit is geen foto.", "geen afbeelding"),
    "PNG named JPEG": ("foto.jpg", PNG, "heet .jpg, maar is een PNG"),
    "program named PNG": ("foto.png", b"MZ" + bytes(5000), "geen afbeelding"),
    "broken GIF with script": ("foto.gif", b"GIF89a/*" + GIF[8:80] + b"*/=1;alert(1)", "beschadigd"),
    "SVG": ("logo.svg", SVG, "Dit soort bestand kan hier niet"),
    "SVG named PNG": ("logo.png", SVG, "geen afbeelding"),
    "no extension": ("foto", JPEG, "Dit soort bestand kan hier niet"),
    "20 000² PNG": ("foto.png", png(20_000, 20_000, 1, 0, b"\0"), "te veel pixels"),
    "65 000² PNG": ("foto.png", png(65_000, 65_000, 8, 2, b"\0"), "te veel pixels"),
    "120 megapixels in one bit": ("foto.png", png(12_000, 10_000, 1, 0, bytes(1501) * 10_000), "te veel pixels"),
    "41 megapixels": ("foto.png", png(8200, 5000, 1, 0, bytes(1026) * 5000), "te veel pixels"),
    "JPEG with data missing": ("foto.jpg", taller_jpeg(), "beschadigd of onvolledig"),
    "PNG with data missing": ("foto.png", png(1000, 5000, 8, 2, b"\0" + b"\x99" * 3000), "beschadigd of onvolledig"),
    "interlaced, data missing": ("foto.png", png(99, 99, 8, 2, b"\0" * 9000, 1), "beschadigd of onvolledig"),
    "600 frames": ("foto.gif", blinking(600, (500, 500)), "600 beelden"),
    "1 × 1": ("foto.png", encode(Image.new("RGB", (1, 1)), "PNG"), "te klein"),
    "1 × 20 000": ("foto.png", encode(Image.new("RGB", (1, 20_000)), "PNG"), "te klein"),
    "40 × 20 000": ("foto.png", encode(Image.new("RGB", (40, 20_000)), "PNG"), "te smal"),
    "15.5 MB": ("foto.jpg", JPEG + bytes(16_200_000), "te groot"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_sound_picture_is_refused_everywhere_and_leaves_nothing(editor, case, tmp_path, monkeypatch):
    name, data, message = REFUSED[case]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    single = uploads.errors_of(send(editor, "images", name, data))
    assert len(single) == 1 and message in single[0], single
    many = send_to_many(editor, "images", name, data)
    assert many == {"success": False, "error_message": single[0]}
    chosen = send_to_chooser(editor, "images", name, data)
    assert chosen["step"] == "reshow_creation_form" and message in chosen["htmlFragment"]
    assert not SiteImage.objects.exists() and not UploadedFile.objects.exists()
    assert not stored() and not list(temporary.iterdir())


def test_what_takes_too_long_is_ended_and_refused(editor, monkeypatch):
    monkeypatch.setattr("media.intake.process.PATIENCE", 0.02)
    assert "kost te veel rekenwerk" in uploads.errors_of(send(editor, "images", "foto.jpg", JPEG))[0]
    monkeypatch.undo()
    assert uploads.errors_of(send(editor, "images", "foto.jpg", JPEG)) == []  # and the next one has its turn


def test_a_refused_replacement_keeps_the_picture(editor):
    taken_in(editor, "foto.jpg", JPEG)
    image = SiteImage.objects.get()
    before = stored()
    url = reverse("wagtailimages:edit", args=[image.pk])
    for title, data in (("Anders", JPEG[:900]), ("", encode(photo(seed=2), "JPEG"))):
        file = uploads.SimpleUploadedFile("nieuw.jpg", data)
        response = editor.post(url, {"title": title, "file": file, "collection": "1", "tags": ""})
        assert len(uploads.errors_of(response)) == 1
    kept = SiteImage.objects.get()
    assert (kept.file.name, kept.title, kept.file_hash) == (image.file.name, image.title, image.file_hash)
    assert before <= stored()
    assert {name for name in stored() if name.startswith("original")} == {image.file.name}


def test_a_replacement_is_cleaned_and_takes_the_place_of_the_old_file(editor):
    taken_in(editor, "foto.jpg", JPEG)
    image = SiteImage.objects.get()
    file = uploads.SimpleUploadedFile("nieuw.png", encode(photo((400, 300), 3), "PNG"))
    fields = {"title": "Nieuw", "file": file, "collection": "1", "tags": ""}
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = editor.post(reverse("wagtailimages:edit", args=[image.pk]), fields)
    assert response.status_code == 302
    new = SiteImage.objects.get()
    assert (new.width, new.height) == (400, 300) and new.file.name != image.file.name
    assert {name for name in stored() if name.startswith("original")} == {new.file.name}


def test_another_wrong_field_never_leaves_the_raw_upload(editor):
    Collection.objects.get(depth=1).add_child(name="Gesloten")
    for fields in ({"title": ""}, {"title": " \x00 "}):
        answer = send_to_many(editor, "images", "foto.jpg", JPEG, **fields)
        assert not answer["success"] and "kies het bestand daarna opnieuw" in answer["error_message"]
    assert not UploadedFile.objects.exists() and not SiteImage.objects.exists() and not stored()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_stored_upright(editor, orientation):
    turned = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    scene = four_corners()
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    as_held = scene if turned is None else scene.transpose(turned)
    found = taken_in(editor, "foto.jpg", encode(as_held, "JPEG", exif=exif, quality=95, subsampling=0))
    assert found.size == scene.size
    for corner in ((10, 10), (110, 10), (110, 70), (10, 70)):
        assert close(found.getpixel(corner), scene.getpixel(corner), 12)


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.webp", "foto.avif", "foto.heic"])
def test_no_metadata_is_stored(editor, name):
    exif = Image.Exif()
    exif[MAKE] = "Telefoonmerk"
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 5.0, 33.0), 3: "E", 4: (4.0, 18.0, 45.0)})
    options = {"exif": exif, "icc_profile": display_p3()}
    if not name.endswith("png"):
        options["xmp"] = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>Fotograaf</creator></x:xmpmeta>"
    if name.endswith("jpg"):
        options["comment"] = "Gemaakt door Fotograaf"
    format_ = {"jpg": "JPEG", "heic": "HEIF"}.get(name[5:], name[5:].upper())
    data = encode(photo(), format_, **options)
    assert b"Telefoonmerk" in data
    found = taken_in(editor, name, data)
    assert not found.getexif() and not found.getexif().get_ifd(GPS)
    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    raw = newest()
    for leftover in (b"Exif", b"Telefoonmerk", b"Fotograaf", b"xmp", b"acsp"):
        assert leftover not in raw


def srgb_of_p3(colour) -> tuple[int, ...]:
    """What a Display P3 colour (gamma 2.2) is in sRGB, by the matrices of both."""
    red, green, blue = ((value / 255) ** 2.2 for value in colour)
    linear = (
        1.2249 * red - 0.2247 * green,
        -0.0420 * red + 1.0419 * green,
        -0.0197 * red - 0.0786 * green + 1.0979 * blue,
    )
    return tuple(round(255 * (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055)) for x in linear)


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.webp", "foto.avif", "foto.heic"])
def test_colours_of_a_phone_become_those_of_the_web(editor, name):
    colour = (200, 120, 60)
    format_ = {"jpg": "JPEG", "heic": "HEIF"}.get(name[5:], name[5:].upper())
    found = taken_in(editor, name, encode(Image.new("RGB", (64, 64), colour), format_, icc_profile=display_p3()))
    expected = srgb_of_p3(colour)
    assert max(abs(one - other) for one, other in zip(colour, expected, strict=True)) > 8
    assert close(found.convert("RGB").getpixel((30, 30)), expected, 5)


def test_colours_of_print(editor):
    inks = {(0, 255, 255, 0): (255, 0, 0), (255, 0, 255, 0): (0, 255, 0), (0, 0, 0, 255): (0, 0, 0)}
    for ink, expected in inks.items():
        data = encode(Image.new("CMYK", (64, 64), ink), "JPEG", quality=95)
        assert close(taken_in(editor, "druk.jpg", data).getpixel((30, 30)), expected, 6)
    data = encode(Image.new("CMYK", (64, 64), (255, 0, 0, 0)), "JPEG", quality=95, icc_profile=odd_press())
    red, green, blue = taken_in(editor, "druk.jpg", data).getpixel((30, 30))
    assert green > red + 50 and green > blue + 50  # as that press prints cyan


def test_sixteen_bits_one_bit_grey_and_palette(editor):
    deep = png(64, 64, 16, 2, (b"\0" + struct.pack(">3H", 51_400, 25_700, 2570) * 64) * 64)
    assert taken_in(editor, "diep.png", deep).getpixel((9, 9)) == (200, 100, 10)
    grey = png(64, 64, 16, 0, (b"\0" + struct.pack(">H", 25_700) * 64) * 64)
    assert taken_in(editor, "grijs.png", grey).getpixel((9, 9)) == 100
    line = png(64, 64, 1, 0, (b"\0" + b"\xff\0" * 4) * 64)
    assert taken_in(editor, "lijn.png", line).convert("L").crop((0, 0, 16, 1)).tobytes() == b"\xff" * 8 + bytes(8)
    few = photo().quantize(16)
    found = taken_in(editor, "palet.png", encode(few, "PNG"))
    assert found.format == "PNG" and not ImageChops.difference(found.convert("RGB"), few.convert("RGB")).getbbox()


def test_a_profile_that_is_broken_or_of_another_kind_changes_nothing(editor):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (b"geen profiel", odd_press(), srgb[:200], srgb):
        data = encode(Image.new("RGB", (64, 64), (200, 120, 60)), "JPEG", quality=95, icc_profile=profile)
        assert close(taken_in(editor, "foto.jpg", data).getpixel((30, 30)), (200, 120, 60), 3)


@pytest.mark.parametrize(("name", "options"), [("logo.png", {}), ("logo.webp", {"lossless": True}), ("logo.gif", {})])
def test_what_is_transparent_stays_so(editor, name, options):
    found = taken_in(editor, name, encode(drawing(), name[5:].upper(), **options))
    assert found.format == "PNG" and found.mode == "RGBA"
    assert found.getpixel((0, 0))[3] == 0
    assert found.getpixel((100, 50)) == (31, 75, 153, 255)


def test_photos_become_jpeg_and_drawings_png(editor):
    assert taken_in(editor, "foto.png", PNG).format == "JPEG"
    opaque = photo()
    opaque.putalpha(255)
    assert taken_in(editor, "foto.png", encode(opaque, "PNG")).format == "JPEG"
    assert taken_in(editor, "scherm.png", encode(four_corners(), "PNG")).format == "PNG"
    assert taken_in(editor, "grijs.jpg", encode(Image.new("RGB", (640, 480), "grey"), "JPEG")).format == "JPEG"


@pytest.mark.parametrize("format_", ["GIF", "PNG", "WEBP", "AVIF"])
def test_what_moves_is_stilled_and_the_editor_reads_so(editor, format_):
    name = f"dans.{format_.lower()}"
    response = send(editor, "images", name, moving(format_))
    assert response.status_code == 302
    said = "“dans.{}” had 3 beelden die na elkaar te zien waren. Alleen het eerste beeld is bewaard"
    assert said.format(format_.lower()) in editor.get(response.url).content.decode()
    found = Image.open(io.BytesIO(newest()))
    assert getattr(found, "n_frames", 1) == 1
    assert close(found.convert("RGB").getpixel((20, 20)), photo((64, 48)).getpixel((20, 20)), 25)
    assert "Alleen het eerste beeld" in send_to_many(editor, "images", name, moving(format_, 4))["form"]
    assert "had 4 beelden" not in editor.get(response.url).content.decode()  # it was said on that page
    assert send_to_chooser(editor, "images", name, moving(format_, 5, (64, 64)))["step"] == "chosen"
    assert "had 5 beelden" in editor.get(response.url).content.decode()


def test_hidden_content_behind_or_in_a_picture_is_not_kept(editor):
    script = b"<script>alert(1)</script>"
    gif = GIF[:13] + GIF[13 : 13 + 768] + b"\x21\xfe" + bytes([len(script)]) + script + b"\0" + GIF[781:]
    for name, data in {"a.jpg": JPEG + script, "b.png": PNG + b"PK\x03\x04" + script, "c.gif": gif + script}.items():
        taken_in(editor, name, data)
        assert b"alert" not in newest()


def test_the_same_picture_twice_offers_the_earlier_one(editor):
    taken_in(editor, "eerst.png", PNG)
    first = SiteImage.objects.get()
    again = encode(photo(), "PNG", compress_level=1)  # other bytes, the same pixels
    many = send_to_many(editor, "images", "weer.png", again)
    assert many["duplicate"] and "Een titel" in many["confirm_duplicate_upload"]
    chosen = send_to_chooser(editor, "images", "weer.png", again)
    assert chosen["step"] == "duplicate_found"
    response = send(editor, "images", "weer.png", again)
    page = editor.get(response.url).content.decode()
    assert "stond al in de bibliotheek als “Een titel”" in page
    assert f'href="{reverse("wagtailimages:edit", args=[first.pk])}" class="button' in page
    assert page.count("stond al in de bibliotheek") == 1


# What a file may be called: the title that the page's script makes of it.
NAMES = {
    "../../evil.jpg": "evil",
    "x.jpg.php.jpg": "x.jpg.php",
    "foto%0D%0ASet-Cookie: a=b.jpg": "foto\r\nSet-Cookie: a=b",  # a browser writes line ends so
    "foto\u202egpj.jpg": "foto\u202egpj",
    "foto\x00.jpg": "foto\x00",
    "📷 zomer.jpg": "📷 zomer",
    "n" * 300 + ".jpg": "n" * 300,
    "Bijlage <b>vet</b>.jpg": "vet",
}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_does_harm(editor, name):
    answer = send_to_many(editor, "images", name, JPEG, title=NAMES[name])
    assert answer["success"]
    image = SiteImage.objects.get()
    folder, _, file = image.file.name.partition("/")
    assert folder == "original_images" and len(file) == 24 and file[:20].isalnum() and file.endswith(".jpg")
    assert stored() >= {image.file.name}
    assert image.title.isprintable() and len(image.title) <= 255
