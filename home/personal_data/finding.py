"""What is found in a text, and what follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What points out a person."""

    IDENTITY_NUMBER = "identity", _("Personal identity number")
    COORDINATION_NUMBER = "coordination", _("Coordination number")
    EMAIL = "email", _("E-mail address")
    PHONE = "phone", _("Phone number")
    PLATE = "plate", _("Registration plate")


REFUSED = frozenset({Kind.IDENTITY_NUMBER, Kind.COORDINATION_NUMBER})


@dataclass(frozen=True)
class Finding:
    """Something that points out a person, and its place: ``text[start:end]``."""

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def is_refused(self) -> bool:
        """Whether a text that holds it may not be sent at all."""
        return self.kind in REFUSED


def refused(findings: Iterable[Finding]) -> list[Finding]:
    """Those that must go before the text can be sent or published."""
    return [finding for finding in findings if finding.is_refused]


def pointed_out(findings: Iterable[Finding]) -> list[Finding]:
    """Those that the writer is told of, and may leave as they are."""
    return [finding for finding in findings if not finding.is_refused]
