"""Every address of the site. Pages come last: whatever is not named above is looked up in the page tree."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView, TemplateView
from wagtail.admin import urls as admin_urls

from editing.signing_in import LoginView, PasswordResetView
from editing.tampering import not_there
from pages.feeds import ThemeFeed
from pages.file_views import document, picture
from pages.routing import serve
from pages.sitemaps import sitemap
from pages.views import share_card
from portraits.feeds import PortraitFeed
from programme.feeds import NewsFeed
from programme.views import edition_calendar, module_calendar
from search.views import description, search, suggestions
from serving.views import alive, ready

urlpatterns = [
    # Before Wagtail's own, which have the same addresses and names.
    path("beheer/login/", LoginView.as_view()),
    path("beheer/password_reset/", PasswordResetView.as_view()),
    path("beheer/failwhale/", not_there),  # there Wagtail fails on purpose
    path("beheer/", include(admin_urls)),
    # Under the name that Wagtail gives its own view, so that every link to a document leads here.
    re_path(r"^documenten/(\d+)/(.*)$", document, name="wagtaildocs_serve"),
    path("bestanden/images/<path:name>", picture, name="picture"),
    re_path(r"^bestanden/kaarten/(?P<page_id>[0-9]{1,9})-(?P<key>[0-9a-f]{20})\.jpg$", share_card, name="share_card"),
    path("feeds/nieuws.xml", NewsFeed(), name="news_feed"),
    path("feeds/portretten.xml", PortraitFeed(), name="portrait_feed"),
    path("feeds/thema/<slug:slug>.xml", ThemeFeed(), name="theme_feed"),
    path("zoeken/", search, name="search"),
    path("zoeken/suggesties/", suggestions, name="search_suggestions"),
    path("zoeken/opensearch.xml", description, name="search_description"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain; charset=utf-8")),
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}img/favicon.ico", permanent=False)),
    path("gezond/", alive, name="alive"),
    path("klaar/", ready, name="ready"),
    # Wagtail sends visitors of a closed page here; there is one login, that of the admin.
    path(
        "inloggen/",
        RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True),
        name="wagtailcore_login",
    ),
    # A session's calendar belongs to a page, so its address follows the page's.
    re_path(r"^(?P<path>(?:[\w\-]+/)+)agenda\.ics$", module_calendar, name="module_calendar"),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)agenda-(?P<edition_slug>[\w\-]+)\.ics$", edition_calendar, name="edition_calendar"
    ),
    re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
]
