from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from home.models import Municipality

from ..choices import Wish
from .contributions import Contribution
from .decisions import ReviewDecision


class SenderAddress(models.Model):
    """A sender's e-mail address, kept apart from the contribution and sealed.

    Beneath the seal lie the address and the receipt that mails lead to. Removed by
    ``tick`` on ``remove_on``: 30 days after the last promised mail, and at most 24
    months after it came.
    """

    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="sender_address"
    )
    sealed = models.BinaryField()
    wish = models.CharField(max_length=10, choices=Wish, default=Wish.DECISION)
    remove_on = models.DateField(db_index=True)

    class Meta:
        verbose_name = _("sender's address")
        verbose_name_plural = _("senders' addresses")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.contribution_id}"


class Notification(models.Model):
    """A mail that has been promised, and whether it has gone.

    Written in the same transaction as what it tells of; ``tick`` sends it.
    """

    class Kind(models.TextChoices):
        """Whom it is for, and what it tells."""

        DECIDED = "decided", _("To the sender: it has been reviewed")
        ANSWERED = "answered", _("To the sender: there is an answer")
        OUTCOME = "outcome", _("To the sender: what came of it")
        APPEAL_DECIDED = "appeal_decided", _("To the sender: it was looked at again")
        FORWARDED = "forwarded", _("To those it was forwarded to")
        DESK = "desk", _("To moderators: something waits")

    TO_SENDERS = (Kind.DECIDED, Kind.ANSWERED, Kind.OUTCOME, Kind.APPEAL_DECIDED)

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, related_name="notifications"
    )
    decision = models.ForeignKey(
        ReviewDecision, on_delete=models.PROTECT, null=True, related_name="+"
    )
    address = models.EmailField(
        blank=True, help_text="Of an office; a resident's is in SenderAddress alone."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["pk"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["id"], condition=Q(sent_at__isnull=True), name="mail_to_send"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
