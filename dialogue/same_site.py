"""Whether a post came from our own page, told without cookie or session.

Readers have no session, so there is no authority to borrow; what is left to keep out is
another site that sends its visitors' posts here.
"""

from enum import Enum
from urllib.parse import urlsplit

from django.http import HttpRequest


class Origin(Enum):
    """What the browser says of where the post came from."""

    OURS = "ours"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"


def origin_of(request: HttpRequest) -> Origin:
    """Return where the post came from, as far as the browser tells.

    ``Sec-Fetch-Site`` decides if it is sent, else ``Origin``; old browsers, and those
    that hide where they come from, send neither.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return Origin.OURS if site == "same-origin" else Origin.FOREIGN
    origin = request.headers.get("Origin")
    if origin is None or origin == "null":
        return Origin.UNKNOWN
    ours = (request.scheme, request.get_host())
    try:
        parts = urlsplit(origin)
    except ValueError:
        return Origin.FOREIGN
    return Origin.OURS if (parts.scheme, parts.netloc) == ours else Origin.FOREIGN
