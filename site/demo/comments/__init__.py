"""Comments in every state they can be in, dated back so that they stay fresh."""

from dialogue.models import Contribution

from ..library import Maker
from ..stage import Stage
from .questions import QUESTIONS
from .telling import close, tell
from .texts import CLOSED_BECAUSE, CLOSED_PAGE, COMMENTS


def load(maker: Maker) -> None:
    """Tell all of them, the oldest first, unless the site has any contribution."""
    if Contribution.objects.filter(municipality=maker.municipality).exists():
        return
    stage = Stage(maker)
    for comment in sorted((*COMMENTS, *QUESTIONS), key=lambda one: -one.days_old):
        tell(comment, stage)
    close(CLOSED_PAGE, because=CLOSED_BECAUSE, on=stage.moment(5))
