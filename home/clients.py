"""Where a request comes from, when proxies stand between."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

MOST_PROXIES = 20  # how much of a made-up header is read


def client_address(request: HttpRequest) -> str:
    """Return the network address that a request comes from; empty if unknown.

    ``X-Forwarded-For`` is believed only from ``TRUSTED_PROXIES``, from its end on: the
    last address that is no proxy of ours.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-MOST_PROXIES:]
    while forwarded and _is_trusted(address):
        candidate = forwarded.pop().strip()
        if not is_address(candidate):
            break
        address = candidate
    return address


def is_address(text: str) -> bool:
    """Whether *text* is a network address."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_trusted(address: str) -> bool:
    """Whether *address* is a proxy of ours."""
    if not is_address(address):
        # A server behind a local socket has no address; then a proxy stands before it.
        return not address and bool(settings.TRUSTED_PROXIES)
    one = ip_address(address)
    return any(one in ip_network(proxy) for proxy in settings.TRUSTED_PROXIES)
