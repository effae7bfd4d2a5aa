import datetime

from django.conf import settings
from django.utils import timezone

from pages.feeds import NEWEST, AtomFeed
from pages.visibility import visible
from programme.models import NewsPage


class NewsFeed(AtomFeed):
    """The newest news."""

    path = "/feeds/nieuws.xml"
    subtitle = "Nieuws van de leergang"

    def title(self):
        return f"Nieuws – {self.site_name}"

    def link(self):
        return settings.BASE_URL + "/"

    def items(self):
        return visible(NewsPage).order_by("-date", "-pk")[:NEWEST]

    def item_pubdate(self, page):
        return timezone.make_aware(datetime.datetime.combine(page.date, datetime.time(9)))
