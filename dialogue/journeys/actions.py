"""What senders do by their receipt."""

from datetime import datetime

from django.db import IntegrityError, transaction

from ..actions import reviewing
from ..actions.addresses import change_wish, forget_address
from ..actions.errors import NotPossible
from ..models import Appeal, Contribution, SenderAddress


@transaction.atomic
def withdraw(contribution: Contribution) -> None:
    """Take *contribution* back; its sender hears no more of it. Raises NotPossible."""
    reviewing.withdraw(contribution)
    forget_address(contribution)


@transaction.atomic
def ask_again(contribution: Contribution, *, text: str, now: datetime) -> Appeal:
    """Ask for a new look at the latest decision. Raises NotPossible.

    An address that was to go soon stays until there is an answer.
    """
    try:
        appeal = reviewing.appeal(contribution, text=text)
    except IntegrityError:
        # The same press of the button, come twice at once.
        raise NotPossible from None
    kept = SenderAddress.objects.filter(contribution=contribution).first()
    if kept is not None:
        change_wish(contribution, wish=kept.wish, now=now)
    return appeal
