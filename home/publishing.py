"""What is not ready to be public: refused in words, whoever publishes and however."""

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

# What the history of a page calls a publication that could not be made in time.
REFUSED = "home.publish.refused"


class NotReady(ValidationError):
    """A page lacks something that it needs before it can be public.

    page  the page
    told  the refusal in a sentence or two, for the one who publishes
    """

    def __init__(self, page: Page, missing: Iterable[str]) -> None:
        super().__init__(list(missing))
        self.page = page
        self.told = _("“%(title)s” cannot be published yet. %(missing)s") % {
            "title": page.get_admin_display_title(),
            "missing": " ".join(self.messages),
        }


class TellWhatIsMissing:
    """Lead staff who publish what is not ready to its editor, and say what it lacks.

    Wagtail publishes in many places – approval, bulk, reports – and its own form, which
    asks first, stands before one of them alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer for a refusal; leave all other trouble alone."""
        if not isinstance(exception, NotReady):
            return _lead_to_what_is_saved(request, exception)
        messages.error(request, exception.told)
        address = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # How Wagtail's dialogue for a comment on an approval is led onwards.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


def _lead_to_what_is_saved(
    request: HttpRequest, exception: Exception
) -> HttpResponse | None:
    """Answer whoever publishes a new page while Wagtail saves it by itself.

    Both want the same address, and the second finds it taken: after its form was
    checked, where Wagtail no longer looks.
    """
    at = request.resolver_match
    is_taken = isinstance(exception, ValidationError) and "slug" in getattr(
        exception, "error_dict", {}
    )
    if at is None or at.view_name != "wagtailadmin_pages:add" or not is_taken:
        return None
    messages.warning(
        request,
        _("The page has just been saved as a draft. Open it here and publish it."),
    )
    return redirect("wagtailadmin_explore", at.kwargs["parent_page_id"])
