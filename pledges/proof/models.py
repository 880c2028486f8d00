"""When the heads were put out, and what was found when the ledgers were verified."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import Municipality


class DailyHead(models.Model):
    """The sheet of heads of one day. The sheet itself lies outside the database.

    What is here only says that it was put out, and when; whoever can rewrite the
    database can rewrite this, too, but not the sheets that people have kept.
    """

    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="daily_heads",
    )
    day = models.DateField(_("day"))
    written_at = models.DateTimeField(_("written"))
    digest = models.CharField(_("combined digest"), max_length=64, db_index=True)
    pledges = models.PositiveIntegerField(_("pledges"))
    # What was found wrong when it was written: pledge, line and what, in English.
    faults = models.JSONField(_("faults"), default=list)

    class Meta:
        verbose_name = _("heads of a day")
        verbose_name_plural = _("heads of days")
        ordering = ["-day"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "day"], name="one_sheet_of_heads_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.day.isoformat()

    @property
    def is_late(self) -> bool:
        """Whether it was written later than the day after."""
        return timezone.localdate(self.written_at) > self.day + timedelta(days=1)

    @property
    def holds(self) -> bool:
        """Whether every line was as it had been written."""
        return not self.faults

    @property
    def written_on(self) -> date:
        """The Swedish day on which it was written."""
        return timezone.localdate(self.written_at)
