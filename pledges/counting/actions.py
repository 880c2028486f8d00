"""Counts one more towards a measure: with the news, or when the news is shown."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.accounts.models import User
from home.models import Organisation
from home.news.models import NewsPage

from ..actions.errors import NotPossible
from ..actions.fields import Told, report_done
from ..choices import MatterKind
from ..ledger import Beside, Line
from ..models import Measure, MeasureState
from .countable import Countable
from .models import PostponedCount


def count(one: Countable, *, news: NewsPage, by: User) -> str:
    """Count one more, told of by *news*; say how far the measure has come.

    News that is held back counts when it is shown, see ``PostponedCount``. Raises
    NotPossible.
    """
    if by.organisation is None:
        raise NotPossible
    today = timezone.localdate()
    if news.go_live_at is not None and not news.live:
        PostponedCount.objects.create(
            news=news,
            pledge=one.pledge,
            measure_key=one.measure.key,
            by=by,
            organisation=by.organisation,
            area=news.areas.first(),
            happened_on=today,
        )
        return _("It counts towards pledge %(number)s when the news is shown.") % {
            "number": one.pledge.number
        }
    line = Line(by, by.organisation, today, timezone.now())
    report_done(one.pledge, one.measure, line, told=_told(news))
    return how_far(one)


@transaction.atomic
def count_what_waited(news: NewsPage, *, now: datetime) -> None:
    """Count what waited for *news* to be shown, once; nothing if nothing waited."""
    waiting = PostponedCount.objects.select_for_update().filter(news=news.pk).first()
    if waiting is None:
        return
    measure = Measure.objects.filter(
        key=waiting.measure_key, page__pledge=waiting.pledge
    ).first()
    if measure is not None:
        _enter(waiting, measure, news, now)
    waiting.delete()


def _enter(
    waiting: PostponedCount, measure: Measure, news: NewsPage, now: datetime
) -> None:
    organisation: Organisation = waiting.organisation
    day: date = waiting.happened_on
    line = Line(waiting.by, organisation, day, now)
    try:
        report_done(waiting.pledge, measure, line, told=_told(news))
    except NotPossible:
        return  # it has ended meanwhile, and the news is shown all the same


def _told(news: NewsPage) -> Told:
    """What lies beside the line: of news that are not public, nothing but the area."""
    area = news.areas.first()
    if not news.live:
        return Told(area=area)
    link = Beside(MatterKind.LINK, news.full_url or news.url or "")
    return Told(text=news.title, area=area, beside=[link])


def how_far(one: Countable) -> str:
    """Say how often the measure has been done, as its pledge promises it."""
    state = MeasureState.objects.of(one.pledge).get(key=one.measure.key)
    return _("%(measure)s: %(before)d of %(target)d became %(done)d of %(target)d.") % {
        "measure": one.measure.title,
        "before": state.done - 1,
        "done": state.done,
        "target": one.target,
    }
