"""Finds personal identity numbers and coordination numbers, however they are written.

A number is taken for one if its date and its check digit are right and its digits are
grouped as people group them, unless the words around it say that it is something else;
and if a word says that it is one, even with a wrong check digit or, if the check digit
is right, in any groups.
Source: folkbokföringslag (1991:481), 18 §; lag (2022:1697) om samordningsnummer.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from personnummer import personnummer

from .finding import Finding, Kind
from .reading import Digits, Reading
from .surroundings import Surroundings

MOST_GROUPS = 12
CENTURIES = {"18", "19", "20"}
DAYS_OF_COORDINATION = 60
# Between the groups of one number: nothing but spaces around signs; forms of browsers
# end a line with two characters.
JOINER = re.compile(
    r" {0,3}[-+._/'*~]{0,2} {0,3}| {0,2}-\n{1,2} {0,2}| {0,2}\n{1,2}- {0,2}"
)
# The same, if a word says that they are one number.
LOOSE_JOINER = re.compile(r"(?:[^\w\n]|_){0,6}\n{0,2}[^\w\n]{0,2}")
PLAIN_FORMS = {(6, 4), (8, 4), (2, 2, 2, 4), (4, 2, 2, 4)}  # digits in each group
# A letter takes the place of a digit until the person has a number of their own; the
# check digit is counted as if the letter were 1.
PROVISIONAL = re.compile(
    r"(?<!\d)(?P<day>(?:18|19|20)?\d{6})[-+ ]?[TRSUWXJKLMN](?P<rest>\d{3})(?!\d)"
)
LAST_FOUR_APART = re.compile(
    r"(?<!\d)(?P<day>(?:18|19|20)?\d\d(?:[-/. ]?\d\d){2})(?!\d)\D{1,30}"
    r"(?:sista\W4|4\Wsista|sista|fyra)\D{1,20}(?P<rest>\d{4})(?!\d)",
    re.IGNORECASE,
)


class Candidate:
    """Groups of digits that are as many as those of an identity number."""

    def __init__(self, groups: Sequence[Digits]) -> None:
        self.groups = groups
        self.digits = "".join(group.text for group in groups)
        self.sizes = tuple(len(group.text) for group in groups)
        self.joiners = [group.joiner.strip(" ") for group in groups[1:]]
        self.start, self.end = groups[0].start, groups[-1].end
        self.is_loose = False  # whether only a word can tell that it is one

    @property
    def is_in_one(self) -> bool:
        """Whether nothing stands between the digits."""
        return len(self.groups) == 1

    @property
    def is_written_as_one(self) -> bool:
        """Whether it is written as the register writes it, 850102-9816."""
        return self.sizes in {(6, 4), (8, 4)} and self.joiners[-1][:1] in {"-", "+"}

    @property
    def is_grouped_as_one(self) -> bool:
        """Whether its groups are day and last four, or parts of these."""
        if self.is_in_one or self.sizes in {(2, 8), (2, 10), (4, 6), (4, 8)}:
            return True
        ends = {sum(self.sizes[:count]) for count in range(len(self.sizes))}
        return len(self.digits) - 4 in ends

    @property
    def stands_alone_in_its_form(self) -> bool:
        """Whether it may be told from its neighbours: the last four are apart."""
        return self.is_in_one or self.sizes in PLAIN_FORMS

    @property
    def looks_like_a_phone_number(self) -> bool:
        """Whether it is grouped as a phone number and begins like one."""
        first = self.groups[0].text
        if len(self.digits) != 10 or not self.digits.startswith("0"):
            return False
        if self.is_in_one:
            return self.digits.startswith("070")
        return self.sizes[0] in {3, 4} or first == "08" or self.sizes == (2, 2, 2, 2, 2)

    @property
    def ends_with_hours(self) -> bool:
        """Whether its last four are written as a time of day, 18.30."""
        return (
            self.sizes[-2:] == (2, 2)
            and self.joiners[-1] == "."
            and self.joiners[-2:-1] != ["."]
            and int(self.digits[-4:-2]) < 24
        )

    def is_a_day_and_hours(self, today: date) -> bool:
        """Whether it tells when something is or was: 2026-05-12 1830."""
        first, second, last = (*self.joiners, "", "", "")[:3]
        if self.sizes != (4, 2, 2, 4) or first != second or last:
            return False
        hours, minutes = int(self.digits[-4:-2]), int(self.digits[-2:])
        is_near = abs(int(self.digits[:4]) - today.year) <= 2
        return is_near and hours < 24 and minutes < 60


def find_identity_numbers(reading: Reading, *, today: date) -> list[Finding]:
    """Return the identity and coordination numbers of *reading*, in their order."""
    found: list[Finding] = []
    taken = 0
    for candidate in _candidates(reading.digits()):
        if candidate.start < taken:
            continue
        if _is_one(candidate, reading.text, today):
            kind = _kind_of(candidate.digits)
            found.append(reading.finding(kind, candidate.start, candidate.end))
            taken = candidate.end
    found += [*_apart(reading), *_provisional(reading)]
    return sorted(found, key=lambda one: one.start)


def _candidates(groups: list[Digits]) -> Iterator[Candidate]:
    """Yield runs of groups that may be numbers of persons.

    Of those that begin together the well grouped come first, and of these the longer.
    """
    joined = _joins(groups, JOINER)
    joined_loosely = _joins(groups, LOOSE_JOINER)
    for first in range(len(groups)):
        loose = []
        for after in reversed(_ends(groups, joined_loosely, first)):
            candidate = Candidate(groups[first:after])
            is_free = not (joined[first] or joined[after])
            is_firm = candidate.is_grouped_as_one and all(joined[first + 1 : after])
            if is_firm and (is_free or candidate.stands_alone_in_its_form):
                yield candidate
            elif is_free:
                candidate.is_loose = True
                loose.append(candidate)
        yield from loose


def _joins(groups: list[Digits], joiner: re.Pattern[str]) -> list[bool]:
    """Return for each group whether it goes on from the one before; a last False."""
    joined = [bool(joiner.fullmatch(group.joiner)) for group in groups[1:]]
    return [False, *joined, False]


def _ends(groups: list[Digits], joined: list[bool], first: int) -> list[int]:
    """Return where runs of ten or twelve digits end that begin at the group *first*."""
    ends, count = [], 0
    for place in range(first, min(first + MOST_GROUPS, len(groups))):
        count += len(groups[place].text)
        if count > 12 or (place > first and not joined[place]):
            break
        if count in {10, 12}:
            ends.append(place + 1)
    return ends


def _is_one(candidate: Candidate, text: str, today: date) -> bool:
    digits = candidate.digits
    if not has_a_day(digits, today) or candidate.ends_with_hours:
        return False
    around = Surroundings(text, candidate.start, candidate.end)
    if candidate.is_loose:
        return around.name_identity and personnummer.valid(digits)
    if around.name_identity or (
        around.say_identity and not candidate.looks_like_a_phone_number
    ):
        return True
    if not personnummer.valid(digits) or not _joined_plausibly(candidate):
        return False
    if candidate.is_written_as_one:
        return not around.name_something_else
    return not (
        (around.say_something_else if candidate.is_in_one else around.begin_otherwise)
        or around.name_a_number
        or around.touch
        or candidate.looks_like_a_phone_number
        or (candidate.is_in_one and digits.startswith("0") and around.say_phone)
        or candidate.is_a_day_and_hours(today)
    )


def _joined_plausibly(candidate: Candidate) -> bool:
    """Tell coordinates apart: signs may differ before the last four alone."""
    birth: set[str] = set()
    last: set[str] = set()
    between = ""
    count = candidate.sizes[0]
    for size, joiner in zip(candidate.sizes[1:], candidate.joiners, strict=True):
        left = len(candidate.digits) - count
        if left == 4:
            between = joiner
        else:
            (birth if left > 4 else last).add(joiner)
        count += size
    is_date = candidate.sizes == (4, 2, 2, 4)
    is_of_decimals = "." in birth and not (between or is_date)
    return len(birth) <= 1 and len(last) <= 1 and not is_of_decimals


def has_a_day(digits: str, today: date) -> bool:
    """Whether *digits*, ten or twelve, begin with a day on which one can be born."""
    if len(digits) == 12 and digits[:2] not in CENTURIES:
        return False
    year, month, day = digits[-10:-8], int(digits[-8:-6]), int(digits[-6:-4])
    if day > DAYS_OF_COORDINATION:
        day -= DAYS_OF_COORDINATION
    centuries = [digits[:2]] if len(digits) == 12 else ["19", "20"]
    for century in centuries:
        try:
            born = date(int(century + year), month, day)
        except ValueError:
            continue
        if born <= today:
            return True
    return False


def _kind_of(digits: str) -> Kind:
    is_coordination = int(digits[-6:-4]) > DAYS_OF_COORDINATION
    return Kind.COORDINATION_NUMBER if is_coordination else Kind.IDENTITY_NUMBER


def _apart(reading: Reading) -> Iterator[Finding]:
    """Yield days that are followed, in words, by the last four."""
    for match in LAST_FOUR_APART.finditer(reading.text):
        digits = re.sub(r"\D", "", match["day"]) + match["rest"]
        if has_a_day(digits, date.max):
            yield reading.finding(_kind_of(digits), *match.span())


def _provisional(reading: Reading) -> Iterator[Finding]:
    """Yield numbers with a letter, such as health care gives."""
    for match in PROVISIONAL.finditer(reading.text):
        digits = f"{match['day']}1{match['rest']}"
        if personnummer.valid(digits):
            yield reading.finding(_kind_of(digits), *match.span())
