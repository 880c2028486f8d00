"""What staff are told after they have saved something that points out a person."""

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .messages import named
from .of_staff import pointed_out_in, refused_in


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_persons_on_page(request: HttpRequest, page: Page) -> None:
    """Tell of what keeps a draft from being public, or was published on purpose."""
    if request.method != "POST" or not request.accepts("text/html"):
        return
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if found := refused_in(page):
        message = _(
            "The draft is saved, but cannot be published as it is. It seems to hold: "
            "%(found)s. Take it out before you publish."
        )
        messages.warning(request, message % {"found": named(found)})
    elif {"action-publish", "action-submit"} & request.POST.keys():
        point_out(request, page, address)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def tell_of_persons_in_snippet(request: HttpRequest, instance: Model) -> None:
    """Tell of what readers can now see; a form has refused all else."""
    viewset = type(instance).snippet_viewset  # type: ignore[attr-defined]
    point_out(
        request, instance, reverse(viewset.get_url_name("edit"), args=[instance.pk])
    )


def point_out(request: HttpRequest, instance: Model, address: str) -> None:
    """Ask whether what points out a person is meant to be public; block nothing."""
    found = pointed_out_in(instance)
    if not found:
        return
    message = _(
        "The text holds what can point out a person: %(found)s. Is it meant to be "
        "read by everybody?"
    )
    messages.warning(
        request,
        message % {"found": named(found)},
        buttons=[messages.button(address, _("Look at it once more"))],
    )
