"""What must be right before the site starts."""

from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.checks import Error


def seal_keys_are_keys(**kwargs: Any) -> list[Error]:
    """Tell of a key that can seal nothing, before anything is to be sealed."""
    try:
        for key in settings.SEAL_KEYS:
            Fernet(key)
    except (ValueError, TypeError):
        return [_wrong("SEAL_KEYS holds something that is no key.")]
    return [] if settings.SEAL_KEYS else [_wrong("SEAL_KEYS is empty.")]


def _wrong(what: str) -> Error:
    return Error(
        what,
        hint="docs/operations.md has the command that prints one.",
        id="dialogue.E001",
    )
