"""The list of who did what, and when."""

from functools import cached_property
from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import (
    ContentTypeFilter,
    DateRangePickerWidget,
    WagtailFilterSet,
)
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import registry

from home.accounts.models import User
from home.policies import municipality_of

from .models import AuditLine
from .policies import POLICY


def lines_for(user: User) -> QuerySet[AuditLine]:
    """What *user* may read: the own municipality's; all for those who run the site."""
    return POLICY.instances_user_has_any_permission_for(user, ["view"])


def people_for(request: HttpRequest) -> QuerySet[User]:
    """Those whom one may ask for."""
    people = User.objects.order_by("last_name", "first_name", "email")
    user = request.user
    if user.is_superuser:
        return people
    return people.filter(organisation__municipality=municipality_of(user))  # type: ignore[arg-type]


def kinds_for(request: HttpRequest) -> QuerySet[ContentType]:
    """The sorts of things that something was done to."""
    used = lines_for(request.user).order_by().values("kind").distinct()  # type: ignore[arg-type]
    return ContentType.objects.filter(pk__in=used).order_by("model")


def actions() -> list[tuple[str, str]]:
    """All that can be done, by what it is called."""
    named = [(name, str(label)) for name, label in registry.get_choices()]
    return sorted(named, key=lambda one: one[1].casefold())


def moment_of(line: AuditLine) -> str:
    """The moment to the second: *a while ago* is no evidence."""
    return date_format(localtime(line.at), "Y-m-d H.i.s")


class AuditFilters(WagtailFilterSet):
    """By person, action, kind of object, its name, and days."""

    person = django_filters.ModelChoiceFilter(label=_("Who"), queryset=people_for)
    action = django_filters.ChoiceFilter(label=_("What"), choices=actions)
    kind = ContentTypeFilter(label=_("Kind of object"), queryset=kinds_for)
    label = django_filters.CharFilter(label=_("Object"), lookup_expr="icontains")
    at = django_filters.DateFromToRangeFilter(
        label=_("When"), widget=DateRangePickerWidget
    )

    class Meta:
        model = AuditLine
        fields = ["person", "action", "kind", "label", "at"]


class AuditView(ReportView):
    """Fifty at a time, the newest first; everything that is filtered as a file."""

    model = AuditLine
    permission_policy = POLICY
    any_permission_required = {"view"}
    page_title = _("Audit log")
    header_icon = "history"
    index_url_name = "audit:index"
    index_results_url_name = "audit:results"
    filterset_class = AuditFilters
    is_searchable = False
    default_ordering = ("-at", "-pk")
    list_export = ["at", "who", "what", "kind_of_object", "label", "action"]
    export_headings = {
        "at": _("When"),
        "who": _("Who"),
        "what": _("What"),
        "kind_of_object": _("Kind of object"),
        "label": _("Object"),
        "action": _("Action"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        """When, who, what, to what."""
        return [
            Column("at", label=_("When"), accessor=moment_of, classname="moment"),
            Column("who", label=_("Who"), width="20%"),
            Column("what", label=_("What")),
            Column("kind_of_object", label=_("Kind of object"), width="15%"),
            Column("label", label=_("Object")),
        ]

    def get_queryset(self) -> QuerySet[AuditLine]:
        """The lines that this person may read, with what each row shows."""
        rows = lines_for(self.request.user)
        with_all = rows.select_related("person", "kind", "of_page", "of_model")
        return with_all.order_by(*self.default_ordering)

    def get_filename(self) -> str:
        """What the file is called."""
        return "logg"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here."""
        here = {"url": reverse("audit:index"), "label": str(self.page_title)}
        return [*self.breadcrumbs_items, here]
