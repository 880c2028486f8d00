from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from home.guide import FirstStep, add_page_url

from .importing.history import IMPORTED
from .models import AgreementIndexPage, AgreementPage, FocusAreaIndexPage
from .viewsets import AgreementVersionViewSet


@hooks.register("first_steps", order=200)
def write_agreement(request: HttpRequest) -> FirstStep | None:
    """An agreement, for those who may write one."""
    url = add_page_url(request, AgreementIndexPage, AgreementPage)
    if url is None:
        return None
    return FirstStep(
        title=_("Publish an agreement"),
        text=_("What the municipality and the police have agreed, and for how long."),
        url=url,
    )


@hooks.register("register_log_actions")
def name_import(actions: LogActionRegistry) -> None:
    """What the history of a page calls an import."""
    actions.register_action(IMPORTED, _("Import"), _("Imported from the old site"))


@hooks.register("first_pages", order=100)
def list_of_agreements() -> AgreementIndexPage:
    """The list of agreements that a new site begins with."""
    return AgreementIndexPage(
        title=_("Agreements"), slug="overenskommelser", show_in_menus=True
    )


@hooks.register("first_pages", order=200)
def list_of_focus_areas() -> FocusAreaIndexPage:
    """The list of focus areas that a new site begins with."""
    return FocusAreaIndexPage(
        title=_("Focus areas"), slug="fokusomraden", show_in_menus=True
    )


@hooks.register("register_admin_viewset")
def register_archive() -> AgreementVersionViewSet:
    """Give the archive its place in the menu, for those who may read it."""
    return AgreementVersionViewSet("agreement-versions", url_prefix="arkiv")
