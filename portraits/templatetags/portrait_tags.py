from django import template

from pages.teasers import as_teasers
from pages.visibility import visible
from portraits.models import PortraitPage

register = template.Library()


def cards():
    """Visible portraits, newest first, with what a card shows joined in."""
    return as_teasers(visible(PortraitPage)).order_by("-date", "-pk")


@register.simple_tag
def latest_portraits(count):
    """The newest visible portraits."""
    return list(cards()[:count])


@register.simple_tag
def portraits_of(module, count=6):
    """The newest portraits of people who followed this module; none for a preview of one that was never saved."""
    return list(cards().filter(modules=module)[:count]) if module.pk else []
