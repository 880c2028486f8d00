"""What our own pages of the admin are made of."""

from typing import Any

from django.http import HttpRequest
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .models import User


class StaffRequest(HttpRequest):
    """A request in the admin, where somebody has always logged in."""

    user: User


class StaffView(WagtailAdminTemplateMixin, View):
    """A page of the admin that knows its way up."""

    request: StaffRequest

    def pages_above(self) -> list[tuple[str, str]]:
        """The pages on the way here, each as address and name."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here, and this page."""
        above = [{"url": url, "label": label} for url, label in self.pages_above()]
        here = {"url": "", "label": self.get_page_subtitle() or self.get_page_title()}
        return [*self.breadcrumbs_items, *above, here]
