"""The one way in: everything in a text that points out a person.

The work grows with the length of the text alone: one pass makes it plain, one gathers
its digits, and every pattern has parts of a greatest length.
"""

from bisect import bisect_right
from collections.abc import Collection
from datetime import date

from django.utils import timezone

from .contacts import find_emails, find_phones, plain_form
from .finding import Finding
from .identity_numbers import find_identity_numbers
from .plates import find_plates
from .reading import read


def find_personal_data(
    text: str, *, allowed: Collection[str] = (), today: date | None = None
) -> list[Finding]:
    """Return what points out a person in *text*, in the order of their places.

    *allowed* are e-mail addresses and phone numbers that are nobody's own, such as a
    switchboard, in any form. Findings may lie within each other: an identity number in
    an e-mail address is both.

    >>> [found.text for found in find_personal_data("Ring 070-174 06 05!")]
    ['070-174 06 05']
    """
    reading = read(text)
    day = today or timezone.localdate()
    numbers = find_identity_numbers(reading, today=day)
    contacts = frozenset(
        one.casefold() if "@" in one else plain_form(one) for one in allowed
    )
    others = [
        *find_emails(reading, allowed=contacts),
        *find_phones(reading, allowed=contacts),
        *find_plates(reading),
    ]
    found = numbers + [one for one in others if not _lies_within(one, numbers)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _lies_within(one: Finding, numbers: list[Finding]) -> bool:
    """Whether *one* is part of the last of *numbers* that begins no later than it."""
    count = bisect_right(numbers, one.start, key=lambda number: number.start)
    return count > 0 and one.end <= numbers[count - 1].end
