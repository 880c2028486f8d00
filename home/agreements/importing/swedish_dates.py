"""Dates as Swedish pages write them."""

import re
from datetime import date

MONTHS = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
    "september", "oktober", "november", "december",
]  # fmt: skip
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
}
_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))

MONTH_NAMES = "|".join(MONTHS)

DATE = (
    r"(?:(?P<{0}iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)"
    r"|(?:den\s+)?(?P<{0}day>[0-3]?\d)(?::?e)?\s+(?P<{0}month>" + _NAMES + r")\.?,?"
    r"\s+(?P<{0}year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<{0}day2>[0-3]?\d)[/.](?P<{0}month2>[01]?\d)[\s/.-]\s?"
    r"(?P<{0}year2>(?:19|20)\d\d)(?!\d)"
    r"|(?P<{0}year3>(?:19|20)\d\d)[/.](?P<{0}month3>[01]\d)[/.](?P<{0}day3>[0-3]\d)(?!\d))"
)
DAY = re.compile(r"(?<![\d-])" + DATE.format(""), re.IGNORECASE)


def month_number(name: str) -> int:
    """The number of the month called *name*.

    >>> month_number("Mars")
    3
    """
    return _MONTH_NUMBERS[name.lower()]


def find_date(text: str) -> date | None:
    """Return the first date in *text* that the calendar has.

    >>> find_date("Senast uppdaterad: den 8 april 2024")
    datetime.date(2024, 4, 8)
    >>> find_date("2023-02-17 16:18")
    datetime.date(2023, 2, 17)
    """
    for match in DAY.finditer(text):
        found = as_date(match)
        if found:
            return found
    return None


def as_date(match: re.Match[str], prefix: str = "") -> date | None:
    """The date that *match* of ``DATE`` found, or None if there is no such day."""
    part = {
        name.removeprefix(prefix): value
        for name, value in match.groupdict().items()
        if value and name.startswith(prefix)
    }
    try:
        if "iso" in part:
            return date.fromisoformat(part["iso"])
        if "month" in part:
            month = _MONTH_NUMBERS[part["month"].lower()]
            return date(int(part["year"]), month, int(part["day"]))
        for number in "23":
            if f"year{number}" in part:
                values = (part[f"{name}{number}"] for name in ("year", "month", "day"))
                return date(*map(int, values))
    except ValueError:
        return None
    return None
