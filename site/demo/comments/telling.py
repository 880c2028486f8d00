"""How a comment of the demo is written here, and how it goes its whole way.

Every step is taken by the action that staff and residents use, dated back.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from dialogue.access import schedule_of
from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Kind, Opening, Review, Verdict
from dialogue.models import Appeal, Contribution, Notice, Report, Thread
from dialogue.receipts import digest_of, receipt_from
from home.models import Area

from ..library import key_of
from ..stage import Stage

NO_WORDS = Line()
MODERATOR, ANOTHER = "granskare", "granskare2"


@dataclass(frozen=True)
class Step(ABC):
    """Something done with a comment.

    after  how many days after the comment came
    by     the account that does it
    """

    after: float = 0.1
    by: str = MODERATOR

    @abstractmethod
    def take(self, comment: Contribution, stage: Stage) -> None:
        """Do it."""

    def line(self, comment: Contribution, stage: Stage, words: Line = NO_WORDS) -> Line:
        """The line of the record with *words*, dated back."""
        at = min(comment.received_at + timedelta(days=self.after), timezone.now())
        return replace(words, by=stage.who(self.by), at=at)


@dataclass(frozen=True)
class Publish(Step):
    """Let everybody read it."""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Publish."""
        reviewing.publish(comment, self.line(comment, stage))


@dataclass(frozen=True)
class Mask(Step):
    """Publish it with some words covered."""

    words: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Cover the words wherever they stand first."""
        start = comment.text.index(self.words)
        reviewing.publish_masked(
            comment,
            self.line(comment, stage),
            spans=[(start, start + len(self.words))],
        )


@dataclass(frozen=True)
class Decline(Step):
    """Do not publish it."""

    reason: str = ""
    told: str = ""
    referred_to: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Decline, with words to the sender."""
        reviewing.decline(
            comment,
            self.line(
                comment,
                stage,
                Line(reason=self.reason, told=self.told, referred_to=self.referred_to),
            ),
        )


@dataclass(frozen=True)
class Hide(Step):
    """Take it away again."""

    reason: str = ""
    case_number: str = ""
    police_report_number: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Hide, which seals a snapshot."""
        reviewing.hide(
            comment,
            self.line(
                comment,
                stage,
                Line(
                    reason=self.reason,
                    case_number=self.case_number,
                    police_report_number=self.police_report_number,
                ),
            ),
        )


@dataclass(frozen=True)
class Flag(Step):
    """A reader reports it."""

    reason: str = ""
    text: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Leave a report that waits."""
        Report.objects.create(
            contribution=comment,
            reason=self.reason,
            text=self.text,
            receipt_digest=digest_of(receipt_of(f"report {comment.pk}")),
            received_at=self.line(comment, stage).moment,
        )


@dataclass(frozen=True)
class Answer(Step):
    """An organisation answers."""

    text: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Answer for the organisation of whoever writes."""
        organisation = stage.who(self.by).organisation
        assert organisation is not None  # noqa: S101 - every account has one
        answering.answer(
            comment,
            self.line(comment, stage),
            text=self.text,
            organisation=organisation,
        )


@dataclass(frozen=True)
class Assign(Step):
    """The police, or others, are asked to answer."""

    to: str = "polis"

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Ask the organisation of the account *to*."""
        organisation = stage.who(self.to).organisation
        assert organisation is not None  # noqa: S101 - every account has one
        answering.assign(comment, self.line(comment, stage), to=organisation)


@dataclass(frozen=True)
class Forward(Step):
    """It is sent on to where it belongs."""

    to: str = ""
    address: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Send it on."""
        answering.forward(
            comment,
            self.line(comment, stage, Line(referred_to=self.to)),
            address=self.address,
        )


@dataclass(frozen=True)
class Escalate(Step):
    """Somebody wants a second opinion."""

    note: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Pass it on."""
        reviewing.escalate(comment, self.line(comment, stage, Line(note=self.note)))


@dataclass(frozen=True)
class Withdraw(Step):
    """Its sender takes it back."""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Withdraw, as nobody of the staff."""
        at = self.line(comment, stage).moment
        reviewing.withdraw(comment, Line(at=at))


@dataclass(frozen=True)
class AskAgain(Step):
    """Its sender wants somebody else to look."""

    text: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Appeal against the latest decision."""
        appeal = reviewing.appeal(comment, text=self.text)
        at = self.line(comment, stage).moment
        Appeal.objects.filter(pk=appeal.pk).update(received_at=at)


@dataclass(frozen=True)
class LookAgain(Step):
    """Another moderator has looked."""

    by: str = ANOTHER
    agreed: bool = True
    told: str = ""

    def take(self, comment: Contribution, stage: Stage) -> None:
        """Answer the appeal."""
        appeal = comment.appeals.get(verdict=Verdict.WAITING)
        line = self.line(comment, stage, Line(told=self.told))
        reviewing.decide_appeal(appeal, line, agreed=self.agreed)


@dataclass(frozen=True)
class Comment:
    """What somebody wrote, and what became of it.

    name      what the demo calls it; its receipt follows from that
    page      the demo's name of the page it stands on
    days_old  how many days before loading it came
    replies   what others wrote beneath it
    area      of a question to the area officers: the slug of the area it is about
    """

    name: str
    page: str
    text: str
    days_old: float
    author: str = ""
    steps: tuple[Step, ...] = ()
    language: str = "sv"
    is_private: bool = False
    marks: tuple[str, ...] = ()
    replies: tuple["Comment", ...] = field(default=())
    area: str = ""


def receipt_of(name: str) -> str:
    """The receipt of what the demo calls *name*; another in every installation."""
    return receipt_from(f"demo {name}".encode())


def tell(comment: Comment, stage: Stage, parent: Contribution | None = None) -> None:
    """Store *comment* as it came and take its steps, one after the other."""
    page = Page.objects.get(
        translation_key=key_of(comment.page), locale__language_code="sv"
    )
    municipality = stage.maker.municipality
    thread, _is_new = Thread.objects.get_or_create(
        translation_key=page.translation_key, defaults={"municipality": municipality}
    )
    received = stage.moment(comment.days_old)
    stored = Contribution.objects.create(
        municipality=municipality,
        kind=Kind.QUESTION if comment.area else Kind.COMMENT,
        area=_area(comment, stage),
        asked=stage.who("polis").organisation if comment.area else None,
        page=page,
        page_title=page.title,
        page_address=page.get_url() or "/",
        thread=thread,
        parent=parent,
        text=comment.text,
        author_name=comment.author,
        language=comment.language,
        notice=_notice(),
        marks=list(comment.marks),
        receipt_digest=digest_of(receipt_of(comment.name)),
        received_at=received,
        due_at=schedule_of(municipality.site_id).due_at(received, within_days=1),
        review=Review.PRIVATE if comment.is_private else Review.WAITING,
    )
    for step in comment.steps:
        step.take(stored, stage)
        stored.refresh_from_db()
    for reply in comment.replies:
        tell(reply, stage, parent=stored)


def _area(comment: Comment, stage: Stage) -> Area | None:
    """The area that a question is about."""
    areas = Area.objects.filter(municipality=stage.maker.municipality)
    return areas.filter(slug=comment.area).first()


def close(page: str, *, because: str, on: datetime) -> None:
    """Close the thread of the page that the demo calls *page*."""
    Thread.objects.filter(translation_key=key_of(page)).update(
        opening=Opening.CLOSED, closed_on=on.date(), closed_because=because
    )


def _notice() -> Notice:
    """The words that the demo's senders are said to have read."""
    words = "Bromölla kommun ansvarar för tjänsten. Det du skriver är allmän handling."
    notice, _is_new = Notice.objects.get_or_create(
        digest=digest_of(words), defaults={"words": words, "language": "sv"}
    )
    return notice


def all_names(comments: Sequence[Comment]) -> list[str]:
    """The names of *comments* and of the replies to them."""
    return [
        name
        for comment in comments
        for name in (comment.name, *all_names(comment.replies))
    ]
