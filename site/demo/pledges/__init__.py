"""Seven pledges in every state: under way, late, ended in three ways, and proposed.

Their days move along with the day of loading, see ``days``; their numbers stay.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.utils import timezone

from pledges.proof import heads
from pledges.proof.models import DailyHead

from ..library import Library, Maker
from ..stage import Stage
from .calmer_traffic import CALMER_TRAFFIC, WHAT_BECAME_OF_TRAFFIC
from .ended import (
    EARLY_SUPPORT,
    GRAFFITI,
    WALKS_EVERYWHERE,
    WHAT_BECAME_OF_GRAFFITI,
    WHAT_BECAME_OF_SUPPORT,
    WHAT_BECAME_OF_WALKS,
)
from .evenings import EVENINGS, WHAT_BECAME_OF_EVENINGS
from .neighbours import NEIGHBOURS, WHAT_BECAME_OF_NEIGHBOURS
from .pages import Pledge, publish, publish_index, publish_translation
from .proposed import SUMMER
from .telling import Teller, tell

INDEX = {
    "slug": "medborgarloften",
    "title": "Medborgarlöften",
    "introduction": (
        "Det här har kommunen och polisen lovat dig. Varje löfte går att räkna, och "
        "du ser vad som är gjort, vad som är försenat och varför."
    ),
}

# Each with what has been entered about it. The proposal comes before what it replaces.
PLEDGES = (
    (WALKS_EVERYWHERE, WHAT_BECAME_OF_WALKS),
    (GRAFFITI, WHAT_BECAME_OF_GRAFFITI),
    (CALMER_TRAFFIC, WHAT_BECAME_OF_TRAFFIC),
    (EVENINGS, WHAT_BECAME_OF_EVENINGS),
    (NEIGHBOURS, WHAT_BECAME_OF_NEIGHBOURS),
    (SUMMER, ()),
    (EARLY_SUPPORT, WHAT_BECAME_OF_SUPPORT),
)


# For so many days back there is a sheet of heads.
SHEETS = 7


def load_index(library: Library) -> None:
    """Publish the list of pledges."""
    publish_index(library, **INDEX)


def load(
    library: Library, *, other: Library, translations: Mapping[str, Pledge]
) -> None:
    """Publish, sign and follow up those that are missing.

    other         where the translations go
    translations  some of the pledges in its language, by number
    """
    stage = Stage(library.maker)
    for pledge, steps in PLEDGES:
        if publish(pledge, library, stage):
            if pledge.number in translations:
                publish_translation(translations[pledge.number], other, stage)
            tell(steps, Teller(pledge, library, stage))
    _put_out_heads(library.maker)


def _put_out_heads(maker: Maker) -> None:
    """Put out the sheets of the last days, as the nights would have done."""
    own = maker.municipality
    if DailyHead.objects.filter(municipality=own).exists():
        return
    for days_old in range(SHEETS, 0, -1):
        day = maker.today - timedelta(days=days_old)
        morning = datetime.combine(day + timedelta(days=1), time(0, 1))
        heads.publish(own, [day], timezone.make_aware(morning))
