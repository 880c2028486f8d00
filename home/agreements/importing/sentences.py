"""Swedish sentences."""

import re

_END = re.compile(r"(?<=[.!?…])[\"”’)]{0,2}\s+(?=[\"”–—-]?\s?[A-ZÅÄÖÉ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?\s?a|m\.?m|kl|ca|dvs|s\.?k|t\.?o\.?m|fr\.?o\.?m|nr|tf|st|jan|feb|"
    r"mar|apr|jun|jul|aug|sept?|okt|nov|dec|f\.?d|resp|inkl|exkl|dnr|tel|max|min|bl)|"
    r"\b[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """Split *text* where sentences end, not at abbreviations.

    >>> sentences("Det gäller t.ex. Näsum. Vi ses kl. 18!")
    ['Det gäller t.ex. Näsum.', 'Vi ses kl. 18!']
    """
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        part = text[start : end.start()]
        if _ABBREVIATION.search(part[-8:]):
            continue
        found.append((part + text[end.start() : end.end()].rstrip()).strip())
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found
