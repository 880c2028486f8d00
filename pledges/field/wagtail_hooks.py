"""The field's place in the admin: second in the menu, after quick news."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.start import Group, Item
from pledges.permissions import reports_for

from . import admin_urls


@hooks.register("register_admin_urls", order=-1)
def field_urls() -> list[URLPattern | URLResolver]:
    """Give the field its addresses."""
    return [path("loften/faltet/", include(admin_urls, namespace="pledge_field"))]


class FieldMenuItem(MenuItem):
    """*Från fältet*, for those who report for an organisation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person does."""
        return reports_for(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def field_in_the_menu() -> MenuItem:
    """Give the field its place in the menu."""
    return FieldMenuItem(
        _("From the field"),
        reverse("pledge_field:field"),
        name="field",
        icon_name="mobile-alt",
        order=20,
    )


@hooks.register("start_page_items", order=20)
def report_from_here(request: HttpRequest) -> Iterator[Item]:
    """One of the first things to do for those who report."""
    if reports_for(request.user):  # type: ignore[arg-type]
        yield Item(
            Group.DEED, _("Report from the field"), reverse("pledge_field:field")
        )
