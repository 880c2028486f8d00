"""Pages that one organisation tells, in its own name and its own words."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models

from .organisations import Organisation, OrganisationKind
from .pages import BasePageForm, BodyPage


def tells_for(user: AbstractUser, organisation: Organisation) -> bool:
    """Whether *user* may tell for *organisation*, in the form and in a ledger.

    The police tell for themselves and nobody else does; the others of a municipality
    tell for each other.
    """
    own: Organisation | None = getattr(user, "organisation", None)
    if own is None:
        return user.is_superuser and not organisation.is_police
    if own.is_police or organisation.is_police:
        return own.pk == organisation.pk
    return own.municipality_id == organisation.municipality_id


def _may_tell_for(user: AbstractUser) -> models.Q:
    """For whom *user* may tell, of those in the own municipality."""
    own: Organisation | None = getattr(user, "organisation", None)
    if own is None or own.is_police:
        return models.Q(pk=own.pk if own is not None else None)
    return ~models.Q(kind=OrganisationKind.POLICE)


class ToldPageForm(BasePageForm):
    """Lets each organisation tell for itself alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.for_user
        tellers = self.fields.get("responsible")
        if user is None or user.is_superuser or tellers is None:
            return
        present = models.Q(pk=self.instance.responsible_id)
        tellers.queryset = tellers.queryset.filter(_may_tell_for(user) | present)


class ToldPage(BodyPage):
    """A page that its responsible organisation tells."""

    base_form_class = ToldPageForm

    class Meta:
        abstract = True

    def may_be_changed_by(self, user: AbstractUser) -> bool:
        """Whether *user* may change its words: of the police the police alone."""
        teller = self.responsible
        if teller is None or not teller.is_police or user.is_superuser:
            return True
        return getattr(user, "organisation_id", None) == teller.pk
