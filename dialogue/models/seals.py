from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .contributions import Contribution
from .decisions import RecordQuerySet, ReviewDecision


class SealedThing(models.TextChoices):
    """What lies beneath a seal."""

    ORIGINAL = "original", _("The text as it was sent")
    SNAPSHOT = "snapshot", _("All that was public, when it was removed")


class Seal(models.Model):
    """What is put away: in no list, search or export; opened with a reason, logged."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="seals"
    )
    decision = models.ForeignKey(
        ReviewDecision, on_delete=models.PROTECT, related_name="seals"
    )
    what = models.CharField(_("what"), max_length=10, choices=SealedThing)
    sealed = models.BinaryField()
    digest = models.CharField(_("SHA-256 of the content"), max_length=64)
    sealed_at = models.DateTimeField(_("sealed"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        ordering = ["pk"]
        default_permissions = ()
        permissions = [("open_seal", _("Can open seals, with a reason"))]

    def __str__(self) -> str:
        return f"{self.get_what_display()} ({self.contribution_id})"


class SealOpening(models.Model):
    """Who has looked beneath a seal, when and why. Only added to."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="openings")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(_("opened"))
    reason = models.TextField(_("why"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening of a seal")
        verbose_name_plural = _("openings of seals")
        ordering = ["pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.seal_id} {self.opened_at:%Y-%m-%d}"
