"""Signs that cannot be seen, and other small differences that must not matter."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000\r\n\f\v]+")


def tidied(text: str) -> str:
    """*text* with single spaces, å in one sign, and nothing that cannot be seen.

    >>> tidied("Sam\u00adverkan\u00a0 med po\u200blisen")
    'Samverkan med polisen'
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _CONTROL.sub("", _SPACES.sub(" ", text))


def folded(text: str) -> str:
    """*text* for comparing: small letters, no signs at its ends, one kind of dash.

    >>> folded(" Samverkan 2021 – 2024: ") == folded("samverkan 2021-2024")
    True
    """
    text = re.sub(r"\s*[-‐‑‒–—−]\s*", "-", tidied(text).casefold())
    return text.strip(" .,:;!?*|·•»«>\"”'")
