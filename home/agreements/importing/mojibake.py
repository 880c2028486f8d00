"""Swedish letters that were read in the wrong encoding once: “Ã¶” where “ö” stood."""

import re

# What windows-1252 makes of the bytes that begin and continue a letter in UTF-8.
_LEAD = "ÂÃâ"
_TAIL = (
    "".join(
        bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0xC0)
    ).replace("�", "")
    + "\x81\x8d\x8f\x90\x9d"
)
_SPOILT = re.compile(f"[{_LEAD}][{re.escape(_TAIL)}]{{1,2}}")


def mend(text: str) -> tuple[str, int]:
    """Return *text* with its spoilt letters mended, and how many they were.

    >>> mend("BromÃ¶lla â€“ Ã¥r fÃ¶r Ã¥r")
    ('Bromölla – år för år', 5)
    >>> mend("Ålands Âgren")
    ('Ålands Âgren', 0)
    """
    return _SPOILT.subn(_mended, text) if _is_spoilt(text) else (text, 0)


def _is_spoilt(text: str) -> bool:
    return any(_mended(match) != match[0] for match in _SPOILT.finditer(text))


def _mended(match: re.Match[str]) -> str:
    """The letter that the two or three signs stand for; themselves if they are none."""
    signs = match[0]
    for length in (len(signs), 2):
        try:
            return _as_bytes(signs[:length]).decode("utf-8") + signs[length:]
        except UnicodeError:
            continue
    return signs


def _as_bytes(signs: str) -> bytes:
    return b"".join(
        sign.encode("latin-1") if ord(sign) < 0xA0 else sign.encode("cp1252")
        for sign in signs
    )
