from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import Municipality


class BrakeEffect(models.TextChoices):
    """What a pulled brake does to all comments of a municipality."""

    CLOSED = "closed", _("Close all comments")
    READ_FIRST = "read_first", _("Read everything before it is shown")


class EmergencyBrake(models.Model):
    """That somebody closed or held all comments at once: why, and how long.

    Over by itself when its time is, whether the clock has noted that or not. A record:
    only the actions in ``actions.braking`` write it.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="brakes"
    )
    effect = models.CharField(
        _("what happens"),
        max_length=10,
        choices=BrakeEffect,
        default=BrakeEffect.CLOSED,
    )
    reason = models.CharField(_("reason"), max_length=300)
    pulled_at = models.DateTimeField(_("pulled"))
    pulled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ends_at = models.DateTimeField(_("until"))
    released_at = models.DateTimeField(_("ended"), null=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("emergency brake")
        verbose_name_plural = _("emergency brakes")
        ordering = ["-pk"]
        default_permissions = ("view",)
        permissions = [("pull_brake", _("Can pull the emergency brake"))]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"],
                condition=models.Q(released_at=None),
                name="one_brake_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("pulled_at")),
                name="brake_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_effect_display())

    def is_on(self, now: datetime) -> bool:
        """Whether it holds at *now*."""
        return self.released_at is None and now < self.ends_at
