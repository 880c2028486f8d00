"""From one day to another: what all that holds for a time has in common."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def check_period(starts_on: date | None, ends_on: date | None) -> None:
    """Raise ValidationError for ``ends_on`` if a period ends before it starts."""
    if starts_on and ends_on and ends_on < starts_on:
        message = _("The last day must be the same as or after the first day.")
        raise ValidationError({"ends_on": message})


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """Return the constraint, called *name*, by which the database refuses the same."""
    return models.CheckConstraint(
        condition=models.Q(ends_on__isnull=True)
        | models.Q(starts_on__isnull=True)
        | models.Q(ends_on__gte=models.F("starts_on")),
        name=name,
        violation_error_message=gettext_lazy("The last day comes before the first."),
    )
