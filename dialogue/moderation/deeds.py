"""Everything that can be done with a contribution: by whom, when, how.

One table; lists, pages, keyboard and bulk all read it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialogue.actions import answering, reviewing
from dialogue.choices import ANSWERABLE, READABLE, Review
from dialogue.models import ReviewDecision
from dialogue.permissions import may_answer, may_moderate, may_register
from dialogue.reasons import SEALED_UNSEEN
from home.accounts.models import User

from . import answer_forms, forms
from .items import Item
from .offices import offices_of

Form = forms.DeedForm


@dataclass(frozen=True)
class Deed:
    """One thing that can be done.

    slug   its word in addresses
    label  what its button says
    done   what is told when it has been done
    form   what it asks for
    may    whether somebody may do it at all
    fits   whether it can be done as things stand
    do     does it; gives the line of the record where that can be taken back
    key    the single key that does it
    """

    slug: str
    label: Promise
    done: Promise
    form: type[Form]
    may: Callable[[User, Item], bool]
    fits: Callable[[Item], bool]
    do: Callable[[Item, Form], Any]
    key: str = ""
    is_grave: bool = False

    @property
    def is_common(self) -> bool:
        """Whether lists show it beside the item."""
        return self.slug in IN_LISTS

    @property
    def is_quick(self) -> bool:
        """Whether one press is enough: it asks for nothing."""
        return self.slug == "publicera"


def _moderates(user: User, item: Item) -> bool:
    return may_moderate(user, item.contribution.municipality_id)


def _answers(user: User, item: Item) -> bool:
    return may_answer(user, item.contribution)


def _takes_back(user: User, item: Item) -> bool:
    """Each organisation its own answers; whoever reviews answers for what is shown."""
    is_own = item.contribution.organisation_id == user.organisation_id
    return _moderates(user, item) or (is_own and _answers(user, item))


def _registers(user: User, item: Item) -> bool:
    return may_register(user, item.contribution.municipality_id)


def _moderates_or_registers(user: User, item: Item) -> bool:
    return _moderates(user, item) or _registers(user, item)


def _stands(*states: str) -> Callable[[Item], bool]:
    """Whether a resident's contribution is in one of *states*."""
    return lambda item: (
        not item.contribution.is_answer and item.contribution.review in states
    )


def _awaits_review(item: Item) -> bool:
    return item.contribution.awaits_review


def _can_be_restored(item: Item) -> bool:
    return (
        _stands(Review.HIDDEN, Review.DECLINED)(item)
        and item.appeal is None
        and not _is_sealed_unseen(item)
    )


def _is_sealed_unseen(item: Item) -> bool:
    return any(line.reason in SEALED_UNSEEN for line in item.decisions)


def _is_current(item: Item) -> bool:
    """Whether what is appealed still stands as it was decided."""
    appeal = item.appeal
    return appeal is not None and (
        item.contribution.review == appeal.decision.review_after
    )


def _uphold(item: Item, form: Form) -> object:
    return reviewing.decide_appeal(item.the_appeal, form.line(), agreed=True)


def _reject(item: Item, form: Form) -> object:
    return reviewing.decide_appeal(item.the_appeal, form.line(), agreed=False)


def _mask(item: Item, form: Form) -> ReviewDecision:
    spans = form.cleaned_data["spans"]
    return reviewing.publish_masked(item.contribution, form.line(), spans=spans)


def _answer(item: Item, form: Form) -> object:
    organisation = form.user.organisation
    if organisation is None:
        raise answering.NotPossible
    return answering.answer(
        item.contribution,
        form.line(),
        text=form.cleaned_data["text"],
        organisation=organisation,
    )


def _forward(item: Item, form: Form) -> object:
    line = form.line()
    offices = offices_of(item.contribution.municipality.site_id)
    address = {one.name: one.address for one in offices}[form.cleaned_data["office"]]
    return answering.forward(item.contribution, line, address=address)


def _assign(item: Item, form: Form) -> object:
    to = form.cleaned_data["to"]
    return answering.assign(item.contribution, form.line(), to=to)


def _handle(item: Item, form: Form) -> object:
    handling = form.cleaned_data["handling"]
    return reviewing.note_handling(item.contribution, form.line(), handling=handling)


def _by(action: Callable) -> Callable[[Item, Form], Any]:
    """A deed that takes nothing but its line of the record."""
    return lambda item, form: action(item.contribution, form.line())


DEEDS: tuple[Deed, ...] = (
    Deed(
        "bifall",
        _("Agree with the appeal"),
        _("Published: the decision does not stand any more."),
        forms.AppealForm,
        _moderates,
        _is_current,
        _uphold,
    ),
    Deed(
        "avsla",
        _("Do not agree with the appeal"),
        _("The decision stands, and its sender is told."),
        forms.AppealForm,
        _moderates,
        lambda item: item.appeal is not None,
        _reject,
    ),
    Deed(
        "publicera",
        _("Publish"),
        _("Published."),
        forms.NoteForm,
        _moderates,
        _awaits_review,
        _by(reviewing.publish),
        key="p",
    ),
    Deed(
        "maskera",
        _("Publish masked"),
        _("Published with something masked."),
        forms.MaskForm,
        _moderates,
        _stands(Review.WAITING, Review.PUBLISHED),
        _mask,
        key="m",
    ),
    Deed(
        "avboj",
        _("Do not publish"),
        _("Not published."),
        forms.TakeAwayForm,
        _moderates,
        _stands(Review.WAITING),
        _by(reviewing.decline),
        key="a",
        is_grave=True,
    ),
    Deed(
        "behall",
        _("Keep it"),
        _("It stays, and those who flagged it are told."),
        forms.KeepForm,
        _moderates,
        lambda item: bool(item.reports),
        _by(reviewing.keep),
        key="b",
    ),
    Deed(
        "dolj",
        _("Remove"),
        _("Removed from the site."),
        forms.TakeAwayForm,
        _moderates,
        _stands(*READABLE),
        _by(reviewing.hide),
        key="a",
        is_grave=True,
    ),
    Deed(
        "aterstall",
        _("Publish again"),
        _("Published again."),
        forms.NoteForm,
        _moderates,
        _can_be_restored,
        _by(reviewing.restore),
    ),
    Deed(
        "svara",
        _("Answer"),
        _("Answered."),
        answer_forms.AnswerForm,
        _answers,
        _stands(*ANSWERABLE),
        _answer,
        key="s",
    ),
    Deed(
        "ta-tillbaka-svaret",
        _("Take the answer back"),
        _("The answer is no longer shown."),
        answer_forms.TakeBackForm,
        _takes_back,
        lambda item: item.contribution.is_answer and item.contribution.is_readable,
        _by(answering.take_back_answer),
        is_grave=True,
    ),
    Deed(
        "eskalera",
        _("Ask for a second opinion"),
        _("It lies among the escalated."),
        forms.NoteForm,
        _moderates,
        lambda item: (
            not item.contribution.is_answer and not item.contribution.is_escalated
        ),
        _by(reviewing.escalate),
        key="e",
    ),
    Deed(
        "avsluta-eskalering",
        _("End the second opinion"),
        _("It is no longer escalated."),
        forms.NoteForm,
        _moderates,
        lambda item: item.contribution.is_escalated,
        _by(reviewing.settle),
    ),
    Deed(
        "fraga",
        _("Ask somebody to answer"),
        _("It waits for an answer."),
        forms.AssignForm,
        _moderates,
        lambda item: (
            item.contribution.answered_at is None
            and _stands(Review.WAITING, *ANSWERABLE)(item)
        ),
        _assign,
    ),
    Deed(
        "vidarebefordra",
        _("Forward"),
        _("It will be sent on."),
        forms.ForwardForm,
        _moderates,
        lambda item: not item.contribution.is_answer and bool(item.contribution.text),
        _forward,
    ),
    Deed(
        "diariefor",
        _("Register as a case"),
        _("The case number is noted."),
        forms.RegisterForm,
        _moderates_or_registers,
        lambda item: not item.contribution.is_answer,
        _by(answering.register),
    ),
    Deed(
        "utfall",
        _("Write what came of it"),
        _("What came of it is noted."),
        forms.HandleForm,
        _moderates,
        _stands(*ANSWERABLE),
        _handle,
    ),
)

BY_SLUG: Mapping[str, Deed] = {deed.slug: deed for deed in DEEDS}

# What is done most often; the rest stands on the item's own page.
IN_LISTS = (
    "bifall",
    "avsla",
    "publicera",
    "maskera",
    "avboj",
    "behall",
    "dolj",
    "svara",
)

# What may be done with many at once: with one reason, and taken back at once.
IN_BULK = ("publicera", "avboj", "dolj")


def offered(user: User, item: Item) -> list[Deed]:
    """What *user* can do with *item* as it stands.

    Nobody is offered to decide about an own decision.
    """
    found = [deed for deed in DEEDS if deed.fits(item) and deed.may(user, item)]
    if item.is_own_appeal(user):
        return [deed for deed in found if deed.slug not in ("bifall", "avsla")]
    return found
