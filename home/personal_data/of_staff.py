"""What is asked of staff: numbers of persons never, their other traces only on purpose.

Switchboards and addresses of functions belong in the texts of staff; so of phones the
mobile ones alone are pointed out, and of addresses those that name somebody.
"""

import re
from collections.abc import Iterable

from django.db.models import Model

from .contacts import is_mobile
from .finding import Finding, Kind, pointed_out, refused
from .search import find_personal_data
from .writings import writings

OF_A_PERSON = re.compile(r"[^\W\d_-]{2,}[._][^\W\d_]{2,}(?:-[^\W\d_]+)?\d*@")


def refused_in(instance: Model) -> list[Finding]:
    """The identity numbers in what *instance* says: it may not become public so."""
    return refused(
        finding for text in writings(instance) for finding in find_personal_data(text)
    )


def pointed_out_in(instance: Model) -> list[Finding]:
    """What staff should look at once more in the prose of *instance*."""
    found = (
        finding
        for text in writings(instance, contacts=False)
        for finding in find_personal_data(text)
    )
    return of_persons(found)


def of_persons(findings: Iterable[Finding]) -> list[Finding]:
    """Those of *findings* that may stay if they are meant to be public."""
    return [finding for finding in pointed_out(findings) if _is_of_a_person(finding)]


def _is_of_a_person(finding: Finding) -> bool:
    if finding.kind == Kind.PHONE:
        return is_mobile(finding.text)
    if finding.kind == Kind.EMAIL:
        return OF_A_PERSON.match(finding.text) is not None
    return True
