"""Addresses directly below the home page that are not free for pages, because the site itself answers there."""

import re

from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm

HOME_DEPTH = 2

# The first parts of config.urls (a test compares), and what is set apart for later.
RESERVED = frozenset(
    {
        "agenda",
        "beheer",
        "bestanden",
        "documenten",
        "feeds",
        "gezond",
        "inloggen",
        "klaar",
        "static",
        "toestemming",
        "zoeken",
    }
)


PLAIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
NOT_PLAIN = "Gebruik kleine letters (a–z), cijfers en streepjes, samen hoogstens 255. Bijvoorbeeld: nieuwe-pagina."


def is_reserved(slug: str, parent_depth: int) -> bool:
    """Whether a page with this slug, below a page that deep in the tree, could never be reached."""
    return parent_depth == HOME_DEPTH and slug.lower() in RESERVED


def refusal(slug: str) -> str:
    return f"‘{slug}’ is een vast adres van de site zelf. Kies een ander webadres."


class AddressedPageForm(WagtailAdminPageForm):
    """Refuses a reserved address for a new page; a page that has its place in the tree checks that itself."""

    def clean(self):
        cleaned_data = super().clean()
        slug = cleaned_data.get("slug") or ""
        if self.instance.depth is None and is_reserved(slug, self.parent_page.depth):
            self.add_error("slug", refusal(slug))
        if slug and not PLAIN.fullmatch(slug):
            self.add_error("slug", NOT_PLAIN)
        return cleaned_data


class AddressedCopyForm(CopyForm):
    """Refuses a reserved address for the copy."""

    def clean(self):
        cleaned_data = super().clean()
        slug, parent = cleaned_data.get("new_slug"), cleaned_data.get("new_parent_page")
        if slug and parent and is_reserved(slug, parent.depth):
            self.add_error("new_slug", refusal(slug))
        if slug and (len(slug) > 255 or not PLAIN.fullmatch(slug)):
            self.add_error("new_slug", NOT_PLAIN)
        return cleaned_data
