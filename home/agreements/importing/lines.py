"""Lines of text that a narrow window or an old editor broke in two."""

import re

_ENDS = re.compile(r"[.!?:;…][\"”’»)]*$")
_BEGINS_SMALL = re.compile(r"^[a-zåäöé(]")
# “o” is what a hollow bullet becomes when it is copied out of Word.
BULLET = re.compile(r"^(?:[•·▪◦‣●○■□∙*➢✓]|\uf0b7|o(?=\s{2,}|\t))\s*(?=\S)")
DASH = re.compile(r"^[-–—−]\s*(?=\S)")
NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\S)")


def goes_on(line: str, following: str, *, is_wrapped: bool = False) -> bool:
    """True if *following* is the rest of the sentence that *line* begins.

    With *is_wrapped*, all lines around were broken at the same width, so that a capital
    letter may well stand in the middle of a sentence.

    >>> goes_on("Kommunen och polisen har", "kommit överens.")
    True
    >>> goes_on("Trafiksäkerhet", "Våld i nära relation")
    False
    """
    if not line or not following or _ENDS.search(line):
        return False
    if line.endswith((",", " och", " eller", " med", " för", " av", " i", " till")):
        return True
    return bool(_BEGINS_SMALL.match(following)) or is_wrapped


def begins_an_item(line: str) -> bool:
    """True for a line that a bullet, a number or a dash sets apart."""
    return any(sign.match(line) for sign in (BULLET, DASH, NUMBER))


def put_together(line: str, following: str) -> str:
    """The two parts of a sentence, and of a word that was divided between them.

    >>> put_together("Styrgruppen och lokalpolisområdes-", "chefen möts.")
    'Styrgruppen och lokalpolisområdeschefen möts.'
    >>> put_together("Det gäller trafik-", "och skolfrågor.")
    'Det gäller trafik- och skolfrågor.'
    """
    if not is_divided(line, following):
        return f"{line} {following}"
    keeps_hyphen = _ENDS_IN_CAPITALS.search(line)
    return f"{line if keeps_hyphen else line.rstrip('-‐')}{following}"


def is_divided(line: str, following: str) -> bool:
    """True if *line* ends in the middle of a word that *following* goes on with."""
    if not _ENDS_IN_A_WORD.search(line) or not _BEGINS_SMALL.match(following):
        return False
    if following.startswith("samt") and _ENDS_BEFORE_SAMT.search(line):
        return True
    return _JOINS_WORDS.match(following) is None


_ENDS_IN_A_WORD = re.compile(r"[a-zåäöéA-ZÅÄÖ][-‐]$")
_ENDS_IN_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,}[-‐]$")
_JOINS_WORDS = re.compile(r"(?:och|eller|samt|resp(?:ektive)?|till|som|men)\b")
# “gemen-samt”, not “trafik- samt”
_ENDS_BEFORE_SAMT = re.compile(r"\b(?:gemen|lång|verk|våld|spar)[-‐]$", re.IGNORECASE)


def are_wrapped(lines: list[str]) -> bool:
    """True if *lines* look broken at one width: all but the last are about as long."""
    if len(lines) < 2:
        return False
    full = [len(line) for line in lines[:-1]]
    longest = max(full)
    return 55 <= longest <= 110 and min(full) >= longest * 0.72
