"""The audit log's place in the admin: in the menu of reports, instead of Wagtail's."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from home.history import name_actions

from .models import AuditLine
from .policies import POLICY
from .refusals import WORDS
from .views import AuditView

register_permission_policy(AuditLine, POLICY)


@hooks.register("register_admin_urls")
def audit_urls() -> list[URLPattern | URLResolver]:
    """Give the log its addresses."""
    views = [
        path("", AuditView.as_view(), name="index"),
        path("resultat/", AuditView.as_view(results_only=True), name="results"),
    ]
    return [path("logg/", include((views, "audit"), namespace="audit"))]


class AuditMenuItem(MenuItem):
    """*Händelselogg*, for those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        return POLICY.user_has_permission(request.user, "view")  # type: ignore[arg-type]


@hooks.register("register_reports_menu_item")
def audit_in_the_menu() -> MenuItem:
    """Give the log its place."""
    return AuditMenuItem(
        _("Audit log"),
        reverse("audit:index"),
        name="audit",
        icon_name="history",
        order=100,
    )


@hooks.register("construct_reports_menu")
def leave_out_wagtails(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out Wagtail's own list: it knows no municipalities."""
    items[:] = [item for item in items if item.name != "site-history"]


@hooks.register("register_log_actions")
def name_refusals(actions: LogActionRegistry) -> None:
    """Say in words what was refused."""
    name_actions(actions, WORDS)
