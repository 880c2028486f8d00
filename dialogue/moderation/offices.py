"""The offices that a contribution can be sent on to, with their addresses."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogue.access import settings_of


@dataclass(frozen=True)
class Office:
    """An office: its word in forms, what residents call it, where its mail goes."""

    name: str
    label: str
    address: str

    @property
    def with_address(self) -> str:
        """What the form says of it: also that nobody has set its address."""
        return f"{self.label} ({self.address or _('no address is set')})"


def offices_of(site_id: int) -> list[Office]:
    """The offices of a site; those whose address nobody has set are among them."""
    chosen = settings_of(site_id)
    return [
        Office(
            "fault", _("the municipality's fault reports"), chosen.fault_report_email
        ),
        Office("police", _("the police"), chosen.police_email),
        Office("registrar", _("the municipality's registrar"), chosen.registrar_email),
    ]
