from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import ReportReason, Verdict
from .contributions import Contribution
from .decisions import ReviewDecision

LONGEST_EXPLANATION = 1000  # characters


class Report(models.Model):
    """A reader's flag on a comment, with receipt and answer.

    ``received_at`` of the first one is the moment from which we know (the law on
    electronic bulletin boards, section 4 a). All waiting reports of one comment are
    one thing to do.
    """

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="reports"
    )
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason)
    text = models.TextField(
        _("what is wrong"), max_length=LONGEST_EXPLANATION, blank=True
    )
    receipt_digest = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    verdict = models.CharField(
        _("answer"), max_length=10, choices=Verdict, default=Verdict.WAITING
    )
    answer = models.TextField(_("words to the reader"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("report of a comment")
        verbose_name_plural = _("reports of comments")
        ordering = ["pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["contribution", "received_at"],
                condition=Q(verdict=Verdict.WAITING),
                name="reports_that_wait",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.WAITING, answered_at__isnull=True)
                | (~Q(verdict=Verdict.WAITING) & Q(answered_at__isnull=False)),
                name="report_answered_at_some_moment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.contribution_id})"


class Appeal(models.Model):
    """A sender asks that somebody else look at a decision again."""

    decision = models.OneToOneField(
        ReviewDecision, on_delete=models.PROTECT, related_name="appeal"
    )
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="appeals"
    )
    text = models.TextField(
        _("why it should be looked at again"),
        max_length=LONGEST_EXPLANATION,
        blank=True,
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    verdict = models.CharField(
        _("answer"), max_length=10, choices=Verdict, default=Verdict.WAITING
    )
    answer = models.TextField(_("words to the sender"), blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["contribution", "received_at"],
                condition=Q(verdict=Verdict.WAITING),
                name="appeals_that_wait",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.WAITING, decided_at__isnull=True)
                | (~Q(verdict=Verdict.WAITING) & Q(decided_at__isnull=False)),
                name="appeal_decided_at_some_moment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} ({self.contribution_id})"
