"""The stamp of a public form: which page it stood on and when, signed by us.

It proves no more than that, and that the post is meant for this site: all readers of
one page share it. The hour is rounded down, so that a page is the same for every reader
within the hour and its ETag holds.
"""

import time

from django.core.signing import BadSignature, Signer

HOUR = 60 * 60
STALE_AFTER_HOURS = 24
MOST_AHEAD_HOURS = 1  # a clock of another machine that is a little ahead


class BadStamp(Exception):
    """The stamp is missing, forged, or made for another page or site."""


class StaleStamp(Exception):
    """The stamp is ours, but the page was opened more than a day ago."""


def _signer() -> Signer:
    return Signer(salt="dialogue.stamps")


def make_stamp(place: str, *, now: float | None = None) -> str:
    """Return the stamp of a form at *place*, such as ``comment:3:17``."""
    hour = int((time.time() if now is None else now) // HOUR)
    signature = _signer().signature(f"{place}:{hour}")
    return f"{hour}.{signature}"


def check_stamp(stamp: str, place: str, *, now: float | None = None) -> None:
    """Accept a stamp of ours for *place*. Raises BadStamp or StaleStamp."""
    hour, _, signature = stamp[:200].partition(".")
    if not (hour.isascii() and hour.isdigit() and len(hour) < 12):
        raise BadStamp
    try:
        _signer().unsign(f"{place}:{hour}:{signature}")
    except BadSignature:
        raise BadStamp from None
    age = int((time.time() if now is None else now) // HOUR) - int(hour)
    if age >= STALE_AFTER_HOURS:
        raise StaleStamp
    if age < -MOST_AHEAD_HOURS:
        raise BadStamp
