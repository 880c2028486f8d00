"""The archive of what every agreement has said."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class AgreementVersion(models.Model):
    """An agreement exactly as residents could read it from a moment on.

    Wagtail's revisions are a tool for editors and may be purged; this is the archive.
    Written by ``actions.store_version`` alone, never changed and never deleted.
    """

    agreement = models.ForeignKey(
        Page,
        verbose_name=_("agreement"),
        on_delete=models.PROTECT,
        related_name="agreement_versions",
    )
    title = models.CharField(_("title at that time"), max_length=255)
    published_at = models.DateTimeField(_("published"))
    text = models.TextField(_("canonical text"))
    digest = models.CharField(_("SHA-256 of the text"), max_length=64)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("published version")
        verbose_name_plural = _("published versions")
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.title}, {timezone.localtime(self.published_at):%Y-%m-%d %H:%M}"
