"""What somebody said, and who: “– Det känns bra, säger Anna Ek, kommunpolis.”"""

import re
from dataclasses import dataclass, replace

from .names import NAME, PARTY_MARK, ROLE_WORD, as_role, names_in

_SAYS = (
    r"(?:säger|sade|sa|berättar|menar|konstaterar|understryker|betonar|förklarar|"
    r"kommenterar|tycker|fortsätter|avslutar|hälsar|uppger|framhåller|anser|påpekar|"
    r"tillägger|poängterar|summerar|skriver|lovar|intygar|utvecklar|resonerar)"
)
_DASH = re.compile(r"^(?:[–—−‒―]\s*|-\s+|-(?=[A-ZÅÄÖ]))")
_OPENING = re.compile(r"^[”“\"„»«]\s*")
_CLOSING = re.compile(r"\s*[”“\"»«]+$")
_ATTRIBUTION = re.compile(
    r"(?P<before>[,.!?…]?[”“\"»],?|[,.!?…])"
    rf"\s+{_SAYS}\s+(?P<who>[^.:!?]{{2,220}})(?P<end>[.:!?]|$)"
)
_ATTRIBUTION_FIRST = re.compile(
    rf"^(?P<who>[^.:!?”\"–]{{3,200}}?)\s+{_SAYS}\s*:\s*(?P<said>[–—”“\"»-].+)$",
    re.DOTALL,
)
_PRONOUN = re.compile(r"^(?:hon|han|hen|de)\b")
_NAMED = re.compile(rf"(?<![\w-])(?P<name>{NAME})(?![\w-])")
_SINGLE_NAME = re.compile(r"^(?P<role>[a-zåäö ]{0,60})(?P<name>[A-ZÅÄÖÉ][a-zåäöé-]+)$")
_CONTINUES = re.compile(
    rf"(?:,?\s+och\s+{_SAYS}|,?\s+(?:när|efter|i samband|med anledning|på frågan)\b).*$"
)
_PLACE_BEFORE_NAME = re.compile(
    r"\b(?:i|på|vid|för|inom|lokalpolisområde|polisområde|LPO)\s+$"
)


@dataclass(frozen=True)
class Said:
    """Words that somebody said.

    ``speaker_role`` is what stands beside the name. ``is_earlier_speaker`` if the page
    only says “she”, “he” or one name of somebody who has spoken before. ``goes_on`` if
    the next paragraph holds more of what was said.
    """

    text: str
    speaker_name: str = ""
    speaker_role: str = ""
    is_earlier_speaker: bool = False
    goes_on: bool = False


def read_quote(text: str) -> Said | None:
    """Return the quote that the paragraph *text* is, or None if it is none.

    >>> read_quote("– Det känns bra, säger kommunchefen Anna Ek. Nu börjar vi.")
    Said(text='Det känns bra. Nu börjar vi.', speaker_name='Anna Ek', \
speaker_role='kommunchef', is_earlier_speaker=False, goes_on=False)
    """
    words = text.replace("\n", " ").strip()
    first = _ATTRIBUTION_FIRST.match(words)
    if first:
        said = _bare(first["said"])
        return _said_by(said, first["who"]) if said else None
    begins = _DASH.match(words) or _OPENING.match(words)
    if begins is None:
        return None
    words = words[begins.end() :].strip()
    return _with_attribution(words) or _without(words, begins[0])


def _with_attribution(words: str) -> Said | None:
    match = _ATTRIBUTION.search(words)
    while match:
        who = match["who"]
        if _PRONOUN.match(who) or speaker(who)[0]:
            rest = words[match.end() :].strip()
            said = _said_by(_put_together(words[: match.start()], match, rest), who)
            return replace(said, goes_on=match["end"] == ":" and not rest)
        # “…, säger många, men det vänder nu, säger Anna Ek”: the second one counts.
        match = _ATTRIBUTION.search(words, match.start("who"))
    return None


def _put_together(before: str, match: re.Match[str], rest: str) -> str:
    """The words on both sides of “, says somebody”, as sentences of their own."""
    mark = match["before"].strip('”“"», ')
    said = _bare(before) + (
        mark or ("" if before.rstrip('”"»').endswith(("!", "?", "…")) else ".")
    )
    if match["end"] == ":":  # “says Anna and goes on:”
        rest = re.sub(r"^[–—-]\s*", "", rest)
    rest = _bare(rest)
    return f"{said} {rest}".strip()


def _bare(words: str) -> str:
    """*words* without the dash or the quotation marks around them."""
    words = _DASH.sub("", words.strip())
    return _CLOSING.sub("", _OPENING.sub("", words)).rstrip(" ,")


def _without(words: str, opening: str) -> Said | None:
    """A quote that names nobody: only a long dash and whole sentences tell."""
    is_long_dash = opening.strip() in "–—−‒―"
    is_marked = bool(_CLOSING.search(words)) and not is_long_dash and opening[0] != "-"
    is_sentence = (
        len(words) >= 15 and words[0].isupper() and words.rstrip('”"»')[-1] in ".!?…"
    )
    if is_sentence and (is_long_dash or is_marked):
        return Said(text=_bare(words))
    return None


def _said_by(said: str, who: str) -> Said:
    if _PRONOUN.match(who):
        return Said(text=said, is_earlier_speaker=True)
    name, role = speaker(who)
    if name and " " not in name:
        return Said(said, name, role, is_earlier_speaker=True)
    return Said(said, name, role)


def bare_quote(text: str) -> str:
    """The words of *text* if it begins as a quote does; else nothing."""
    begins = _DASH.match(text) or _OPENING.match(text)
    return _bare(text) if begins else ""


def says_somebody(text: str) -> bool:
    """True for a paragraph with “, says somebody” in it."""
    return any(
        names_in(match["who"]) or _PRONOUN.match(match["who"])
        for match in _ATTRIBUTION.finditer(text)
    )


def speaker(who: str) -> tuple[str, str]:
    """Return name and role out of *who*.

    >>> speaker("Louise Ek som är chef för lokalpolisområde Näsby")
    ('Louise Ek', 'chef för lokalpolisområde Näsby')
    >>> speaker("Åsa Ek (M), kommunstyrelsens ordförande, Näsby kommun")
    ('Åsa Ek', 'kommunstyrelsens ordförande, Näsby kommun (M)')
    """
    core = _core(who)
    named = _last_name_before_comma(core)
    if named is None:
        single = _SINGLE_NAME.match(core)
        return (single["name"], as_role(single["role"])) if single else ("", "")
    start, name = named
    before, after = core[:start], core[start + len(name) :]
    mark = re.match(rf"\s*({PARTY_MARK})", after)
    if mark:
        after = after[mark.end() :]
    role = _role_after(after) or as_role(before)
    return name, f"{role} {mark[1]}".strip() if mark else role


def _core(who: str) -> str:
    return _CONTINUES.sub("", who).strip(' ,.”"»')


def _last_name_before_comma(core: str) -> tuple[int, str] | None:
    """Where the name begins: after a title and perhaps the place that goes with it."""
    head = re.split(r",|\(|\s+som\s", core, maxsplit=1)[0]
    matches = list(_NAMED.finditer(head))
    if not matches:
        return None
    match = matches[-1]
    start, name = match.start(), match["name"]
    words = name.split()
    if _PLACE_BEFORE_NAME.search(head[:start]) and len(words) > 2:
        start += len(words[0]) + 1
        name = name[len(words[0]) + 1 :]
    elif len(words) > 2 and ROLE_WORD.fullmatch(words[0]):
        # “Kommunpolis Anna Ek”: the title stands first, with a capital letter.
        start += len(words[0]) + 1
        name = name[len(words[0]) + 1 :]
    return start, name


def _role_after(after: str) -> str:
    after = re.sub(r"^\s*,?\s*(?:som är\s|som\s|\()?\s*", "", after)
    return as_role(after.replace(")", "").replace("(", ""))
