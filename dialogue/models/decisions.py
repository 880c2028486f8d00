from datetime import timedelta
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import UNDOABLE, Handling, Review, Step
from ..reasons import SEALED_UNSEEN, Reason, public_words, statute
from .contributions import Contribution

UNDO_WITHIN = timedelta(hours=24)


class RecordError(Exception):
    """Records are added to, never changed."""


class RecordQuerySet(models.QuerySet):
    """Rows that stay as they were written."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse. Raises RecordError."""
        raise RecordError

    def delete(self) -> NoReturn:
        """Refuse. Raises RecordError."""
        raise RecordError


class ReviewDecision(models.Model):
    """One thing that was done with a contribution: who, when, why. Only added to."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="decisions"
    )
    step = models.CharField(_("what was done"), max_length=20, choices=Step)
    review_before = models.CharField(max_length=12, choices=Review)
    review_after = models.CharField(max_length=12, choices=Review)
    handling_before = models.CharField(max_length=20, choices=Handling)
    handling_after = models.CharField(max_length=20, choices=Handling)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    told = models.TextField(
        _("words to the sender"),
        blank=True,
        help_text=_("The sender reads this beside the reason."),
    )
    note = models.TextField(
        _("note for colleagues"), blank=True, help_text=_("Never shown to the public.")
    )
    referred_to = models.CharField(_("referred to"), max_length=200, blank=True)
    case_number = models.CharField(_("case number"), max_length=40, blank=True)
    police_report_number = models.CharField(
        _("number of the police report"), max_length=40, blank=True
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="review_decisions",
        help_text="Empty when the sender did it.",
    )
    role = models.CharField(_("role then"), max_length=100, blank=True)
    decided_at = models.DateTimeField(_("when"), db_index=True)
    batch = models.UUIDField(
        null=True, blank=True, help_text="Shared by what was decided in one go."
    )
    undoes = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(step__in=[Step.DECLINE, Step.HIDE]) | ~Q(reason=""),
                name="taking_away_needs_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} ({self.contribution_id})"

    @property
    def can_be_undone(self) -> bool:
        """Whether it is of a kind that can be taken back, and from the last day.

        Only while it is the last line of its record; see ``actions.reviewing.undo``.
        """
        is_recent = timezone.now() - self.decided_at <= UNDO_WITHIN
        is_open = self.reason not in SEALED_UNSEEN
        return self.step in UNDOABLE and is_recent and is_open

    @property
    def reason_in_public(self) -> str:
        """What follows “because”; empty where there is no reason."""
        return public_words(self.reason)

    @property
    def statute(self) -> str:
        """The place in the statute book; empty for house rules."""
        return statute(self.reason)
