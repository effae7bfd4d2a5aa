from django.conf import settings

from pages.feeds import NEWEST, AtomFeed
from pages.visibility import visible
from portraits.models import PortraitPage


class PortraitFeed(AtomFeed):
    """The newest portraits."""

    path = "/feeds/portretten.xml"
    subtitle = "Portretten van deelnemers"

    def title(self):
        return f"Portretten – {self.site_name}"

    def link(self):
        return settings.BASE_URL + "/"

    def items(self):
        return visible(PortraitPage).order_by("-date", "-pk")[:NEWEST]
