"""What a pledge lacks before it can be signed, each with the field that mends it.

Source: the field list of published pledges and the handbook of Brå, the police and SKR:
a problem, how it is known, where, what is measured, who does what, how many, until when
and when it is followed up. Without these links a pledge cannot be followed up.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from home.models.signatures import Lack

if TYPE_CHECKING:
    from .models import PledgePage


def lacking_for_signing(page: "PledgePage") -> list[Lack]:
    """Return what *page* lacks, in the order of the form. Empty if it can be signed."""
    checks = [
        (page.introduction, "introduction", gettext("Say the pledge in a sentence.")),
        (
            page.commitments.all(),
            "commitments",
            gettext("Write at least one commitment: who shall do what."),
        ),
        (page.measures.all(), "measures", gettext("Write at least one measure.")),
        (page.situation, "situation", gettext("Tell what the situation is today.")),
        (
            page.evidence.all(),
            "evidence",
            gettext("Tell how you know: at least one survey, dialogue or statistic."),
        ),
        (
            page.indicators.all(),
            "indicators",
            gettext("Choose at least one indicator, so that an effect can be seen."),
        ),
        (
            page.follow_up_days.all(),
            "follow_up_days",
            gettext("Promise at least one day on which you tell how it went."),
        ),
        (page.starts_on, "starts_on", gettext("Fill in the day from which it holds.")),
        (page.ends_on, "ends_on", gettext("Fill in the last day on which it holds.")),
        (page.agreement, "agreement", gettext("Choose the agreement it belongs to.")),
        (
            page.focus_areas.all(),
            "focus_areas",
            gettext("Choose at least one focus area."),
        ),
        (page.areas.all(), "areas", gettext("Choose at least one area.")),
        (
            page.responsible_role,
            "responsible_role",
            gettext("Say whom to ask, by role."),
        ),
    ]
    lacks = [Lack(words, field) for has, field, words in checks if not has]
    return [*lacks, *_indicators_without_goal(page)]


def _indicators_without_goal(page: "PledgePage") -> list[Lack]:
    """Indicators of which nobody could say whether they became better."""
    return [
        Lack(
            gettext("Fill in the value before and the target of “%(name)s”.")
            % {"name": indicator.name},
            "indicators",
        )
        for indicator in page.indicators.all()
        if indicator.baseline is None or indicator.target is None
    ]
