"""Broken and hostile files by the thousand, made of sound small ones, all given to the intake in one process.

    python tests/mutations.py SEED COUNT

prints what came of them as JSON. A file that makes a parser crash takes this process along, and says so by its exit.
"""

import collections
import io
import json
import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

from PIL import Image, ImageCms  # noqa: E402 - the path first

from documents import odt, packed, pdf, table, unpacked, word  # noqa: E402
from media.intake.child import MEMORY, judge  # noqa: E402
from media.intake.texts import REFUSALS  # noqa: E402
from uploads import drawing, encode, photo  # noqa: E402

SIZE = (96, 64)


def sound_files() -> list[tuple[str, bytes]]:
    """One or more of every accepted type."""
    picture, profile = photo(SIZE), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    moving = {"save_all": True, "append_images": [photo(SIZE, 1), photo(SIZE, 2)]}
    exif = Image.Exif()
    exif[0x0112] = 6
    return [
        ("jpg", encode(picture, "JPEG", exif=exif, icc_profile=profile)),
        ("jpg", encode(picture, "JPEG", progressive=True)),
        ("jpg", encode(picture.convert("CMYK"), "JPEG")),
        ("png", encode(picture, "PNG", icc_profile=profile)),
        ("png", encode(drawing(SIZE).quantize(), "PNG")),
        ("png", encode(picture, "PNG", **moving)),
        ("gif", encode(picture, "GIF", **moving)),
        ("webp", encode(drawing(SIZE), "WEBP", lossless=True, exif=exif)),
        ("webp", encode(picture, "WEBP", **moving)),
        ("avif", encode(picture, "AVIF", speed=10)),
        ("heic", encode(picture, "HEIF", exif=exif)),
        ("pdf", pdf()),
        ("docx", word()),
        ("xlsx", table()),
        ("odt", odt()),
        ("csv", "naam;plaats\nAnneloes Coöp;’s-Gravenhage\n".encode("cp1252")),
    ]


def truncate(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def flip_bits(data: bytes, other: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flip_in_header(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return flip_bits(data[:256], other, chance) + data[256:]


def swap_header(data: bytes, other: bytes, chance: random.Random) -> bytes:
    length = chance.choice((2, 4, 8, 16, 64, 400))
    return other[:length] + data[length:]


def append(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((other, b"<script>alert(1)</script>", bytes(chance.randrange(1, 5000))))


def prepend(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return chance.choice((other, b"GIF89a", b"%PDF-1.7\n", b"MZ")) + data


def cut_out(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:start] + data[end:]


def insert(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice((b"\xff" * 16, bytes(64), other[:200], data[at : at + 500])) + data[at:]


def overwrite_with_extremes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 4, 8))
    return data[:at] + chance.choice((b"\xff", b"\x00", b"\x7f", b"\x80")) * length + data[at + length :]


def mutate_a_part(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Damage inside a zip file whose sums are right again; any other file is damaged twice."""
    mutate = chance.choice((truncate, flip_bits, cut_out, insert, overwrite_with_extremes))
    if not data.startswith(b"PK"):
        return flip_bits(mutate(data, other, chance) or b"\0", other, chance)
    parts = unpacked(data)
    name = chance.choice(sorted(parts))
    return packed(parts | {name: mutate(parts[name], other, chance)})


MUTATIONS: list[Callable[[bytes, bytes, random.Random], bytes]] = [
    truncate,
    flip_bits,
    flip_in_header,
    swap_header,
    append,
    prepend,
    cut_out,
    insert,
    overwrite_with_extremes,
    mutate_a_part,
]


def opens(extension: str, result: bytes) -> bool:
    """Whether what was accepted is what it says, in our own words."""
    if extension in {"jpg", "png"}:
        with Image.open(io.BytesIO(result), formats=["JPEG", "PNG"]) as picture:
            picture.load()
            return picture.mode in {"L", "LA", "RGB", "RGBA"} and not picture.getexif()
    starts = {"pdf": b"%PDF-", "csv": b"\xef\xbb\xbf"}
    return result.startswith(starts.get(extension, b"PK\x03\x04"))


def main() -> None:
    seed, count = (int(argument) for argument in sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    chance, sound = random.Random(seed), sound_files()
    outcomes: collections.Counter[str] = collections.Counter()
    for number in range(count):
        extension, data = sound[number % len(sound)]
        other = chance.choice(sound)[1]
        mutated = chance.choice(MUTATIONS)(data, other, chance)
        kind = "document" if extension in {"pdf", "docx", "xlsx", "odt", "csv"} else "picture"
        print(number, extension, file=sys.stderr)  # the last line tells which file was too much
        verdict, result = judge(kind, extension, mutated)
        if "refused" in verdict:
            assert verdict["refused"] in REFUSALS and not result
            outcomes["refused"] += 1
        else:
            assert opens(verdict["clean"]["extension"], bytes(result))
            outcomes["accepted"] += 1
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main()
