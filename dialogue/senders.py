"""What we know of a sender for telling resends and floods: keyed hashes, for a day.

The hash of an address lives in ``PostTrace`` alone, at most 24 hours. Neither address
nor browser is stored or logged.
"""

import hmac
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

from home.clients import client_address, is_address

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
    address = _network(client_address(request))
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


def _network(address: str) -> str:
    """The address itself; of IPv6 the network it belongs to."""
    if not is_address(address):
        return address
    one = ip_address(address)
    mapped = getattr(one, "ipv4_mapped", None)
    if mapped is not None:
        return str(mapped)
    if one.version == 6:
        return str(ip_network((one, IPV6_PREFIX), strict=False))
    return str(one)
