"""How a pledge goes, in words: first the sentence, then picture and colour."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from .choices import (
    Direction,
    MeasureKind,
    MeasureStatus,
    Period,
    Standing,
    Trend,
)

# From so many days on, silence is worth a word.
LONG_SILENCE = 60


def in_words(number: int) -> str:
    """Return *number* as it is read aloud, up to twelve; above that in figures."""
    words = [
        pgettext("number", "none"),
        pgettext("number", "one"),
        pgettext("number", "two"),
        pgettext("number", "three"),
        pgettext("number", "four"),
        pgettext("number", "five"),
        pgettext("number", "six"),
        pgettext("number", "seven"),
        pgettext("number", "eight"),
        pgettext("number", "nine"),
        pgettext("number", "ten"),
        pgettext("number", "eleven"),
        pgettext("number", "twelve"),
    ]
    return words[number] if 0 <= number < len(words) else number_format(number)


def listed(parts: Sequence[str]) -> str:
    """Return *parts* as one enumeration: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return gettext("%(these)s and %(last)s") % {
        "these": ", ".join(parts[:-1]),
        "last": parts[-1],
    }


def sentence(words: str) -> str:
    """Return *words* with a capital letter first and a full stop last."""
    words = words.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?" else ".")


# --- Measures -------------------------------------------------------------------------


def of_measures(statuses: Iterable[MeasureStatus]) -> str:
    """Return how many measures are done, under way and late, as one sentence."""
    number = Counter(statuses)
    number[MeasureStatus.ONGOING] += number.pop(MeasureStatus.RECURRING, 0)
    total, done = number.total(), number[MeasureStatus.DONE]
    if not total:
        return gettext("The measures are being planned.")
    if done == total:
        return _all_done(total)
    first = ngettext(
        "%(number)s of %(all)s measures is done",
        "%(number)s of %(all)s measures are done",
        max(done, 1),
    ) % {"number": in_words(done), "all": in_words(total)}
    return sentence(listed([first, *_the_others(number)]))


def _all_done(total: int) -> str:
    if total == 1:
        return gettext("The only measure is done.")
    return gettext("All %(number)s measures are done.") % {"number": in_words(total)}


def _the_others(number: Counter) -> list[str]:
    """What the measures that are not done do, each kind with its number."""
    said = {
        MeasureStatus.ONGOING: ngettext(
            "%(number)s is under way",
            "%(number)s are under way",
            number[MeasureStatus.ONGOING],
        ),
        MeasureStatus.LATE: ngettext(
            "%(number)s is late", "%(number)s are late", number[MeasureStatus.LATE]
        ),
        MeasureStatus.PAUSED: ngettext(
            "%(number)s is paused",
            "%(number)s are paused",
            number[MeasureStatus.PAUSED],
        ),
        MeasureStatus.PLANNED: ngettext(
            "%(number)s has not begun",
            "%(number)s have not begun",
            number[MeasureStatus.PLANNED],
        ),
        MeasureStatus.UNFINISHED: ngettext(
            "%(number)s was never finished",
            "%(number)s were never finished",
            number[MeasureStatus.UNFINISHED],
        ),
        MeasureStatus.CANCELLED: ngettext(
            "%(number)s was cancelled",
            "%(number)s were cancelled",
            number[MeasureStatus.CANCELLED],
        ),
    }
    return [
        words % {"number": in_words(number[status])}
        for status, words in said.items()
        if number[status]
    ]


def late_measures(number: int) -> str:
    """Return that so many measures are late, to stand beside the pledge's status."""
    return ngettext(
        "%(number)s measure is late", "%(number)s measures are late", number
    ) % {"number": number_format(number)}


def unit_of(number: int, one: str, many: str) -> str:
    """Return what *number* of a measure are called; times, where nobody has said."""
    if one or many:
        return (one if number == 1 else many) or one or many
    return ngettext("time", "times", number)


def progress(done: int, target: int | None, one: str = "", many: str = "") -> str:
    """Return how far a counted measure has come: 7 of 12 checks done.

    >>> progress(7, 12, "check", "checks")
    '7 of 12 checks done'
    """
    if target is None:
        return gettext("%(done)s %(unit)s so far") % {
            "done": number_format(done),
            "unit": unit_of(done, one, many),
        }
    return ngettext(
        "%(done)s of %(target)s %(unit)s done",
        "%(done)s of %(target)s %(unit)s done",
        target,
    ) % {
        "done": number_format(done),
        "target": number_format(target),
        "unit": unit_of(target, one, many),
    }


def rate(target: int, period: str, one: str = "", many: str = "") -> str:
    """Return how often something is promised: at least 3 patrols a week."""
    return gettext("at least %(number)s %(unit)s %(period)s") % {
        "number": number_format(target),
        "unit": unit_of(target, one, many),
        "period": Period(period).label,
    }


def heading_of_count(kind: str) -> str:
    """Return what stands where other measures have a count."""
    return {
        MeasureKind.STANDING: gettext("When it is needed"),
        MeasureKind.MILESTONE: gettext("To be made ready"),
        MeasureKind.QUALITATIVE: gettext("Cannot be counted"),
    }.get(MeasureKind(kind), "")


# --- Pledges --------------------------------------------------------------------------


def of_pledges(standings: Sequence[Standing]) -> str:
    """Return how many pledges there are and how they stand, as two sentences.

    >>> of_pledges([Standing.KEPT, Standing.NOT_KEPT])
    'Two pledges. One is kept and one is not kept.'
    """
    total = len(standings)
    if not total:
        return ""
    number = ngettext("%(number)s pledge", "%(number)s pledges", total)
    said = [words % {"number": in_words(n)} for n, words in _standing(standings) if n]
    first = number % {"number": in_words(total)}
    return " ".join([sentence(first), sentence(listed(said))])


def _standing(standings: Sequence[Standing]) -> list[tuple[int, str]]:
    """How many pledges stand how, with the words for that."""
    number = Counter(standings)
    going = sum(number[one] for one in (Standing.ACTIVE, Standing.LATE))
    late, paused = number[Standing.LATE], number[Standing.PAUSED]
    decided, unassessed = number[Standing.DECIDED], number[Standing.UNASSESSED]
    kept, partly = number[Standing.KEPT], number[Standing.PARTLY_KEPT]
    broken = number[Standing.NOT_KEPT]
    return [
        (
            going,
            ngettext(
                "%(number)s pledge is under way",
                "%(number)s pledges are under way",
                going,
            ),
        ),
        (
            late,
            npgettext(
                "of these",
                "%(number)s of them partly late",
                "%(number)s of them partly late",
                late,
            ),
        ),
        (
            paused,
            ngettext(
                "%(number)s pledge is paused", "%(number)s pledges are paused", paused
            ),
        ),
        (
            decided,
            ngettext(
                "%(number)s pledge has not begun",
                "%(number)s pledges have not begun",
                decided,
            ),
        ),
        (kept, ngettext("%(number)s is kept", "%(number)s are kept", kept)),
        (
            partly,
            ngettext("%(number)s is partly kept", "%(number)s are partly kept", partly),
        ),
        (
            broken,
            ngettext("%(number)s is not kept", "%(number)s are not kept", broken),
        ),
        (
            unassessed,
            ngettext(
                "%(number)s has ended and is not assessed yet",
                "%(number)s have ended and are not assessed yet",
                unassessed,
            ),
        ),
    ]


# --- Days -----------------------------------------------------------------------------


def day(on: date) -> str:
    """Return a day in full: 28 February 2027."""
    return date_format(on, "DATE_FORMAT")


def silence(days: int) -> str:
    """Return that nothing was told for long; nothing where that is not long."""
    if days < LONG_SILENCE:
        return ""
    return ngettext(
        "No update for %(days)s day", "No update for %(days)s days", days
    ) % {"days": number_format(days)}


def slack(first: date, new: date | None) -> str:
    """Return what the slack line shows, for those who do not see it."""
    if new is None:
        return gettext("The thread has been slack since the first date, %(first)s.") % {
            "first": day(first)
        }
    return gettext(
        "The thread is slack between the first date, %(first)s, and the new date, "
        "%(new)s."
    ) % {"first": day(first), "new": day(new)}


# --- Indicators -----------------------------------------------------------------------


def figure(value: Decimal) -> str:
    """Return a figure as it is written here, without zeros that say nothing."""
    plain = format(value.normalize(), "f")
    return number_format(plain, use_l10n=True)


def trend_of(
    baseline: Decimal, latest: Decimal, direction: str, margin: Decimal | None = None
) -> Trend:
    """Return where an indicator has gone; unsure where *margin* covers the difference.

    >>> trend_of(Decimal("3.2"), Decimal("2.9"), Direction.DOWN).value
    'better'
    >>> trend_of(Decimal(54), Decimal(57), Direction.UP, Decimal(7)).value
    'unsure'
    """
    difference = latest - baseline
    if not difference:
        return Trend.SAME
    if margin is not None and abs(difference) <= margin:
        return Trend.UNSURE
    is_lower = difference < 0
    return Trend.BETTER if is_lower == (direction == Direction.DOWN) else Trend.WORSE


def short_day(on: date) -> str:
    """Return a day for a narrow place: Sep 2026."""
    return date_format(on, "M Y")


def of_indicator(
    *,
    first: tuple[str, str] | None,
    latest: tuple[str, str] | None,
    goal: str,
    direction: str,
    trend: Trend | None,
    next_on: date | None = None,
) -> str:
    """Return what the picture of an indicator shows, as sentences.

    first, latest  a value and when it was measured, both in words
    """
    said = [_first_and_latest(first, latest)] if first else []
    if trend is not None:
        said.append(sentence(str(Trend(trend).label)))
    elif next_on is not None:
        said.append(gettext("Measured next on %(day)s.") % {"day": day(next_on)})
    if goal:
        said.append(gettext("The goal is %(goal)s.") % {"goal": goal})
    said.append(sentence(str(Direction(direction).label)))
    return " ".join(said)


# As long as a sentence may be beside a thread.
BESIDE_A_THREAD = 140


def first_sentence(text: str) -> str:
    """Return the first sentence of *text*, cut where it is too long for a list.

    >>> first_sentence("2 of 5 walks were made. Staff left.")
    '2 of 5 walks were made.'
    """
    first = re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]
    return Truncator(first).chars(BESIDE_A_THREAD)


def _first_and_latest(first: tuple[str, str], latest: tuple[str, str] | None) -> str:
    """From 3.2 (2025, before) to 2.9 (2026), as a sentence."""
    values = [
        gettext("%(value)s (%(when)s)") % {"value": value, "when": when}
        for value, when in filter(None, (first, latest))
    ]
    if len(values) == 1:
        return sentence(values[0])
    words = gettext("From %(first)s to %(latest)s.")
    return words % {"first": values[0], "latest": values[1]}
