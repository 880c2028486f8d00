"""What a person is told of what was found, and how to go on."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from .finding import Finding, Kind

SHOWN_OF_A_NUMBER = 6  # characters; the rest is not repeated on a page
NUMBER_IN_ADDRESS = re.compile(r"(\d{6})[\d+-]{4,}")


def explanation(finding: Finding) -> str:
    """Say what was found and how to go on, to whoever writes as a resident."""
    return _explanations()[finding.kind] % {"found": shortened(finding)}


def _explanations() -> dict[Kind, str]:
    return {
        Kind.IDENTITY_NUMBER: _(
            "It looks as if the text holds a personal identity number (%(found)s). "
            "Take it out and try again."
        ),
        Kind.COORDINATION_NUMBER: _(
            "It looks as if the text holds a coordination number (%(found)s). Take it "
            "out and try again."
        ),
        Kind.EMAIL: _(
            "The text holds an e-mail address: %(found)s. If it is published, "
            "everybody can read it. Take it out, or send the text as it is."
        ),
        Kind.PHONE: _(
            "The text holds a phone number: %(found)s. If it is published, everybody "
            "can read it. Take it out, or send the text as it is."
        ),
        Kind.PLATE: _(
            "The text seems to hold a registration plate: %(found)s. It can point out "
            "a person. Take it out, or send the text as it is."
        ),
    }


def named(findings: Iterable[Finding]) -> str:
    """Name *findings* in a row, each kind before its words and none of them twice."""
    return ", ".join(
        dict.fromkeys(f"{one.kind.label.lower()} {shortened(one)}" for one in findings)
    )


def shortened(finding: Finding) -> str:
    """The words that were found, but only the beginning of a number that is refused."""
    if finding.kind == Kind.EMAIL:
        return NUMBER_IN_ADDRESS.sub(r"\1…", finding.text)
    if not finding.is_refused:
        return finding.text
    return f"{' '.join(finding.text[:SHOWN_OF_A_NUMBER].split())}…"
