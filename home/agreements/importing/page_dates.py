"""When the page says that it was published and last changed."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from .blocks import Page
from .notes import Notes
from .swedish_dates import DAY, find_date

_UPDATED = re.compile(
    r"\b(?:(?:sidan|sidans? innehåll|innehållet|artikeln|texten)\s+"
    r"(?:är\s+|blev\s+)?(?:senast\s+)?"
    r"|senast\s+)(?:uppdaterad(?:es)?|uppdaterat|ändrad(?:es)?|ändrat|"
    r"reviderad(?:es)?|granskad(?:es)?)\b"
    r"|\b(?:uppdaterad|uppdaterat|ändrad)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publicerad(?:es)?|publicerat|publiceringsdatum|skapad(?:es)?|upplagd)\b",
    re.IGNORECASE,
)
# Between the label and its date there is a colon, a weekday, an hour or a name at most.
_LABEL_REACHES = 40


@dataclass(frozen=True)
class PageDates:
    """``updated_on`` and ``published_on``, as far as the page tells."""

    updated_on: date | None = None
    published_on: date | None = None


def read_page_dates(page: Page, notes: Notes) -> PageDates:
    """Return the dates of the page itself, never those that its text speaks of."""
    updated = _labelled(page, _UPDATED)
    published = _labelled(page, _PUBLISHED)
    published_on = next((found.value for found in published if found.value), None)
    return PageDates(
        updated_on=_choose(updated, notes) or _from_the_head(page, updated, notes),
        published_on=published_on
        or find_date(page.published)
        or _bare_date(page, notes),
    )


def _bare_date(page: Page, notes: Notes) -> date | None:
    """A day on a line of its own, as news have it under their heading."""
    for block in page.blocks:
        if is_bare_date(block.text):
            value = find_date(block.text)
            doubt = _(
                "“%(words)s” stands alone; it is taken for the day of publication."
            )
            notes.doubt(doubt % {"words": block.text})
            return value
    return None


def is_bare_date(text: str) -> bool:
    """True for a line with a date, perhaps a weekday or an hour, and no more."""
    if len(text) > 40:
        return False
    match = DAY.search(text)
    rest = DAY.sub("", text) if match else text
    return match is not None and _ONLY_AN_HOUR.fullmatch(rest.strip(" ,.|")) is not None


_ONLY_AN_HOUR = re.compile(
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?[\s,]*(?:(?:kl\.?\s*)?\d\d[.:]\d\d)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Labelled:
    """A label that was found, and the date after it."""

    words: str
    value: date | None

    @property
    def plainness(self) -> int:
        """How plainly the label speaks of the page, from 0 to 3."""
        words = self.words.lower()
        return 2 * ("sid" in words) + ("senast" in words)


def _choose(found: list[_Labelled], notes: Notes) -> date | None:
    dated = [label for label in found if label.value]
    if not dated:
        return None
    plainest = max(label.plainness for label in dated)
    values = [label.value for label in dated if label.plainness == plainest]
    if len(set(values)) > 1:
        doubt = _(
            "Several last-updated dates stand on the page: %(dates)s. The last one is "
            "used."
        )
        listed = ", ".join(sorted({str(value) for value in values}))
        notes.doubt(doubt % {"dates": listed})
    return values[-1]


def _from_the_head(page: Page, shown: list[_Labelled], notes: Notes) -> date | None:
    """The date that the page gives to machines alone, if readers see none."""
    value = find_date(page.modified)
    if value:
        doubt = _(
            "Readers see no last-updated date on the page. The one in its head is "
            "used: %(date)s."
        )
        notes.doubt(doubt % {"date": value.isoformat()})
    elif shown:
        notes.doubt(
            _("“%(label)s” stands on the page, but no date after it.")
            % {"label": shown[0].words}
        )
    return value


def is_page_date(text: str) -> bool:
    """True for a short line that says when the page was changed or published."""
    if len(text) > 160:
        return False
    if is_bare_date(text):
        return True
    match = _UPDATED.search(text) or _PUBLISHED.search(text)
    if match is None or not _stands_as_label(text, match):
        return False
    rest = text[match.end() :]
    return find_date(rest[:_LABEL_REACHES]) is not None or len(rest.strip(" .:")) < 25


def _labelled(page: Page, label: re.Pattern[str]) -> list[_Labelled]:
    found = []
    for place, block in enumerate(page.blocks):
        match = label.search(block.text[:300])
        if match and _stands_as_label(block.text, match):
            value = find_date(block.text[match.end() : match.end() + _LABEL_REACHES])
            if value is None and not block.text[match.end() :].strip(" :"):
                value = _date_below(page, place)
            if value or is_page_date(block.text):
                found.append(_Labelled(words=match[0], value=value))
    return found


def _date_below(page: Page, place: int) -> date | None:
    """The date in the block under a label, if it holds little else."""
    below = page.blocks[place + 1 : place + 2]
    return find_date(below[0].text) if below and len(below[0].text) < 40 else None


def _stands_as_label(text: str, match: re.Match[str]) -> bool:
    """True unless the word stands in the middle of a sentence of the article."""
    before = text[: match.start()].strip(" |·•–-")
    return not before or (
        len(before) <= 80 and _MAY_STAND_BEFORE.search(before) is not None
    )


_MAY_STAND_BEFORE = re.compile(
    r"^(?:skriv ut|dela|lyssna|kommentera|nyhet|artikeln?|publicer\w+|skapad|"
    r"sidansvarig|ansvarig|sidan|av)\b.{0,70}$",
    re.IGNORECASE,
)
