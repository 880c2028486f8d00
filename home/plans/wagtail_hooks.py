from django.utils.translation import gettext as _
from wagtail import hooks

from .models import ActionPlanIndexPage


@hooks.register("first_pages", order=250)
def list_of_plans() -> ActionPlanIndexPage:
    """The list of action plans that a new site begins with."""
    return ActionPlanIndexPage(
        title=_("Action plans"), slug="atgardsplaner", show_in_menus=False
    )
