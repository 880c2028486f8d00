from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """What a form told before the text field, word for word.

    The law on electronic bulletin boards, section 3, asks who answers for the service
    and how far messages reach. Each contribution keeps which words its sender read.
    """

    digest = models.CharField(_("SHA-256 of the words"), max_length=64, unique=True)
    words = models.TextField(_("words"))
    language = models.CharField(_("language"), max_length=10)
    first_used_at = models.DateTimeField(_("first used"), auto_now_add=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.digest[:12]
