import re
import uuid
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import Municipality

NUMBER = re.compile(r"(\d{4})-(\d{2,3})")


def validate_number(text: str) -> None:
    """Refuse what is no number of a pledge. Raises ValidationError."""
    if not NUMBER.fullmatch(text):
        raise ValidationError(_("Write the year and a number, such as 2026-01."))


class PledgeQuerySet(models.QuerySet):
    """The questions we ask about pledges."""

    def of(self, municipality: Municipality) -> Self:
        """Those of one municipality, in the order of their numbers."""
        return self.filter(municipality=municipality).order_by("number")

    def next_number(self, municipality: Municipality, year: int) -> str:
        """Return the number after the last one of *year*: the first is 2026-01.

        The caller holds a lock on *municipality*, so that two never get the same.
        """
        used = self.filter(municipality=municipality, number__startswith=f"{year}-")
        numbers = used.values_list("number", flat=True)
        last = max((place_in(number) for number in numbers), default=0)
        return f"{year}-{last + 1:02d}"


class Pledge(models.Model):
    """A citizen pledge: what is true of it in every language, and for ever.

    Its words are those of a ``PledgePage`` in each language. Signatures, ledger and
    residents' contributions are about the pledge.
    """

    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="pledges",
    )
    number = models.CharField(_("number"), max_length=8, validators=[validate_number])
    # Names it in the ledger, in whatever installation the ledger is read.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    given_on = models.DateField(_("number given"))

    objects = PledgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ["municipality", "number"]
        default_permissions = ("view",)
        permissions = [
            ("report_measure", _("Can report on the own organisation's measures")),
            ("follow_up_pledge", _("Can follow up, end and correct pledges")),
            ("seal_ledger", _("Can seal what lies beside the ledger")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"], name="one_pledge_for_each_number"
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def year(self) -> int:
        """The year in its number."""
        return int(self.number[:4])

    @property
    def place(self) -> int:
        """Which one of its year it is, from 1 on."""
        return place_in(self.number)


def place_in(number: str) -> int:
    """Which one of its year a number says: 2 for 2026-02."""
    return int(number[5:])


def year_of(starts_on: date | None, today: date) -> int:
    """The year that a new pledge is numbered in: that in which it begins to hold."""
    return (starts_on or today).year
