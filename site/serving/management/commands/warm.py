import re
import time
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.core.management.base import BaseCommand
from django.test import Client
from django.urls import reverse

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
NEXT_PAGES = re.compile(r'href="(\?pagina=\d+)"')


class Command(BaseCommand):
    help = "Asks for every public page once, so that each size of each picture is made before a visitor comes."

    def handle(self, *, verbosity, **options):
        # Other commands may have filled this process's cache with what is no longer so.
        started, client, failed = time.monotonic(), new_client(), []
        waiting, seen = addresses(client), set()
        while waiting:
            address = waiting.pop()
            if address in seen:
                continue
            seen.add(address)
            response = client.get(address)
            if response.status_code != 200:
                failed.append(f"{address} ({response.status_code})")
            elif not response.streaming:
                waiting.extend(urljoin(address, link) for link in NEXT_PAGES.findall(response.content.decode()))
        if verbosity:
            self.stdout.write(f"Visited {len(seen)} pages in {time.monotonic() - started:.0f} seconds.")
        if failed:
            self.stderr.write(f"These pages gave no answer: {', '.join(failed)}")


def new_client() -> Client:
    """A visitor inside this process: no server is needed."""
    base = urlsplit(settings.BASE_URL)
    return Client(raise_request_exception=False, SERVER_NAME=base.hostname, **{"wsgi.url_scheme": base.scheme})


def addresses(client: Client) -> list[str]:
    """The path of every page that the sitemap names."""
    sitemap = ElementTree.fromstring(client.get(reverse("sitemap")).content)
    return [urlsplit(location.text).path for location in sitemap.iter(LOCATION)]
