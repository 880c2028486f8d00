from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy

from dialogue.permissions import MODERATE
from dialogue.policies import RecordsOfOwnMunicipality

from . import admin_urls
from .models import AccessibilityDecision

register_permission_policy(
    AccessibilityDecision,
    RecordsOfOwnMunicipality(AccessibilityDecision, "report__municipality"),
)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern | URLResolver]:
    """Give the reports their addresses."""
    return [path("tillganglighet/", include(admin_urls, namespace="obstacles"))]


class ReportsMenuItem(MenuItem):
    """*Hinder*, for those who review."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may read them."""
        return request.user.has_perm(MODERATE)


@hooks.register("register_admin_menu_item")
def reports_in_the_menu() -> MenuItem:
    """Give the reports their place in the menu, after the desk."""
    return ReportsMenuItem(
        _("Obstacles"),
        reverse("obstacles:reports"),
        name="obstacles",
        icon_name="warning",
        order=160,
    )
