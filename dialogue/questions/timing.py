"""How long residents wait for an answer: the middle one, so that no odd one decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import median

from home.generation import remember

from ..choices import Kind
from ..models import Contribution

LOOKED_BACK = timedelta(days=365)
FEWEST_THAT_TELL = 3
MOST_COUNTED = 500


@dataclass(frozen=True)
class AnswerTime:
    """Half of the questions had an answer within *days*; *number* were answered."""

    days: int
    number: int


def answer_time(site_id: int, now: datetime) -> AnswerTime | None:
    """Return how fast questions of the last year were answered, from memory.

    None where too few have been to say anything.
    """
    return remember(("answer_time", site_id), lambda: _reckon(site_id, now))


def _reckon(site_id: int, now: datetime) -> AnswerTime | None:
    answered = Contribution.objects.filter(
        municipality__site=site_id,
        kind=Kind.QUESTION,
        organisation=None,
        answered_at__gt=now - LOOKED_BACK,
    )
    pairs = answered.order_by("-pk").values_list("received_at", "answered_at")
    waits = [
        (answer - question) / timedelta(days=1)
        for question, answer in pairs[:MOST_COUNTED]
        if answer is not None
    ]
    if len(waits) < FEWEST_THAT_TELL:
        return None
    days = ceil(median(waits))
    return AnswerTime(days=max(days, 1), number=len(waits))
