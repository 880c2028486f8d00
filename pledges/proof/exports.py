"""The ledger of one pledge in a form that anybody's program can verify.

Each line holds ``hashed``, the very fields that its hash is made of. Write them as JSON
in UTF-8 with sorted keys and no spaces, take the SHA-256, and you have ``hash``.
``beside`` holds what lies beside a line: the SHA-256 of salt, kind and content, each on
a line of its own, is the digest that ``hashed["matter"]`` holds of it. What has been
sealed by decision has neither salt nor content; its digest stays.
"""

from typing import Any

from pledges.ledger import lines_of
from pledges.models import LedgerEntry, Matter, Pledge
from pledges.models.ledger import GENESIS


def export(pledge: Pledge) -> dict[str, Any]:
    """Return the whole ledger of *pledge*, the first line first."""
    return {
        "format": "loftet-ledger",
        "version": 1,
        "pledge": pledge.number,
        "key": str(pledge.key),
        "municipality": pledge.municipality.name,
        "first_previous": GENESIS,
        "lines": [_line(entry, beside, pledge) for entry, beside in lines_of(pledge)],
    }


def _line(entry: LedgerEntry, beside: list[Matter], pledge: Pledge) -> dict[str, Any]:
    return {
        "hashed": entry.fields(pledge.key),
        "hash": entry.hash,
        "beside": [_thing(thing) for thing in beside],
    }


def _thing(thing: Matter) -> dict[str, Any]:
    if thing.is_sealed:
        return {
            "kind": thing.kind,
            "digest": thing.digest,
            "sealed_on": thing.sealed_on,
            "sealed_because": thing.sealed_because,
        }
    return {
        "kind": thing.kind,
        "content": thing.content,
        "salt": thing.salt,
        "digest": thing.digest,
    }
