"""Everything that can be done with a pledge: by whom, when, how. One table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.accounts.models import User
from pledges import actions
from pledges.choices import REVERSIBLE, EntryKind
from pledges.evidence import kept
from pledges.models import Indicator, LedgerEntry
from pledges.permissions import may_follow_up, may_report

from . import forms
from .subjects import Desk, MeasureAtDesk

Form = Any  # one of forms


@dataclass(frozen=True)
class Deed:
    """One thing that can be done.

    slug   its word in addresses
    label  what its button says
    form   what it asks for
    may    whether somebody may do it at all with this
    fits   whether it can be done as things stand
    do     does it: takes what it is about, the form and who does it
    """

    slug: str
    label: Promise
    form: type
    may: Callable[[User, Any], bool]
    fits: Callable[[Any], bool]
    do: Callable[[Any, Form, User], LedgerEntry]
    is_grave: bool = False


# --- With a measure -------------------------------------------------------------------


def _reports(user: User, about: MeasureAtDesk) -> bool:
    return may_report(user, about.desk.pledge, about.measure)


def _reports_or_follows(user: User, about: MeasureAtDesk) -> bool:
    return _reports(user, about) or may_follow_up(user, about.desk.pledge)


def _runs(about: MeasureAtDesk) -> bool:
    return about.desk.is_running and about.is_open


def _told(form: Form, beside: list) -> actions.Told:
    cleaned = form.cleaned_data
    return actions.Told(cleaned["text"], cleaned["area"], beside)


def _done(about: MeasureAtDesk, form: Form, by: User) -> LedgerEntry:
    pledge, measure = about.desk.pledge, about.measure
    shown = form.shown(measure.title)
    with kept(shown, municipality=pledge.municipality, by=by) as beside:
        return actions.report_done(
            pledge,
            measure,
            form.line(by),
            count=form.cleaned_data["count"],
            told=_told(form, beside),
        )


def _finish(about: MeasureAtDesk, form: Form, by: User) -> LedgerEntry:
    pledge, measure = about.desk.pledge, about.measure
    shown = form.shown(measure.title)
    with kept(shown, municipality=pledge.municipality, by=by) as beside:
        return actions.finish(pledge, measure, form.line(by), told=_told(form, beside))


def _delay(about: MeasureAtDesk, form: Form, by: User) -> LedgerEntry:
    return actions.delay(
        about.desk.pledge,
        about.measure,
        form.line(by),
        until=form.cleaned_data["until"],
        because=form.cleaned_data["because"],
    )


def _pause(about: MeasureAtDesk, form: Form, by: User) -> LedgerEntry:
    because = form.cleaned_data["because"]
    return actions.pause(
        about.desk.pledge, about.measure, form.line(by), because=because
    )


def _resume(about: MeasureAtDesk, form: Form, by: User) -> LedgerEntry:
    told = form.cleaned_data["told"]
    return actions.resume(about.desk.pledge, about.measure, form.line(by), told=told)


def _cancel(about: MeasureAtDesk, form: Form, by: User) -> LedgerEntry:
    because = form.cleaned_data["because"]
    return actions.cancel(
        about.desk.pledge, about.measure, form.line(by), because=because
    )


WITH_MEASURE = (
    Deed("genomford", _("Report done"), forms.DoneForm, _reports, _runs, _done),
    Deed(
        "klar",
        _("Finished"),
        forms.FinishForm,
        _reports,
        lambda about: (
            _runs(about) and not about.measure.is_counted and not about.is_finished
        ),
        _finish,
    ),
    Deed(
        "forsenad",
        _("Report a delay"),
        forms.DelayForm,
        _reports_or_follows,
        lambda about: _runs(about) and not about.is_finished,
        _delay,
    ),
    Deed(
        "pausa",
        _("Pause"),
        forms.ReasonForm,
        _reports_or_follows,
        lambda about: _runs(about) and not (about.is_paused or about.is_finished),
        _pause,
    ),
    Deed(
        "ateruppta",
        _("Resume"),
        forms.ResumeForm,
        _reports_or_follows,
        lambda about: _runs(about) and about.is_paused,
        _resume,
    ),
    Deed(
        "utgar",
        _("Cancel the measure"),
        forms.ReasonForm,
        _reports_or_follows,
        lambda about: _runs(about) and not about.is_finished,
        _cancel,
        is_grave=True,
    ),
)

# --- With the pledge as a whole -------------------------------------------------------


def _follows(user: User, about: Desk) -> bool:
    return may_follow_up(user, about.pledge)


def _follow_up(about: Desk, form: Form, by: User) -> LedgerEntry:
    cleaned = form.cleaned_data
    return actions.follow_up(
        about.pledge,
        form.line(by),
        told=cleaned["told"],
        planned_for=cleaned["planned_for"],
    )


def _pause_all(about: Desk, form: Form, by: User) -> LedgerEntry:
    because = form.cleaned_data["because"]
    return actions.pause(about.pledge, None, form.line(by), because=because)


def _resume_all(about: Desk, form: Form, by: User) -> LedgerEntry:
    told = form.cleaned_data["told"]
    return actions.resume(about.pledge, None, form.line(by), told=told)


def _end(about: Desk, form: Form, by: User) -> LedgerEntry:
    names = ("outcome", "motivation", "learned", "successor")
    assessment = actions.Assessment(**{name: form.cleaned_data[name] for name in names})
    return actions.end(about.pledge, form.line(by), assessment=assessment)


def _replace(about: Desk, form: Form, by: User) -> LedgerEntry:
    cleaned = form.cleaned_data
    return actions.link_successor(
        about.pledge,
        form.line(by),
        successor=cleaned["successor"],
        because=cleaned["because"],
    )


def _correct_text(about: Desk, form: Form, by: User) -> LedgerEntry:
    words = form.cleaned_data["words"]
    return actions.correct_text(about.pledge, form.line(by), words=words)


WITH_PLEDGE = (
    Deed(
        "uppfoljning",
        _("Follow up"),
        forms.FollowUpForm,
        _follows,
        lambda about: about.is_signed,
        _follow_up,
    ),
    Deed(
        "pausa",
        _("Pause the pledge"),
        forms.ReasonForm,
        _follows,
        lambda about: about.is_running and not about.state.is_paused,
        _pause_all,
    ),
    Deed(
        "ateruppta",
        _("Resume the pledge"),
        forms.ResumeForm,
        _follows,
        lambda about: about.is_running and about.state.is_paused,
        _resume_all,
    ),
    Deed(
        "avsluta",
        _("End the pledge"),
        forms.EndForm,
        _follows,
        lambda about: about.is_running,
        _end,
        is_grave=True,
    ),
    Deed(
        "ersatt",
        _("Link what replaces it"),
        forms.SuccessorForm,
        _follows,
        lambda about: about.state.is_assessed,
        _replace,
    ),
    Deed(
        "ratta-texten",
        _("Correct the text"),
        forms.TextForm,
        _follows,
        lambda about: about.is_signed,
        _correct_text,
    ),
)

# --- With an indicator, and with a line of the ledger ---------------------------------


@dataclass(frozen=True)
class IndicatorAtDesk:
    """An indicator of a pledge."""

    desk: Desk
    indicator: Indicator


@dataclass(frozen=True)
class EntryAtDesk:
    """A line of a pledge's ledger."""

    desk: Desk
    entry: LedgerEntry


def _read(about: IndicatorAtDesk, form: Form, by: User) -> LedgerEntry:
    names = ("value", "source", "margin", "answers")
    value = actions.Value(**{name: form.cleaned_data[name] for name in names})
    return actions.read_indicator(
        about.desk.pledge, about.indicator, form.line(by), reading=value
    )


def _correct(about: EntryAtDesk, form: Form, by: User) -> LedgerEntry:
    cleaned = form.cleaned_data
    return actions.correct(
        about.entry,
        form.line(by),
        because=cleaned["because"],
        count=cleaned["count"] if cleaned["how"] == form.COUNT else None,
        withdraws=cleaned["how"] == form.WITHDRAW,
    )


WITH_INDICATOR = (
    Deed(
        "avlasning",
        _("Enter a reading"),
        forms.ReadingForm,
        lambda user, about: may_follow_up(user, about.desk.pledge),
        lambda about: about.desk.is_signed,
        _read,
    ),
)
WITH_ENTRY = (
    Deed(
        "ratta",
        _("Correct"),
        forms.CorrectForm,
        lambda user, about: may_follow_up(user, about.desk.pledge),
        lambda about: (
            about.entry.kind in REVERSIBLE or about.entry.kind == EntryKind.UPDATE
        ),
        _correct,
    ),
)


def by_slug(deeds: tuple[Deed, ...]) -> Mapping[str, Deed]:
    """Return *deeds* by their words in addresses."""
    return {deed.slug: deed for deed in deeds}


def offered(deeds: tuple[Deed, ...], user: User, about: Any) -> list[Deed]:
    """Those of *deeds* that *user* can do with *about* as it stands."""
    return [deed for deed in deeds if deed.fits(about) and deed.may(user, about)]
