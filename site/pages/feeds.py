"""Atom feeds: what all of them share, and the feed of a theme."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

from pages.models import SiteSettings, Theme
from pages.models.base import without_controls
from pages.visibility import visible

NEWEST = 20


class AtomFeed(Feed):
    """The newest pages of some kind; the addresses in it are those of BASE_URL, whoever asks."""

    feed_type = Atom1Feed
    language = "nl"
    path = ""

    def __call__(self, request, *args, **kwargs):
        self.site_name = without_controls(SiteSettings.load(request_or_site=request).site_name)
        return super().__call__(request, *args, **kwargs)

    def feed_path(self, obj=None) -> str:
        """The address of the feed itself."""
        return self.path

    def feed_guid(self, obj=None):
        return settings.BASE_URL + self.feed_path(obj)

    def feed_url(self, obj=None):
        return settings.BASE_URL + self.feed_path(obj)

    def author_name(self, obj=None):
        return self.site_name

    def item_title(self, page):
        return without_controls(page.title)

    def item_description(self, page):
        return without_controls(page.lead or page.search_description)

    def item_link(self, page):
        return settings.BASE_URL + page.url

    def item_guid(self, page):
        return f"urn:uuid:{page.translation_key}"

    def item_pubdate(self, page):
        return page.first_published_at

    def item_updateddate(self, page):
        return page.last_published_at


class ThemeFeed(AtomFeed):
    """The newest pages about one theme, of every kind."""

    def get_object(self, request, slug):
        return get_object_or_404(Theme, slug=slug)

    def feed_path(self, theme=None):
        return f"/feeds/thema/{theme.slug}.xml"

    def title(self, theme):
        return f"{without_controls(theme.name)} – {self.site_name}"

    def subtitle(self, theme):
        return without_controls(theme.description)

    def link(self, theme):
        return settings.BASE_URL + "/"

    def items(self, theme):
        newest = visible(Page).filter(theme_links__theme=theme).order_by("-first_published_at", "-pk")[:NEWEST]
        return newest.specific()
