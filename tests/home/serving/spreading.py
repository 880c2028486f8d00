"""Each address meets some of what is hostile, and all of it meets some address.

Every hostility at every address would take an hour and tell little more: most are
refused long before any view.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Door = TypeVar("Door")
Hostility = TypeVar("Hostility")


def spread(
    doors: Sequence[Door], hostilities: Sequence[Hostility], *, each: int
) -> Iterator[tuple[Door, Hostility]]:
    """Yield each door with *each* of the hostilities, going round among them.

    Raises AssertionError if some of the hostilities would meet no door.
    """
    each = min(each, len(hostilities))
    assert len(doors) * each >= len(hostilities), "Raise `each`: some are left out."
    for number, door in enumerate(doors):
        for step in range(each):
            yield door, hostilities[(number * each + step) % len(hostilities)]
