"""The receipt: eighty random bits that alone lead to what somebody has sent.

It is shown once, as ``ABCD-EFGH-JKMN-PQRS``, and stored as a digest. It is made from
random bytes that the trace of the post keeps for a day, so that one who sends the same
post twice is led to the same receipt.
"""

import hashlib
import hmac
import re
import secrets

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
LETTERS = 16
BITS_OF_A_LETTER = 5

# What readers write for another letter when they copy the receipt by hand.
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})

WRITTEN = re.compile(
    rf"(?<![0-9A-Za-z])(?:[{ALPHABET}]{{4}}-){{3}}[{ALPHABET}]{{4}}(?![0-9A-Za-z])",
    re.IGNORECASE | re.ASCII,
)

# What stands where a receipt stands in an address, however it was typed.
IN_AN_ADDRESS = re.compile(r"(/inlagg/)[^/?#\"'<>\r\n]+")


def new_seed() -> bytes:
    """Random bytes that a receipt is made of."""
    return secrets.token_bytes(16)


def receipt_from(seed: bytes) -> str:
    """Return the receipt that belongs to *seed*, in four groups of four.

    >>> receipt_from(b"0123456789abcdef") == receipt_from(b"0123456789abcdef")
    True
    """
    key = settings.SECRET_KEY.encode()
    digest = hmac.digest(key, b"receipt" + seed, "sha256")
    number = int.from_bytes(digest[:10], "big")
    letters = [
        ALPHABET[number >> (BITS_OF_A_LETTER * place) & 31] for place in range(LETTERS)
    ]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, LETTERS, 4))


def normalised(receipt: str) -> str | None:
    """Return *receipt* as we write it, however it was typed; None if it is none.

    >>> normalised("abcd efgh jkmn pqrs")
    'ABCD-EFGH-JKMN-PQRS'
    >>> normalised("abcd") is None
    True
    """
    letters = re.sub(r"[\s-]", "", receipt[:60]).upper().translate(MISREAD)
    if len(letters) != LETTERS or not set(letters) <= set(ALPHABET):
        return None
    return "-".join(letters[at : at + 4] for at in range(0, LETTERS, 4))


def digest_of(receipt: str) -> str:
    """What is stored of *receipt*: with eighty random bits it needs no salt."""
    return hashlib.sha256(receipt.encode()).hexdigest()


def without_receipts(text: str) -> str:
    """Return *text* with every receipt in it crossed out, for logs.

    >>> without_receipts("GET /inlagg/ABCD-EFGH-JKMN-PQRS/")
    'GET /inlagg/****/'
    >>> without_receipts("Not Found: /inlagg/abcd efgh jkmn pqrs/e-post/")
    'Not Found: /inlagg/****/e-post/'
    """
    return IN_AN_ADDRESS.sub(r"\1****", WRITTEN.sub("****", text))
