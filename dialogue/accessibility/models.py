from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import Organisation

from ..models import Contribution
from ..models.decisions import RecordQuerySet


class AccessibilityDecision(models.Model):
    """A written decision not to do what somebody asked for. Only added to.

    The law on the accessibility of digital public service (2018:1937), sections 13, 15
    and 20: whoever is refused can have the reasons in writing, and appeal.
    """

    report = models.OneToOneField(
        Contribution,
        verbose_name=_("report"),
        on_delete=models.PROTECT,
        related_name="accessibility_decision",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("who decides"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    case_number = models.CharField(_("case number"), max_length=40)
    decided_on = models.DateField(_("decided on"))
    asked = models.TextField(_("what was asked for"))
    decision = models.TextField(_("the decision"))
    reasons = models.TextField(_("the reasons"))
    appeal = models.TextField(_("how to appeal"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("role then"), max_length=100, blank=True)
    written_at = models.DateTimeField(auto_now_add=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on accessibility")
        verbose_name_plural = _("decisions on accessibility")
        ordering = ["pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.case_number
