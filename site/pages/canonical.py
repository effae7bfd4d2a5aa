"""One address for every page: however somebody wrote it, one step leads to the address as we write it.

Only what would be refused or sent on anyway is looked at, so a page that is asked for by its own address costs nothing.
"""

import re
from urllib.parse import urlsplit

from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from wagtail.models import Site

from pages.routing import is_open

FILE = re.compile(r"/index\.(?:html?|php)$")  # the names that servers gave to pages
SLASHES = re.compile(r"//+")
DOTTED_HOST = re.compile(r"\.(?=:\d+$|$)")


class CanonicalAddressMiddleware:
    """Leads from capitals, a missing slash, `index.html` or a dot behind the host's name to the address itself."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if DOTTED_HOST.search(request.META.get("HTTP_HOST", "")):
            host = DOTTED_HOST.sub("", request.get_host())  # which refuses hosts that are not ours
            return HttpResponsePermanentRedirect(f"{request.scheme}://{host}{request.get_full_path()}")
        response = self.get_response(request)
        if response.status_code in (301, 404) and request.method in ("GET", "HEAD"):
            address = canonical(request.path_info)
            if address != request.path_info and is_ours(response, address) and answers(address):
                query = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(f"{address}{'?' if query else ''}{query}")
        return response


def canonical(path: str) -> str:
    """The path as we write it: small letters, single slashes, one at the end unless it names a file."""
    plain = FILE.sub("/", SLASHES.sub("/", path.lower()))
    return plain if "." in plain.rpartition("/")[2] or plain.endswith("/") else f"{plain}/"


def is_ours(response, address: str) -> bool:
    """Whether nothing else is known of this address: a redirect that an editor made goes its own way."""
    return response.status_code == 404 or canonical(urlsplit(response["Location"]).path) == address


def answers(address: str) -> bool:
    """Whether a visitor finds a page there, or something of the site's own that has no other name."""
    try:
        match = resolve(address)
    except Resolver404:
        return False
    if match.url_name != "wagtail_serve":
        return not match.args and not match.kwargs
    roots = Site.get_site_root_paths()
    return len(roots) == 1 and is_open(roots[0].root_path, match.args[0])
