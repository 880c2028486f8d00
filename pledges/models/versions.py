from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .pledges import Pledge


class PledgeVersion(models.Model):
    """A pledge exactly as residents could read it from a moment on.

    Wagtail's revisions are a tool for editors and may be purged; this is the archive.
    One can be sealed by decision: its text is put away, its digest stays.
    """

    pledge = models.ForeignKey(
        Pledge,
        verbose_name=_("pledge"),
        on_delete=models.PROTECT,
        related_name="versions",
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="pledge_versions",
    )
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("title at that time"), max_length=255)
    text = models.TextField(_("canonical text"), blank=True)
    digest = models.CharField(_("SHA-256 of the text"), max_length=64)
    is_signed = models.BooleanField(_("signed by both"), default=False)
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    sealed = models.BinaryField(null=True, editable=False)
    sealed_on = models.DateField(_("sealed"), null=True, blank=True)
    sealed_because = models.CharField(_("sealed because"), max_length=300, blank=True)
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("published version of a pledge")
        verbose_name_plural = _("published versions of pledges")
        ordering = ["-published_at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.title}, {timezone.localtime(self.published_at):%Y-%m-%d %H:%M}"

    @property
    def is_sealed(self) -> bool:
        """Whether its text has been put away by decision."""
        return self.sealed_on is not None
