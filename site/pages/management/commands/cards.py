from django.core.management.base import BaseCommand

from pages.cards import make_card, pages_with_cards, remove_cards
from pages.models import BasePage, SiteSettings
from pages.visibility import visible


class Command(BaseCommand):
    help = (
        "Draws the share card of every public page that has none yet, and removes those of pages that are not public."
    )

    def handle(self, *, verbosity, **options):
        site_settings = SiteSettings.load()
        pages = visible().order_by("path")
        total, made, public = pages.count(), 0, set()
        for number, page in enumerate(pages.specific().iterator(chunk_size=100), start=1):
            if isinstance(page, BasePage):
                public.add(page.pk)
                made += make_card(page, site_settings)
            if verbosity > 1 or (verbosity and self.stdout.isatty()):
                self.stdout.write(f"\r{number} of {total}", ending="")
        leftover = pages_with_cards() - public
        for page_id in leftover:
            remove_cards(page_id)
        if verbosity:
            self.stdout.write(
                f"Drew {made} cards for {len(public)} public pages, removed those of {len(leftover)} others."
            )
