"""Whose request it is."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address that are one subscriber's; the rest they choose themselves


def address_of(request: HttpRequest) -> str:
    """The visitor's address, of IPv6 the network; empty if it is not known.

    Behind a proxy it is what the proxy says in X-Forwarded-For. A proxy adds what it saw at the end, so only the last
    part counts: all before it may have been made up by the visitor. Without a proxy the header is the visitor's own.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY and (said := request.META.get("HTTP_X_FORWARDED_FOR")):
        address = said.rpartition(",")[2]
    return household(address.strip())


def household(address: str) -> str:
    """The address, or the network of an IPv6 address; what is no address is left as it is."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address[:64]
    if parsed.version == 6:
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ip_network((int(parsed), HOUSEHOLD), strict=False))
    return str(parsed)
