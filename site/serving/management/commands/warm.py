import re
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client
from django.urls import reverse

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
NEXT_PAGE = re.compile(r'href="(\?pagina=\d+)"')


class Command(BaseCommand):
    help = "Asks for every public page once, so that each size of each picture is made before a visitor comes."

    def handle(self, *, verbosity, **options):
        client = new_client()
        waiting, seen = addresses(client), set()
        while waiting:
            address = waiting.pop()
            if address not in seen:
                seen.add(address)
                links = NEXT_PAGE.findall(visit(client, address))
                waiting.extend(urljoin(address, link) for link in links)
        if verbosity:
            self.stdout.write(f"Visited {len(seen)} pages.")


def new_client() -> Client:
    """A visitor inside this process: no server is needed."""
    base = urlsplit(settings.BASE_URL)
    return Client(raise_request_exception=False, SERVER_NAME=base.hostname, **{"wsgi.url_scheme": base.scheme})


def addresses(client: Client) -> list[str]:
    """The path of every page that the sitemap names."""
    sitemap = ElementTree.fromstring(visit(client, reverse("sitemap")))  # noqa: S314 - our own answer
    return [urlsplit(location.text or "").path for location in sitemap.iter(LOCATION)]


def visit(client: Client, address: str) -> str:
    response = client.get(address)
    if response.status_code != 200:
        raise CommandError(f"{address} answers {response.status_code} instead of a page.")
    return response.content.decode()
