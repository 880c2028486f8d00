from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import Municipality

from ..choices import Opening


class Thread(models.Model):
    """What residents write about one page, in all of the page's languages together.

    Made when it is first needed. The two numbers are what a reader can count; they are
    changed in the same transaction as the decision, and ``manage.py recount`` counts
    them anew.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="threads"
    )
    translation_key = models.UUIDField(unique=True, editable=False)
    opening = models.CharField(
        _("comments"), max_length=10, choices=Opening, default=Opening.BY_KIND
    )
    opens_on = models.DateField(
        _("open from"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    closes_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: until further.")
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    closed_because = models.CharField(
        _("why they are closed"),
        max_length=200,
        blank=True,
        help_text=_("Residents read this, such as: The work on the street is done."),
    )
    shown_comments = models.PositiveIntegerField(default=0, editable=False)
    shown_answers = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_on__isnull=True)
                | models.Q(closes_on__isnull=True)
                | models.Q(opens_on__lte=models.F("closes_on")),
                name="thread_opens_before_it_closes",
            )
        ]

    def __str__(self) -> str:
        return str(self.translation_key)
