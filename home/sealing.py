"""What is sealed can be read only with a key that is not in the database.

``SEAL_KEYS`` lists the keys, the newest first: the first seals, all of them open.
"""

import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class CannotOpen(Exception):
    """No key of ours opens the seal: it was made with one that is gone."""


@lru_cache(maxsize=4)
def _keys(names: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(name) for name in names])


def seal(content: Any) -> bytes:
    """Return *content* (whatever JSON can hold) so that only our keys can read it."""
    words = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return _keys(tuple(settings.SEAL_KEYS)).encrypt(words.encode())


def unseal(sealed: bytes | memoryview) -> Any:
    """Return what *sealed* holds. Raises CannotOpen without the right key."""
    try:
        return json.loads(_keys(tuple(settings.SEAL_KEYS)).decrypt(bytes(sealed)))
    except InvalidToken:
        raise CannotOpen from None
