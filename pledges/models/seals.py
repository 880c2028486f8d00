from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .ledger import AppendOnlyQuerySet, Matter
from .versions import PledgeVersion


class SealOpening(models.Model):
    """Who has looked at what was put away, when and why. Only added to."""

    matter = models.ForeignKey(
        Matter,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="openings",
    )
    version = models.ForeignKey(
        PledgeVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="openings",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(_("opened"))
    reason = models.TextField(_("why"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening of a seal")
        verbose_name_plural = _("openings of seals")
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(matter__isnull=True)
                ^ models.Q(version__isnull=True),
                name="opens_one_seal",
            )
        ]

    def __str__(self) -> str:
        return f"{self.matter_id or self.version_id} {self.opened_at:%Y-%m-%d}"
