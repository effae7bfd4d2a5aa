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
def portraits_of(module, count=6):
    """The newest portraits of people who followed this module; none for a preview of one that was never saved."""
    return newest_of(module.pk, count=count) if module.pk else []


@prepared
def newest(*, count):
    return cards()[:count]


@prepared
def newest_of(module, *, count):
    return cards().filter(modules=module)[:count]


def cards():
    """Visible portraits, newest first, with what a card shows joined in."""
    return as_teasers(visible(PortraitPage)).order_by("-date", "-pk")
