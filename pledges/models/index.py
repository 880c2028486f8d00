"""The page of all pledges."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import BasePage
from home.visibility import readable

from ..lists import chosen_part_of
from .pages import PledgePage


class PledgeIndexPage(BasePage):
    """All pledges: what has been promised near whom, and how it goes."""

    old_after = None
    template = "pledges/pledge_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pledges.PledgePage"]
    max_count_per_parent = 1
    page_description = _("The list of citizen pledges.")

    class Meta:
        verbose_name = _("list of pledges")
        verbose_name_plural = _("lists of pledges")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the part of the list that the address asks for."""
        context = super().get_context(request, *args, **kwargs)
        pledges = readable(PledgePage.objects.child_of(self).numbered())
        chosen = chosen_part_of(pledges, self, request.GET, timezone.localdate())
        return {**context, **chosen}
