"""How long the drawing of a card takes, and how large it is: `python tests/bench/cards.py`.

No database and no server: a photo of twelve megapixels, every kind of card twenty times.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from PIL import Image  # noqa: E402

from media.cards.quotes import FORMATS, Saying, quote_card  # noqa: E402
from media.cards.shapes import Photo  # noqa: E402
from media.cards.share import Subject, share_card  # noqa: E402

ROUNDS = 20
SITE = "Leergang Digitaal Leiderschap"
NAME, CAPTION = "Carolien Bakker-ter Horst", "Gemeentesecretaris en algemeen directeur, Berkelland"
WORDS = "Elke zin op dat bandje had een eigenaar, maar niemand dacht aan de beller"


def upload() -> bytes:
    """A photo as the intake leaves it: a JPEG of twelve megapixels, full of detail."""
    file = io.BytesIO()
    noise = Image.effect_noise((750, 1000), 60).resize((3000, 4000), Image.Resampling.BICUBIC)
    Image.merge("RGB", (noise, noise.rotate(180), noise)).save(file, "JPEG", quality=90)
    return file.getvalue()


def opened(data: bytes) -> Photo:
    """As media.photos opens it: at a fraction of its size."""
    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", (1300, 1600))
        return Photo(image.convert("RGB"))


def kinds(data: bytes) -> dict[str, Callable[[int], bytes]]:
    """What is drawn, by name; the number makes every text another one, so that nothing is remembered."""

    def share(number: int) -> bytes:
        subject = Subject(SITE, f"{NAME} {number}", "Portret", CAPTION, WORDS, is_person=True)
        return share_card(subject, opened(data)).jpeg()

    def saying(number: int) -> Saying:
        return Saying(f"{WORDS} {number}", NAME, CAPTION, SITE)

    cards: dict[str, Callable[[int], bytes]] = {"share card 1200 × 630": share}
    for key, format_ in FORMATS.items():
        name = f"{key} {format_.width} × {format_.height}"
        cards[name] = lambda number, key=key: quote_card(key, saying(number), opened(data)).png()
    return cards


def main() -> None:
    data = upload()
    print(f"A card from a photo of {len(data) / 1e6:.1f} MB and twelve megapixels, {ROUNDS} times each:")
    for name, draw in kinds(data).items():
        draw(-1)  # the fonts are read once
        seconds, size = [], 0
        for number in range(ROUNDS):
            start = time.perf_counter()
            size = len(draw(number))
            seconds.append(time.perf_counter() - start)
        slowest = sorted(seconds)[int(0.95 * len(seconds)) - 1]
        print(f"  {name:24} median {statistics.median(seconds):.2f} s, p95 {slowest:.2f} s, {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
