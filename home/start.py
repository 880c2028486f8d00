"""What awaits one of the staff, on the admin's start page: a click from each thing.

Each wing adds its own under the hook ``start_page_items``: a function that takes the
request and yields ``Item`` objects, a few for each group, by questions whose number
does not grow with what there is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import PageLogEntry, TaskState, WorkflowState

from .policies import municipality_of

MOST_OF_A_KIND = 4
LOOKED_BACK = timedelta(days=7)
MOST_LOOKED_THROUGH = 60


class Group(models.TextChoices):
    """Where an item stands."""

    DEED = "deed", gettext_lazy("Do now")
    LATE = "late", gettext_lazy("What is late")
    WAITING = "waiting", gettext_lazy("Waits for you")
    PROMISED = "promised", gettext_lazy("What you have promised")
    CHANGED = "changed", gettext_lazy("What others have done this week")


NOT_DECIDED = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)

WITHOUT_END = (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

# What is there for somebody to do; the rest is good to know.
ASKS_FOR_SOMETHING = (Group.LATE, Group.WAITING)


@dataclass(frozen=True)
class Item:
    """One thing, in a few words, and where one acts on it.

    since  since when; shown as its age
    until  by when it is promised; shown as a day
    """

    group: Group
    text: str
    url: str
    since: datetime | None = None
    until: datetime | None = None

    @property
    def age(self) -> str:
        """How old it is, in one unit: *3 days*."""
        return timesince(self.since, depth=1) if self.since else ""


@dataclass(frozen=True)
class Part:
    """A heading with what stands beneath it."""

    group: Group
    items: list[Item]


class StartPanel(Component):
    """All that awaits this person, by groups; a short word of joy if nothing does."""

    name = "start"
    template_name = "home/admin/start_panel.html"
    order = 10

    def __init__(self, request: HttpRequest) -> None:
        found: dict[Group, list[Item]] = {}
        for gather in hooks.get_hooks("start_page_items"):
            for item in gather(request):
                found.setdefault(item.group, []).append(item)
        self.deeds = found.pop(Group.DEED, [])
        self.parts = [Part(group, found[group]) for group in Group if group in found]

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Give the template the groups that hold something."""
        asked = [part for part in self.parts if part.group in ASKS_FOR_SOMETHING]
        return {"deeds": self.deeds, "parts": self.parts, "is_all_done": not asked}


@hooks.register("construct_homepage_panels", order=1000)
def show_what_awaits(request: HttpRequest, panels: list[Component]) -> None:
    """Put what awaits this person first, also before the guide.

    It takes the place of Wagtail's lists of what waits for approval, which grow
    without end, and so do the questions that they ask.
    """
    panels[:] = [one for one in panels if not isinstance(one, WITHOUT_END)]
    panels.insert(0, StartPanel(request))


@hooks.register("start_page_items", order=200)
def to_approve(request: HttpRequest) -> Iterable[Item]:
    """What colleagues have sent for approval, the oldest first."""
    states = (
        TaskState.objects.reviewable_by(request.user)
        .filter(status=TaskState.STATUS_IN_PROGRESS)
        .select_related("workflow_state__requested_by__organisation")
        .prefetch_related("workflow_state__content_object")
        .order_by("started_at")
    )
    shown = list(states[: MOST_OF_A_KIND + 1])
    for state in shown[:MOST_OF_A_KIND]:
        page = state.workflow_state.content_object
        if page is not None:
            title = page.get_admin_display_title()
            yield Item(
                Group.WAITING,
                _("Approve “%(title)s”") % {"title": title},
                reverse("wagtailadmin_pages:edit", args=[page.pk]),
                since=state.started_at,
            )
    if len(shown) > MOST_OF_A_KIND:
        address = reverse("wagtailadmin_reports:workflow_tasks")
        yield Item(Group.WAITING, _("There is more to approve"), address)


@hooks.register("start_page_items", order=210)
def own_drafts(request: HttpRequest) -> Iterable[Item]:
    """What one has sent for approval oneself: what has come back, and what waits."""
    states = WorkflowState.objects.filter(
        requested_by=request.user.pk,
        status__in=(
            WorkflowState.STATUS_IN_PROGRESS,
            WorkflowState.STATUS_NEEDS_CHANGES,
        ),
    ).prefetch_related("content_object")
    for state in states.order_by("-created_at")[:MOST_OF_A_KIND]:
        page = state.content_object
        if page is None:
            continue
        words = {"title": page.get_admin_display_title()}
        has_come_back = state.status == WorkflowState.STATUS_NEEDS_CHANGES
        yield Item(
            Group.WAITING if has_come_back else Group.PROMISED,
            _("Change “%(title)s” and send it again") % words
            if has_come_back
            else _("“%(title)s” waits for approval") % words,
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            since=state.created_at,
        )


@hooks.register("start_page_items", order=900)
def changed_by_others(request: HttpRequest) -> Iterable[Item]:
    """What another organisation has published on the same site, once for each page."""
    own = getattr(request.user, "organisation", None)
    if own is None:
        return
    root = own.municipality.site.root_page
    entries = (
        PageLogEntry.objects.filter(
            action__in=("wagtail.publish", "wagtail.unpublish"),
            timestamp__gt=timezone.now() - LOOKED_BACK,
            page__path__startswith=root.path,
            user__organisation__municipality=municipality_of(request.user),  # type: ignore[arg-type]
        )
        .exclude(user__organisation=own)
        .select_related("page", "user__organisation")
        .order_by("-timestamp")
    )
    seen: set[int] = set()
    for entry in entries[:MOST_LOOKED_THROUGH]:
        if entry.page_id in seen:
            continue
        seen.add(entry.page_id)
        if len(seen) > MOST_OF_A_KIND:
            return
        yield Item(
            Group.CHANGED,
            _("%(who)s: “%(title)s”")
            % {"who": entry.user.organisation.called, "title": entry.page.draft_title},
            entry.page.url or reverse("wagtailadmin_pages:edit", args=[entry.page_id]),
            since=entry.timestamp,
        )
