"""What we know of a sender for telling resends and floods: keyed hashes, for a day.

The hash of an address lives in ``PostTrace`` alone, at most 24 hours. Neither address
nor browser is stored or logged.
"""

import hmac
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# A household's or a phone's whole range of the new addresses counts as one sender.
IPV6_PREFIX = 64


@dataclass(frozen=True)
class Sender:
    """One sender, in two grains.

    address  hash of the network address: many people can share it
    browser  hash of address and browser together, for telling resends
    """

    address: str
    browser: str


def sender_of(request: HttpRequest) -> Sender:
    """Return who sends, as keyed hashes."""
    address = address_of(request)
    browser = "\n".join(
        [
            address,
            request.headers.get("User-Agent", "")[:500],
            request.headers.get("Accept-Language", "")[:200],
        ]
    )
    return Sender(address=keyed_hash(address), browser=keyed_hash(browser))


def keyed_hash(text: str) -> str:
    """A digest of *text* that says nothing without the server's key."""
    key = settings.SECRET_KEY.encode()
    return hmac.digest(key, b"sender" + text.encode(), "sha256").hex()


def address_of(request: HttpRequest) -> str:
    """Return the sender's network address; of IPv6 the network it belongs to.

    ``X-Forwarded-For`` is believed only from ``TRUSTED_PROXIES``, from its end on: the
    last address that is no proxy of ours.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-20:]
    while forwarded and _is_trusted(address):
        candidate = forwarded.pop().strip()
        if not _is_address(candidate):
            break
        address = candidate
    return _network(address)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_trusted(address: str) -> bool:
    """Whether *address* is a proxy of ours."""
    if not _is_address(address):
        # A server behind a local socket has no address; then a proxy stands before it.
        return not address and bool(settings.TRUSTED_PROXIES)
    one = ip_address(address)
    return any(one in ip_network(proxy) for proxy in settings.TRUSTED_PROXIES)


def _network(address: str) -> str:
    if not _is_address(address):
        return address
    one = ip_address(address)
    mapped = getattr(one, "ipv4_mapped", None)
    if mapped is not None:
        return str(mapped)
    if one.version == 6:
        return str(ip_network((one, IPV6_PREFIX), strict=False))
    return str(one)
