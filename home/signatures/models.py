from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models import Organisation


class CorrectionQuerySet(models.QuerySet):
    """The questions we ask about corrections."""

    def of(self, page: Page) -> Self:
        """Those of *page*, the first one first."""
        return self.filter(page=page.pk).order_by("pk")


class Correction(models.Model):
    """What is put right about a signed text: added beneath it, the text itself stays.

    Only added to, by ``actions.publish_correction``.
    """

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    text = models.TextField(_("correction"), max_length=1000)
    made_at = models.DateTimeField(_("published"))
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    organisation_name = models.CharField(_("organisation then"), max_length=150)
    role = models.CharField(_("role then"), max_length=100, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.PROTECT,
        related_name="corrections",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.organisation_name}: {self.text[:60]}"
