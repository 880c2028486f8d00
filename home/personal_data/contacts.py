"""Finds e-mail addresses and phone numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

from .finding import Finding, Kind
from .reading import Digits, Reading
from .surroundings import Surroundings

MOST_GROUPS = 7
MOST_DIGITS = 16  # with the plus
HERE = "SE"
AT = r"(?:@|\ ?[\[(]\ ?(?:at|@|snabel-?a)\ ?[\])]\ ?)"
DOT = r"(?:\.|\ ?[\[(]\ ?(?:punkt|dot|\.)\ ?[\])]\ ?)"
# Each part has a greatest length, so that a hostile text costs no more than its own.
EMAIL = re.compile(
    rf"[\w.+%-]{{1,64}}{AT}[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}}){{1,5}}", re.IGNORECASE
)
HOURS = re.compile(r"[012]\d\.?[0-5]\d ?- ?[012]\d\.?[0-5]\d")
END_OF_SENTENCE = re.compile(r"\.[A-ZÅÄÖ][a-zåäö]+$")
# Between the groups of one phone number; "(0)" stands after the country.
JOINER = re.compile(r"\)? {0,2}[-./]? {0,2}\(?|\) ?|-\n{1,2}")
PAIRS = re.compile(r"07(?: \d\d){4}(?! ?[\d-])")
# Who is reached here is an authority or a company, never a private person.
OF_NOBODY = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE,
}


def find_emails(reading: Reading, *, allowed: frozenset[str]) -> list[Finding]:
    """Return the e-mail addresses of *reading* that are not among *allowed*."""
    return [
        reading.finding(Kind.EMAIL, start, start + len(address))
        for start, address in _addresses(reading.text)
        if address.casefold() not in allowed
    ]


def _addresses(text: str) -> Iterator[tuple[int, str]]:
    for match in EMAIL.finditer(text):
        address = END_OF_SENTENCE.sub("", match[0])
        shorter = address.lstrip(".-+%")
        if shorter.rpartition(".")[2].isdigit():
            continue
        yield match.start() + len(address) - len(shorter), shorter


def find_phones(reading: Reading, *, allowed: frozenset[str]) -> list[Finding]:
    """Return the phone numbers of *reading* that are not among *allowed*."""
    groups = reading.digits()
    found, first = [], 0
    while first < len(groups):
        after, number = _longest_number(reading.text, groups, first)
        if number is None:
            first += 1
            continue
        start, end = _start_of(reading.text, groups[first].start), groups[after - 1].end
        first = after
        if _is_pointed_out(number, allowed) and not _is_something_else(
            reading.text, start, end
        ):
            found.append(reading.finding(Kind.PHONE, start, end))
    return found


def _longest_number(
    text: str, groups: list[Digits], first: int
) -> tuple[int, PhoneNumber | None]:
    """Return the longest phone number from the group *first* on, and where it ends."""
    written = "+" if _follows_plus(text, groups[first]) else ""
    best: tuple[int, PhoneNumber | None] = first, None
    if not (written or _may_begin(text, groups, first)):
        return best
    for last in range(first, min(first + MOST_GROUPS, len(groups))):
        group = groups[last]
        is_area = written in {"+46", "0046"}  # +46 8 465 004 00
        if last > first and not _joins(group, is_area=is_area):
            break
        written += "" if last > first and group.text == "0" else group.text
        if len(written) > MOST_DIGITS:
            break
        number = as_phone_number(written)
        if number is not None:
            best = last + 1, number
    return best


def _follows_plus(text: str, group: Digits) -> bool:
    return text[group.start - 1 : group.start] == "+"


def _may_begin(text: str, groups: list[Digits], first: int) -> bool:
    """Whether a phone number of this country may begin at the group *first*."""
    opening = groups[first].text
    if not opening.startswith("0") or (first and _continues(text, groups, first)):
        return False
    is_split = first + 1 < len(groups) and _joins(groups[first + 1])
    if is_split and len(opening) == 2 and opening not in {"00", "08"}:
        return bool(PAIRS.match(text, groups[first].start))
    return True


def _joins(group: Digits, *, is_area: bool = False) -> bool:
    is_long_enough = len(group.text) > 1 or group.text == "0" or is_area
    return is_long_enough and bool(JOINER.fullmatch(group.joiner))


def _continues(text: str, groups: list[Digits], first: int) -> bool:
    """Whether the digits go on from some that stand just before, as in 5000-0456-24."""
    joiner = groups[first].joiner
    if joiner == "," and len(groups[first - 1].text) > 3:
        return False
    return joiner in {"-", ".", ":", ",", "/"} or (
        text[groups[first].start - 1].isalpha()
        and groups[first].start - groups[first - 1].end == 1
    )


def _start_of(text: str, start: int) -> int:
    """Take a plus, and an opening bracket whose other half is within, along."""
    if text[start - 1 : start] == "+":
        start -= 1
    closes = text.find(")", start, start + 6)
    return start - 1 if text[start - 1 : start] == "(" and closes > 0 else start


def as_phone_number(written: str) -> PhoneNumber | None:
    """Return what *written* stands for, or nothing if nobody can have that number."""
    if written.startswith("00"):
        written = f"+{written[2:]}"
    try:
        number = phonenumbers.parse(written, HERE)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def is_mobile(number: str) -> bool:
    """Whether *number*, as somebody wrote it, is that of a mobile phone."""
    plain = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    parsed = as_phone_number(plain)
    return (
        parsed is not None
        and phonenumbers.number_type(parsed) == PhoneNumberType.MOBILE
    )


@lru_cache(maxsize=100)
def plain_form(number: str) -> str:
    """Return *number* as machines write it, +46980319200, or as it is.

    Kept in memory: for numbers that are nobody's own, such as a switchboard's.
    """
    parsed = as_phone_number(re.sub(r"[^\d+]", "", number.replace("(0)", "")))
    return _machine_form(parsed) if parsed else number


def _machine_form(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_pointed_out(number: PhoneNumber, allowed: frozenset[str]) -> bool:
    if phonenumbers.number_type(number) in OF_NOBODY:
        return False
    return _machine_form(number) not in allowed


def _is_something_else(text: str, start: int, end: int) -> bool:
    around = Surroundings(text, start, end)
    is_hours = HOURS.fullmatch(text, start, end) is not None
    return is_hours or around.name_something_else or around.touch
