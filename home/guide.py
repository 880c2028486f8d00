"""The first-time guide on the start page of the admin: a few steps, each a click away.

Each feature adds its own under the hook ``first_steps``: a function that takes the
request and returns a ``FirstStep``, or None where this person may not take it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .models import SiteSettings


@dataclass(frozen=True)
class FirstStep:
    """Something to begin with: what it is, why, and where it is done."""

    title: str
    text: str
    url: str


class GuidePanel(Component):
    """The steps that this person may take, until the person closes the guide."""

    name = "guide"
    template_name = "home/admin/guide_panel.html"
    order = 50

    def __init__(self, request: HttpRequest) -> None:
        steps = [make(request) for make in hooks.get_hooks("first_steps")]
        self.steps = [step for step in steps if step is not None]

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Give the template the steps and the name under which it can be closed."""
        return {"steps": self.steps, "dismissible_id": self.name}

    def is_shown_to(self, request: HttpRequest) -> bool:
        """Whether there is something to tell, and the guide has not been closed."""
        profile = getattr(request.user, "wagtail_userprofile", None)
        is_closed = profile is not None and profile.dismissibles.get(self.name)
        return bool(self.steps) and not is_closed


def add_page_url(
    request: HttpRequest, parent: type[Page], child: type[Page]
) -> str | None:
    """Return where this person adds a *child* under the first *parent*; None if not."""
    for page in parent.objects.order_by("path")[:20]:
        if page.permissions_for_user(request.user).can_add_subpage():
            names = (child._meta.app_label, child._meta.model_name, page.pk)
            return reverse("wagtailadmin_pages:add", args=names)
    return None


@hooks.register("construct_homepage_panels")
def show_guide_first(request: HttpRequest, panels: list[Component]) -> None:
    """Put the guide above everything else."""
    panel = GuidePanel(request)
    if panel.is_shown_to(request):
        panels.insert(0, panel)


@hooks.register("first_steps", order=300)
def set_up_the_site(request: HttpRequest) -> FirstStep | None:
    """Name, colour and contacts, for those who may change them."""
    policy = policy_registry.get_by_type(SiteSettings)
    if not policy.user_has_permission(request.user, "change"):
        return None
    return FirstStep(
        title=_("Set name, colour and contacts"),
        text=_("What the site is called, how it looks, and whom residents ask."),
        url=reverse(
            "wagtailsettings:edit", args=("home", SiteSettings._meta.model_name)
        ),
    )
