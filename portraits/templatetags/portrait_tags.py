from django import template

from pages.prepared import prepared
from pages.teasers import as_teasers
from pages.visibility import visible
from portraits.models import PortraitPage

register = template.Library()


@register.simple_tag
def latest_portraits(count):
    """The newest visible portraits."""
    return newest(count=count)


@register.simple_tag
def portraits_of(module, count=6, without=()):
    """The newest portraits of people who followed this module, but none that the page shows elsewhere.

    None for a preview of a module that was never saved.
    """
    if module.pk is None:
        return []
    elsewhere = {page.pk for page in without}
    newest_here = newest_of(module.pk, count=count + len(elsewhere))
    return [portrait for portrait in newest_here if portrait.pk not in elsewhere][:count]


@prepared
def newest(*, count):
    return cards()[:count]


@prepared
def newest_of(module, *, count):
    return cards().filter(modules=module)[:count]


def cards():
    """Visible portraits, newest first, with what a card shows joined in."""
    return as_teasers(visible(PortraitPage)).order_by("-date", "-pk")
