"""What one's own organisation owes its pledges, for the start page of the admin."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.accounts.models import User
from home.start import LOOKED_BACK, MOST_OF_A_KIND, Group, Item
from pledges.choices import Outcome
from pledges.models import LedgerEntry, Measure, MeasureState, Pledge, PledgeState
from pledges.permissions import follows_up, may_read_desk, reports_for

SOON = timedelta(days=30)
MOST_LOOKED_THROUGH = 100


def what_pledges_ask_for(request: HttpRequest) -> Iterator[Item]:
    """What is late, what is due soon, and what others have entered. Four questions."""
    user: User = request.user  # type: ignore[assignment]
    if user.organisation is None or not may_read_desk(user):
        return
    today = timezone.localdate()
    if reports_for(user):
        yield from _measures(user, today)
    if follows_up(user):
        yield from _follow_ups(user, today)
    yield from _entered_by_others(user)


def _measures(user: User, today: date) -> Iterator[Item]:
    """The own organisation's measures that are late, and those that soon would be."""
    rows = list(
        Measure.objects.filter(
            Q(responsible=user.organisation) | Q(together_with=user.organisation),
            page__pledge__state__signed_on__isnull=False,
            page__pledge__state__outcome=Outcome.NOT_ASSESSED,
            page__locale__language_code=settings.LANGUAGE_CODE,
            page__alias_of__isnull=True,
            due_on__lte=today + SOON,
        )
        .select_related("page__pledge")
        .order_by("due_on", "pk")[:MOST_LOOKED_THROUGH]
    )
    states = MeasureState.objects.by_measure(one.key for one in rows)
    shown: Counter[Group] = Counter()
    for one in rows:
        of_one = states.get((one.page.pledge_id, one.key))
        state = of_one or MeasureState(key=one.key)
        due_on = state.moved_to or one.due_on
        if state.finished_on or state.is_cancelled or state.is_paused:
            continue
        group = Group.LATE if due_on < today else Group.PROMISED
        shown[group] += 1
        if due_on <= today + SOON and shown[group] <= MOST_OF_A_KIND:
            yield _of_measure(one, state, group, due_on)


def _of_measure(
    measure: Measure, state: MeasureState, group: Group, due_on: date
) -> Item:
    number = measure.page.pledge.number
    text = _("%(number)s: %(measure)s") % {"number": number, "measure": measure.title}
    if measure.target is not None:
        text = _("%(number)s: %(measure)s, %(done)d of %(target)d") % {
            "number": number,
            "measure": measure.title,
            "done": state.done,
            "target": measure.target,
        }
    address = reverse("pledge_field:report", args=[number, measure.key])
    return _dated(group, text, address, due_on)


def _dated(group: Group, text: str, address: str, day: date) -> Item:
    """An item with the day that is to come, or with how long ago it was."""
    if group == Group.LATE:
        # From its beginning, so that its age is the same all day.
        return Item(group, text, address, since=_beginning_of(day))
    return Item(group, text, address, until=_beginning_of(day))


def _follow_ups(user: User, today: date) -> Iterator[Item]:
    """The follow-ups that were promised: those that have passed, and the next ones."""
    states = PledgeState.objects.filter(
        pledge__municipality=user.organisation.municipality_id,  # type: ignore[union-attr]
        signed_on__isnull=False,
        outcome=Outcome.NOT_ASSESSED,
    ).select_related("pledge")
    found = [
        (due_on, state.pledge)
        for state in states[:MOST_LOOKED_THROUGH]
        if (due_on := state.next_follow_up()) is not None and due_on <= today + SOON
    ]
    for due_on, pledge in sorted(found, key=lambda pair: pair[0])[:MOST_OF_A_KIND]:
        yield _dated(
            Group.LATE if due_on < today else Group.PROMISED,
            _("Tell how pledge %(number)s goes") % {"number": pledge.number},
            reverse("pledge_desk:pledge", args=[pledge.number]),
            due_on,
        )


def _entered_by_others(user: User) -> Iterator[Item]:
    """Which pledges another organisation has entered something about, and how much."""
    entries = (
        LedgerEntry.objects.filter(
            pledge__municipality=user.organisation.municipality_id,  # type: ignore[union-attr]
            entered_at__gt=timezone.now() - LOOKED_BACK,
        )
        .exclude(organisation=user.organisation)
        .select_related("pledge", "organisation")
        .order_by("-entered_at")[:MOST_LOOKED_THROUGH]
    )
    together: dict[tuple[Pledge, str], list[datetime]] = {}
    for entry in entries:
        who = entry.organisation.called
        together.setdefault((entry.pledge, who), []).append(entry.entered_at)
    for (pledge, who), moments in list(together.items())[:MOST_OF_A_KIND]:
        text = ngettext(
            "%(who)s: %(number)d thing told of pledge %(pledge)s",
            "%(who)s: %(number)d things told of pledge %(pledge)s",
            len(moments),
        ) % {"who": who, "number": len(moments), "pledge": pledge.number}
        address = reverse("pledge_desk:pledge", args=[pledge.number])
        yield Item(Group.CHANGED, text, address, since=moments[0])


def _beginning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
