"""Area officers in the admin, in a new municipality's site and in its calendar."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.start import Group, Item
from home.viewsets import KeepingToOwn, OwnChooserViewSet

from .meetings import coming, events_of_site
from .models import AreaOfficer, AreaOfficerIndexPage
from .policies import OfOwnPolice

register_permission_policy(AreaOfficer, OfOwnPolice(AreaOfficer))


class AreaOfficerViewSet(KeepingToOwn, SnippetViewSet):
    """The roles, their office hours and their absence."""

    model = AreaOfficer
    icon = "user"
    menu_label = gettext_lazy("Area officers")
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["title", "organisation", "absent_from", "absent_until"]
    ordering = ["title"]
    copy_view_enabled = False
    chooser_viewset_class = OwnChooserViewSet


register_snippet(AreaOfficerViewSet)


@hooks.register("first_pages", order=350)
def list_of_area_officers() -> AreaOfficerIndexPage:
    """The list that a new site begins with."""
    return AreaOfficerIndexPage(
        title=_("Area officers"), slug="omradespoliser", show_in_menus=True
    )


@hooks.register("start_page_items", order=400)
def own_office_hours(request: HttpRequest) -> Iterator[Item]:
    """When residents expect to meet the one who looks."""
    now = timezone.now()
    today = timezone.localdate(now)
    held = AreaOfficer.objects.held_by(request.user, today)  # type: ignore[arg-type]
    for officer in held.prefetch_related("office_hours")[:5]:
        address = reverse(
            AreaOfficer.snippet_viewset.get_url_name("edit"),  # type: ignore[attr-defined]
            args=[officer.pk],
        )
        for meeting in coming(officer, now, most=2):
            clock = timezone.localtime(meeting.starts_at)
            yield Item(
                Group.PROMISED,
                _("Office hours %(clock)s, %(place)s")
                % {"clock": f"{clock:%H.%M}", "place": meeting.place},
                address,
                until=meeting.starts_at,
            )


hooks.register("calendar_events", events_of_site)
