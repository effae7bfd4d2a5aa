"""The card of a page as other sites show it: its address, its file, and who may have it.

The address follows from what is on the card, so that a visit needs no query and no look at the files to name it. The
worker draws the card after publishing (pages/tasks.py); until it has, the address answers with the card of the house.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from media import cards
from media.cards.letters import FONTS
from media.cards.share import SIZE, Subject, share_card
from media.photos import photo_of

if TYPE_CHECKING:
    from pages.models import BasePage, SiteSettings

FOLDER = "cards"
END_OF_JPEG = b"\xff\xd9"


@dataclass(frozen=True)
class ShareCard:
    """The card of one page, made or not."""

    page_id: int
    key: str  # changes with everything that is drawn, and with the drawing
    subject: Subject

    width, height = SIZE

    @property
    def url(self) -> str:
        return f"{settings.BASE_URL}{reverse('share_card', args=[self.page_id, self.key])}"

    @property
    def name(self) -> str:
        """Of its file in the storage."""
        return f"{folder_of(self.page_id)}/{self.key}.jpg"

    @property
    def alt(self) -> str:
        return self.subject.alt

    def is_made(self) -> bool:
        return self.read() is not None

    def read(self) -> bytes | None:
        """The file; None if it is not made yet, was lost, or is only half of one (a full disk, a killed worker)."""
        try:
            with default_storage.open(self.name) as file:
                picture = file.read()
        except OSError:
            return None
        return picture if picture.endswith(END_OF_JPEG) else None


def card_of(page: "BasePage", site_settings: "SiteSettings") -> ShareCard | None:
    """The card of the page as it stands in memory, without a query; None for a page that was never saved."""
    if page.pk is None:
        return None
    subject, image = page.share_subject(site_settings), page.share_image(site_settings)
    facts: list[object] = [drawing(), subject]
    if image:
        facts += [image.file.name, image.focal_point_x, image.focal_point_y]
        facts += [image.focal_point_width, image.focal_point_height]
    key = hashlib.sha256(repr(facts).encode()).hexdigest()[:20]
    return ShareCard(page.pk, key, subject)


@lru_cache(maxsize=1)
def drawing() -> str:
    """Changes with the code and the letters that draw cards, so that a new design gives new addresses."""
    digest = hashlib.sha256()
    for path in sorted([*Path(cards.__file__).parent.glob("*.py"), *FONTS.glob("*.woff2")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_card(page: "BasePage", site_settings: "SiteSettings") -> bool:
    """Draws the card unless it is there, and removes the page's older ones. Whether one was drawn."""
    card = card_of(page, site_settings)
    if card is None:
        return False
    is_new = not card.is_made()
    if is_new:
        drawn = share_card(card.subject, photo_of(page.share_image(site_settings)))
        default_storage.delete(card.name)
        default_storage.save(card.name, ContentFile(drawn.jpeg()))
    remove_cards(card.page_id, but=Path(card.name).name)
    return is_new


def remove_cards(page_id: int, but: str = "") -> None:
    """Removes the files of the page's cards, except the one of that name."""
    for name in files_in(folder_of(page_id)):
        if name != but:
            default_storage.delete(f"{folder_of(page_id)}/{name}")


def pages_with_cards() -> set[int]:
    """The ids of all pages that have a file of a card, whether or not they still exist."""
    try:
        folders, _ = default_storage.listdir(FOLDER)
    except OSError:
        return set()
    return {int(name) for name in folders if name.isdigit()}


def files_in(folder: str) -> list[str]:
    try:
        return default_storage.listdir(folder)[1]
    except OSError:  # nothing was ever made for this page
        return []


def folder_of(page_id: int) -> str:
    return f"{FOLDER}/{page_id}"
