"""What each mail says: plain words, in the language of the page that was written on.

The subject tells nothing of what was written, and no mail repeats it; the receipt that
it leads to does. Only the office that is to do something about it reads the text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.sealing import unseal

from ..actions.addresses import last_day
from ..choices import Review, Wish
from ..models import Contribution, Notification, ReviewDecision, SenderAddress
from .headings import heading_of_decision
from .timeline import TEXTS, facts_of

# No other machine is to answer it, such as one that says that somebody is on holiday.
BY_A_MACHINE = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}

DESK = f"{settings.ADMIN_PREFIX}granskning/"

Kind = Notification.Kind


@dataclass(frozen=True)
class Words:
    """What a letter tells: its subject, and the paragraphs after the greeting."""

    subject: str
    paragraphs: tuple[str, ...]


def letter_for(notification: Notification, *, now: datetime) -> EmailMessage | None:
    """Return the mail that *notification* promises; None if it is not to go any more.

    Raises sealing.CannotOpen if the address was sealed with a key that is gone.
    """
    if notification.kind in Notification.TO_SENDERS:
        return _to_sender(notification, now)
    if notification.kind == Kind.FORWARDED:
        return _to_office(notification)
    return _to_moderator(notification)


def _to_sender(notification: Notification, now: datetime) -> EmailMessage | None:
    sent = notification.contribution
    kept = SenderAddress.objects.filter(contribution=sent).first()
    if sent is None or kept is None or sent.review == Review.WITHDRAWN:
        return None
    if notification.kind == Kind.OUTCOME and kept.wish != Wish.OUTCOME:
        return None
    beneath = unseal(kept.sealed)
    with translation.override(_language_of(sent)):
        words = WORDS[Kind(notification.kind)](notification)
        context = {
            "paragraphs": words.paragraphs,
            "receipt": _address(notification, "receipt", beneath["receipt"]),
            "stop": _address(notification, "remove_address", beneath["receipt"]),
            "last_day": last_day(sent, kept.wish, now),
            "site": _name_of_site(notification),
        }
        return _letter("to_sender", words.subject, context, beneath["email"])


def _decided(notification: Notification) -> Words:
    decision = notification.decision
    subject = _("We have read what you sent")
    if decision is None:
        return Words(subject, ())
    heading = heading_of_decision(decision)
    told = [decision.told] if decision.told else []
    lines = [heading.lead] if decision.reason else []
    return Words(
        subject, (heading.title + ".", *lines, *list(facts_of(decision))[1:], *told)
    )


def _answered(notification: Notification) -> Words:
    text = _("There is an answer to what you sent. You read it at your receipt.")
    return Words(_("You have an answer"), (text,))


def _came_of_it(notification: Notification) -> Words:
    decision = notification.decision
    lines: list[str] = []
    if decision is not None:
        lines = [f"{_what(decision)}.", *facts_of(decision)]
        lines += [decision.told] if decision.told else []
    return Words(_("Something has come of what you sent"), tuple(lines))


def _what(decision: ReviewDecision) -> str:
    is_outcome = decision.handling_after != decision.handling_before
    if is_outcome:
        return str(decision.get_handling_after_display())
    return str(decision.get_step_display())


def _looked_again(notification: Notification) -> Words:
    decision = notification.decision
    lines: list[str] = []
    if decision is not None:
        lines = [str(TEXTS[decision.step])]
        lines += [decision.told] if decision.told else []
    return Words(_("We have looked at it again"), tuple(lines))


WORDS: dict[str, Callable[[Notification], Words]] = {
    Kind.DECIDED: _decided,
    Kind.ANSWERED: _answered,
    Kind.OUTCOME: _came_of_it,
    Kind.APPEAL_DECIDED: _looked_again,
}


def _to_office(notification: Notification) -> EmailMessage | None:
    """The text, the page and the day, for those who can do something about it.

    Never who sent it: an office that needs to ask does so by our answer.
    """
    sent = notification.contribution
    if sent is None or not sent.text or sent.review == Review.WITHDRAWN:
        return None
    root = notification.municipality.site.root_url
    with translation.override(settings.LANGUAGE_CODE):
        reference = _("%(site)s %(number)s") % {
            "site": _name_of_site(notification),
            "number": sent.pk,
        }
        subject = _("Forwarded to you: %(reference)s") % {"reference": reference}
        context = {
            "sent": sent,
            "page": f"{root}{sent.page_address}",
            "reference": reference,
            "decision": notification.decision,
            "site": _name_of_site(notification),
        }
        return _letter("to_office", subject, context, notification.address)


def _to_moderator(notification: Notification) -> EmailMessage | None:
    """How much waits, and since when; nothing of what it says."""
    waiting = Contribution.objects.filter(municipality=notification.municipality_id)
    to_read = waiting.to_read().count()
    counts = {
        "flagged": waiting.flagged().count(),
        "appealed": waiting.appealed().count(),
        "escalated": waiting.escalated().count(),
    }
    number = to_read + sum(counts.values())
    if not number or not notification.address:
        return None
    oldest = waiting.to_read().order_by("received_at").first()
    with translation.override(settings.LANGUAGE_CODE):
        subject = ngettext(
            "%(number)s thing waits at %(site)s",
            "%(number)s things wait at %(site)s",
            number,
        ) % {"number": number, "site": _name_of_site(notification)}
        context = {
            "to_read": to_read,
            "oldest": oldest,
            "desk": settings.WAGTAILADMIN_BASE_URL.rstrip("/") + DESK,
            "site": _name_of_site(notification),
            **counts,
        }
        return _letter("to_moderator", subject, context, notification.address)


def _letter(template: str, subject: str, context: dict, to: str) -> EmailMessage:
    body = render_to_string(f"dialogue/journeys/mails/{template}.txt", context)
    return EmailMessage(subject, body.strip() + "\n", to=[to], headers=BY_A_MACHINE)


def _language_of(sent: Contribution) -> str:
    """The language of the page, if we have words in it."""
    known = {code for code, _name in settings.LANGUAGES}
    return sent.language if sent.language in known else settings.LANGUAGE_CODE


def _address(notification: Notification, name: str, receipt: str) -> str:
    root = notification.municipality.site.root_url
    return root + reverse(f"dialogue:{name}", args=[receipt])


def _name_of_site(notification: Notification) -> str:
    site = notification.municipality.site
    return site.site_name or notification.municipality.name
