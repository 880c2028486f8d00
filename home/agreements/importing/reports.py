"""What is told to the person who runs an import, line by line."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .actions import Imported, Outcome
from .notes import LeftOut
from .pictures import shortened
from .pieces import BulletList, Heading, Paragraph, Picture, Piece, Quote
from .understanding import Understanding

WIDTH = 100


def report_of_reading(understanding: Understanding) -> list[str]:
    """What was understood of the page, what was assumed, and what was left out."""
    return [
        _("Understood"),
        *_facts(understanding),
        "",
        _("Text, piece by piece"),
        *(f"  {_piece(piece)}" for piece in understanding.body),
        *_section(_("Assumed or unclear"), understanding.doubts),
        *_section(_("Left out, and why"), map(_left_out, understanding.left_out)),
    ]


def report_of_import(imported: Imported, *, address: str, is_trial: bool) -> list[str]:
    """What was made of it, and where it is to be found."""
    told = imported.told
    lines = ["", _outcome(imported.outcome, is_trial=is_trial)]
    if imported.page.pk and not (is_trial and imported.outcome == Outcome.MADE):
        lines.append(f"  {address}")
    if imported.outcome in LEFT_ALONE:
        lines += ["  " + _("Run it again with --update to make a new draft of it.")]
    return [
        *lines,
        *_section(_("Made"), told.made),
        *_section(_("Used, since they were there"), told.used),
        *_section(_("Left for you to do"), told.to_do),
    ]


LEFT_ALONE = {Outcome.EDITED, Outcome.PUBLISHED, Outcome.FOREIGN}


def _outcome(outcome: Outcome, *, is_trial: bool) -> str:
    if is_trial:
        return _("A trial run, nothing was written. It would be so: %(outcome)s.") % {
            "outcome": outcome.label
        }
    return _("Result: %(outcome)s.") % {"outcome": outcome.label}


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    listed = [f"  - {line}" for line in lines]
    return ["", heading, *listed] if listed else []


def _facts(understanding: Understanding) -> Iterator[str]:
    nothing = _("not found")
    parties = [
        f"{party.name} ({party.district})" if party.district else party.name
        for party in understanding.parties
    ]
    facts = [
        (_("Title"), understanding.title),
        (_("Introduction"), understanding.introduction),
        (_("Period"), _period(understanding)),
        (_("Parties"), ", ".join(parties)),
        (_("Forums"), ", ".join(forum.name for forum in understanding.forums)),
        (_("Places"), ", ".join(understanding.places)),
        (_("Agreements elsewhere"), _related(understanding)),
        (_("Documents"), ", ".join(run.text for run in understanding.documents)),
        (_("Last updated"), _day(understanding.updated_on)),
        (_("Published"), _day(understanding.published_on)),
    ]
    for label, value in facts:
        yield f"  {label}: {value or nothing}"
    number = len(understanding.focus_areas)
    yield "  " + _("Focus areas: %(number)d") % {"number": number}
    for area in understanding.focus_areas:
        yield f"    - {area}"


def _related(understanding: Understanding) -> str:
    return ", ".join(agreement.municipality for agreement in understanding.related)


def _day(day: object) -> str:
    return str(day) if day else ""


def _period(understanding: Understanding) -> str:
    period = understanding.period
    if period.starts_on is None and period.ends_on is None:
        return ""
    days = f"{period.starts_on or ''} – {period.ends_on or ''}".strip()
    if not period.days_are_assumed:
        return days
    return _("%(days)s (the days are assumed)") % {"days": days}


def _piece(piece: Piece) -> str:
    if isinstance(piece, Heading):
        return _("Heading: %(words)s") % {"words": piece.text}
    if isinstance(piece, Paragraph):
        return _("Paragraph: %(words)s") % {"words": _short(piece.text)}
    if isinstance(piece, BulletList):
        number = len(piece.items)
        words = ngettext("List of %(number)d item", "List of %(number)d items", number)
        return words % {"number": number}
    if isinstance(piece, Quote):
        speaker = ", ".join(filter(None, [piece.speaker_name, piece.speaker_role]))
        values = {"who": speaker or _("nobody named"), "words": _short(piece.text)}
        return _("Quote (%(who)s): %(words)s") % values
    return _picture(piece)


def _picture(picture: Picture) -> str:
    shown = picture.caption or picture.alt or picture.src or _("without any words")
    values = {
        "words": _short(shown),
        "photographer": picture.photographer or _("photographer not known"),
    }
    return _("Picture: %(words)s (%(photographer)s)") % values


def _left_out(entry: LeftOut) -> str:
    return f"{entry.reason.label}: {_short(entry.text)}"


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), length=WIDTH)
