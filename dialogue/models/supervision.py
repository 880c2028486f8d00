from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import Municipality


class SupervisionLook(models.Model):
    """That somebody looked at what waits: evidence of supervision. Only added to.

    The law on electronic bulletin boards, section 4, asks for such supervision as is
    reasonable.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="supervision"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    looked_at = models.DateTimeField(_("when"), db_index=True)
    lane = models.CharField(_("lane"), max_length=20)
    waiting = models.PositiveIntegerField(_("how many waited"))

    class Meta:
        verbose_name = _("look at the desk")
        verbose_name_plural = _("supervision log")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.looked_at:%Y-%m-%d %H:%M}"
