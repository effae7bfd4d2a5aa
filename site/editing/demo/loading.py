"""Puts the demo into a database that holds nothing but the starting page."""

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from editing.demo import frame, leftovers, news, portraits, programme, research
from editing.demo.demo_site import DemoSite
from editing.demo.texts import stable_id


class OtherPagesError(Exception):
    """The database holds pages that are not the demo's."""


def is_loaded() -> bool:
    """Whether the demo was loaded before, even if its pages have been edited since."""
    return Page.objects.filter(translation_key=stable_id("page", "leergang")).exists()


def load() -> None:
    """Loads the whole demo or, if anything fails, nothing. Raises OtherPagesError if the database is in use."""
    if Page.objects.filter(depth__gt=2).exists():
        raise OtherPagesError
    with transaction.atomic():
        load_everything()
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    leftovers.drop()


def load_everything() -> None:
    """Each section after those it refers to; the bodies of all last, because they link to one another."""
    call_command("gemeenten", verbosity=0)
    demo = DemoSite()
    frame.load_themes(demo)
    frame.load_home(demo)
    programme.load(demo)
    portraits.load(demo)
    research.load(demo)
    news.load(demo)
    frame.load_info_pages(demo)
    demo.write_bodies()
    frame.load_settings()
    frame.load_redirects(demo)
