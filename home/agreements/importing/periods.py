"""From which day to which an agreement holds."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from .notes import Notes
from .sentences import sentences
from .swedish_dates import DATE, DAY, MONTH_NAMES, as_date, find_date, month_number

_TO = (
    r"(?:\s*[-‐‑‒–—−/]\s*|\s+(?:till|fram\s+till)(?:\s+och\s+med)?\s+|"
    r"\s*t\.?\s?o\.?\s?m\.?\s+)"
)
_AND_TO = r"(?:\s*,?\s*(?:och|samt)\s+(?:fram\s+)?till(?:\s+och\s+med)?\s+)"
_YEARS = re.compile(
    rf"(?<![\d.-])(?P<first>(?:19|20)\d\d)(?:{_TO}|{_AND_TO})"
    r"(?P<last>(?:(?:19|20)\d\d)|\d\d)(?!\d|[.-]\d)",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?<![\d-]){DATE.format('a_')}(?:{_TO}|{_AND_TO})(?:den\s+)?{DATE.format('b_')}",
    re.IGNORECASE,
)
# “den 1 januari–31 december 2024”: the year stands only once.
_DAYS_OF_ONE_YEAR = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)\s+(?P<month>[a-z]{3,9})" + _TO
    + r"(?:den\s+)?(?P<end>[0-3]?\d\s+[a-z]{3,9}\s+(?P<year>(?:19|20)\d\d))",
    re.IGNORECASE,
)  # fmt: skip
_ONE_YEAR = re.compile(r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?!\d|[-/.]\d)")
_FROM = re.compile(
    r"\b(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från|sedan|med\s+start)\s+",
    re.IGNORECASE,
)
_SPEAKS_OF_THE_TERM = re.compile(
    r"\b(?:gäll\w*|löp\w*|sträck\w*|period\w*|avtalsperiod\w*|löftesperiod\w*|åren|"
    r"mandatperiod\w*|giltig\w*|omfatta\w*|överenskommelse\w*|samverkansöverenskommelse\w*|"
    r"kommit överens|enats|samverkansavtal\w*|avtalet|medborgarlöfte\w*|förny\w*|"
    r"teckna\w*)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_ANOTHER = re.compile(
    r"\b(?:tidigare|förra|föregående|förre|gamla|ersätt\w*|föregång\w*|undersökning\w*|"
    r"mätning\w*|trygghetsmätning\w*|statistik\w*|budget\w*|verksamhetsplan\w*)\b",
    re.IGNORECASE,
)
# “It holds 2024–2027 and replaces the former one of 2020.”
_ABOUT_THE_FORMER_ONE = re.compile(
    r"(?<=\S)\s*,?\s*\b(?:och|samt|som|den|vilken)?\s*ersätter\b.*$",
    re.IGNORECASE | re.DOTALL,
)
# “från mars 2023 till februari 2027”
_MONTHS = re.compile(
    rf"\b(?P<m1>{MONTH_NAMES})(?:\s+(?P<y1>(?:19|20)\d\d))?(?:{_TO}|{_AND_TO})"
    rf"(?P<m2>{MONTH_NAMES})\s+(?P<y2>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_FOR_SO_LONG = rf"\bi\s+(?P<number>{'|'.join(_NUMBERS)}|[1-9])\s+år\b"
_SINCE = (
    r"\b(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|med\s+(?:start|början))\s+"
    + DATE.format("")
)
# “i tre år från den 1 januari 2025”, “från den 1 januari 2025 och i tre år”
_YEARS_SINCE = re.compile(rf"{_FOR_SO_LONG},?\s+(?:räknat\s+)?{_SINCE}", re.IGNORECASE)
_SINCE_FOR_YEARS = re.compile(
    rf"{_SINCE},?\s+(?:och\s+)?(?:\w+\s+)?{_FOR_SO_LONG}", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:längst\s+)?(?:(?:fram\s+)?till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s+",
    re.IGNORECASE,
)
_LONGEST_IN_YEARS = 12


@dataclass(frozen=True)
class Period:
    """The first and the last day; ``None`` for one that is not told.

    ``days_are_assumed`` if the page only names years.
    """

    starts_on: date | None = None
    ends_on: date | None = None
    days_are_assumed: bool = False


@dataclass(frozen=True)
class _Candidate:
    period: Period
    words: str
    weight: int


def read_period(title: str, texts: list[str], notes: Notes) -> Period:
    """Return the period that *title* and *texts* tell of, the plainest words first."""
    in_title = _best(list(_candidates(title, weight=10)))
    in_text = _best(
        [
            candidate
            for text in texts
            for sentence in sentences(text)
            for candidate in _weighed(sentence)
        ]
    )
    chosen = _agreed(in_title, in_text, notes)
    if chosen is None:
        notes.doubt(_("No period was found. Fill in from when to when it holds."))
        return Period()
    _tell(chosen, notes)
    return chosen.period


def _agreed(
    in_title: _Candidate | None, in_text: _Candidate | None, notes: Notes
) -> _Candidate | None:
    """The more exact of the two if they agree; else that of the title."""
    if in_title is None or in_text is None:
        return in_title or in_text
    if _same_years(in_title.period, in_text.period):
        return in_title if in_text.period.days_are_assumed else in_text
    if in_text.weight >= 2:
        doubt = _(
            "The title says “%(title)s”, the text “%(text)s”. The period of the title "
            "is used."
        )
        notes.doubt(doubt % {"title": in_title.words, "text": in_text.words})
    return in_title


def _same_years(one: Period, other: Period) -> bool:
    return [day and day.year for day in (one.starts_on, one.ends_on)] == [
        day and day.year for day in (other.starts_on, other.ends_on)
    ]


def _tell(chosen: _Candidate, notes: Notes) -> None:
    period, words = chosen.period, chosen.words
    if period.days_are_assumed and period.starts_on and period.ends_on:
        doubt = _(
            "The page says “%(words)s”; that it holds from %(start)s to %(end)s is "
            "assumed."
        )
        notes.doubt(
            doubt % {"words": words, "start": period.starts_on, "end": period.ends_on}
        )
    elif period.starts_on is None:
        notes.doubt(
            _("The page says when it ends (“%(words)s”), but not when it begins.")
            % {"words": words}
        )
    elif period.ends_on is None:
        notes.doubt(
            _("The page says when it begins (“%(words)s”), but not when it ends.")
            % {"words": words}
        )


def _best(candidates: list[_Candidate]) -> _Candidate | None:
    plausible = [candidate for candidate in candidates if candidate.weight > 0]
    # max() keeps the first of equals: what stands first on the page counts most.
    return max(plausible, key=lambda candidate: candidate.weight, default=None)


def _weighed(sentence: str) -> Iterator[_Candidate]:
    sentence = _ABOUT_THE_FORMER_ONE.sub("", sentence)
    if _SPEAKS_OF_ANOTHER.search(sentence) and not re.search(
        r"\b(?:nya|nytt|ny|nu|nuvarande|förlängs|i stället|istället)\b", sentence, re.I
    ):
        return
    terms = {match[0].lower() for match in _SPEAKS_OF_THE_TERM.finditer(sentence)}
    if terms:
        yield from _candidates(sentence, weight=min(len(terms), 3))


def _candidates(text: str, *, weight: int) -> Iterator[_Candidate]:
    for pattern, period_of, more in _FORMS:
        for match in pattern.finditer(text):
            period = period_of(match)
            if period:
                yield _Candidate(period, match[0].strip(), weight + more)
    yield from _open_ended(text, weight=weight)
    yield from _only_the_end(text, weight=weight)
    yield from _single_years(text, weight=weight)


def _open_ended(text: str, *, weight: int) -> Iterator[_Candidate]:
    for match in _FROM.finditer(text):
        words = text[match.end() : match.end() + 30]
        start = find_date(words)
        if start and re.search(r"\b(?:gäll|löp|sträck|träd)\w*", text, re.IGNORECASE):
            period = Period(starts_on=start)
            shown = DAY.search(words)
            said = f"{match[0]}{shown[0] if shown else words}"
            yield _Candidate(period, said.strip(), weight)


def _only_the_end(text: str, *, weight: int) -> Iterator[_Candidate]:
    """The last day, where the words say of nothing else how long it holds."""
    if not re.search(r"\b(?:gäll|löp|sträck|giltig)\w*", text, re.IGNORECASE):
        return
    if find_date(_UNTIL.split(text)[0]):
        return
    for match in _UNTIL.finditer(text):
        shown = DAY.match(re.sub(r"^den\s+", "", text[match.end() :]))
        end = as_date(shown) if shown else None
        if shown and end:
            said = f"{match[0]}{shown[0]}"
            yield _Candidate(Period(ends_on=end), said.strip(), weight)


def _months(match: re.Match[str]) -> Period | None:
    """Whole months, from the first day to the last."""
    year = int(match["y2"])
    start = date(int(match["y1"] or year), month_number(match["m1"]), 1)
    month = month_number(match["m2"])
    end = date(year, month, monthrange(year, month)[1])
    found = _between(start, end)
    return replace(found, days_are_assumed=True) if found else None


def _so_many_years(match: re.Match[str]) -> Period | None:
    """Up to the day before the one on which as many years have passed."""
    start, number = as_date(match), match["number"].lower()
    if start is None:
        return None
    years = _NUMBERS.get(number) or int(number)
    end = date(start.year + years, start.month, 1) + timedelta(days=start.day - 2)
    found = _between(start, end)
    return replace(found, days_are_assumed=True) if found else None


def _single_years(text: str, *, weight: int) -> Iterator[_Candidate]:
    """One year, where the words say that it is the time for which something holds."""
    found = [match["year"] for match in _ONE_YEAR.finditer(text)]
    is_title = weight >= 10
    if len(set(found)) != 1 or _YEARS.search(text) or _DAYS.search(text):
        return
    says_so = re.search(
        r"\b(?:gäller|för(?: år)?|under|avser)\s+(?:år\s+)?(?:19|20)\d\d", text
    )
    period = _years(found[0], found[0])
    if period and (is_title or says_so) and not find_date(text):
        yield _Candidate(period, found[0], weight if is_title else 1)


def _days(match: re.Match[str]) -> Period | None:
    return _between(as_date(match, "a_"), as_date(match, "b_"))


def _days_of_one_year(match: re.Match[str]) -> Period | None:
    start = find_date(f"{match['day']} {match['month']} {match['year']}")
    return _between(start, find_date(match["end"]))


def _between(start: date | None, end: date | None) -> Period | None:
    if start is None or end is None or not start < end:
        return None
    is_plausible = end.year - start.year <= _LONGEST_IN_YEARS
    return Period(start, end) if is_plausible else None


def _years(first: str, last: str) -> Period | None:
    start = int(first)
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if not 0 <= end - start <= _LONGEST_IN_YEARS:
        return None
    return Period(date(start, 1, 1), date(end, 12, 31), days_are_assumed=True)


# The forms in which a page names both ends, and by how much they outdo other words.
_FORMS = [
    (_DAYS, _days, 3),
    (_DAYS_OF_ONE_YEAR, _days_of_one_year, 3),
    (_YEARS, lambda match: _years(match["first"], match["last"]), 2),
    (_MONTHS, _months, 2),
    (_YEARS_SINCE, _so_many_years, 2),
    (_SINCE_FOR_YEARS, _so_many_years, 2),
]
