"""An index of Wagtail's logs: one line for each entry, with whose municipality it is.

Wagtail keeps one log for pages and one for all else, and neither knows municipalities.
What happened stands in the entry; the line is there to be found by.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from home.models import Municipality


class AuditLine(models.Model):
    """That somebody did something. Only added to, never changed."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("when"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
    )
    action = models.CharField(_("what"), max_length=255)
    kind = models.ForeignKey(
        ContentType,
        verbose_name=_("kind of object"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
    )
    label = models.TextField(_("object"))
    of_page = models.OneToOneField(
        PageLogEntry, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    of_model = models.OneToOneField(
        ModelLogEntry, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("line of the audit log")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["municipality", "-at", "-id"], name="audit_by_time"),
            models.Index(
                fields=["municipality", "person", "-at"], name="audit_by_person"
            ),
            models.Index(
                fields=["municipality", "action", "-at"], name="audit_by_action"
            ),
            models.Index(fields=["municipality", "kind", "-at"], name="audit_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"

    @property
    def entry(self) -> BaseLogEntry | None:
        """The entry of Wagtail's log, unless that has been tidied away."""
        return self.of_page or self.of_model

    @property
    def what(self) -> str:
        """What happened, in a few words; at least what the action is called."""
        if self.entry is not None:
            return str(self.entry.message)
        formatter = registry.formatters.get(self.action)
        return str(formatter.label) if formatter else self.action

    @property
    def who(self) -> str:
        """Who did it; the clock and commands have no name."""
        return str(self.person) if self.person else str(_("The system"))

    @property
    def kind_of_object(self) -> str:
        """What sort of thing it was done to."""
        model = self.kind.model_class() if self.kind else None
        return str(model._meta.verbose_name) if model else ""
