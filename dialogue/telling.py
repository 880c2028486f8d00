"""What the form tells before the text field, as the law and good manners ask.

Act on electronic bulletin boards (1998:112), section 3: who provides the service, and
how far messages reach. The rest follows from the rules on public records and on
personal data.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.models import Municipality, SiteSettings

from .models import DialogueSettings
from .notices import Told


def told_before_writing(
    municipality: Municipality, site: SiteSettings, chosen: DialogueSettings
) -> Told:
    """Return what whoever writes a comment on a page of *municipality* is told."""
    return Told.now(
        [
            _who_answers(municipality, site),
            _(
                "What is published can be read by everybody. Everything that you send "
                "becomes a public record, even if it is not published."
            ),
            _when_it_is_read(chosen),
            _(
                "Do not write names, addresses, personal identity numbers or anything "
                "else that points out a person."
            ),
        ]
    )


def provider(municipality: Municipality, site: SiteSettings) -> str:
    """Who answers for the service, as a sentence begins; in Swedish alone."""
    return capfirst(site.responsible_publisher or municipality.name)


def _who_answers(municipality: Municipality, site: SiteSettings) -> str:
    who = provider(municipality, site)
    number = municipality.organisation_number
    if not number:
        return _("%(who)s is responsible for this service.") % {"who": who}
    return _(
        "%(who)s (organisation number %(number)s) is responsible for this service."
    ) % {
        "who": who,
        "number": number,
    }


def _when_it_is_read(chosen: DialogueSettings) -> str:
    days = chosen.read_within_days
    if chosen.publish_at_once:
        return ngettext(
            "During our hours what you send is shown at once; an editor reads it "
            "within %(days)d working day. Staff may read all that is sent in.",
            "During our hours what you send is shown at once; an editor reads it "
            "within %(days)d working days. Staff may read all that is sent in.",
            days,
        ) % {"days": days}
    return ngettext(
        "An editor reads what you send before it is published, within %(days)d working "
        "day. Staff may read all that is sent in.",
        "An editor reads what you send before it is published, within %(days)d working "
        "days. Staff may read all that is sent in.",
        days,
    ) % {"days": days}
