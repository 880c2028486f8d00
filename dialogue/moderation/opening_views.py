"""Whether one page takes comments: a small form beside the page's own."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from dialogue.access import municipality_of_site, thread_of
from dialogue.actions.opening import Wanted, set_opening
from dialogue.models import Thread
from home.accounts.models import User
from home.models import BasePage

from .forms import OpeningForm
from .views import AtTheDesk


def may_open(user: User, page: Page) -> bool:
    """Whether *user* decides if *page* takes comments: whoever publishes it does.

    Asks nothing of the database that a list of pages has not asked already.
    """
    is_ours = issubclass(page.specific_class or Page, BasePage)
    return is_ours and bool(page.permissions_for_user(user).can_publish())


class OpeningView(AtTheDesk):
    """The form for one page."""

    template_name = "dialogue/moderation/opening.html"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Find the page. Raises Http404, and PermissionDenied for others' pages."""
        found = Page.objects.filter(pk=page_id).first()
        if found is None:
            raise Http404
        self.page = found.specific
        site = self.page.get_site()
        municipality = municipality_of_site(site.pk) if site is not None else None
        if municipality is None or not may_open(self.request.user, self.page):
            raise PermissionDenied
        self.municipality = municipality
        if getattr(self.page, "is_sensitive", False):
            words = _("The subject of this page is sensitive: it takes no comments.")
            messages.warning(request, words)
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().dispatch(request, page_id)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here: the page, and its comments."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": _("Comments")},
        ]

    def get_page_title(self) -> str:
        """The page that it is about."""
        return _("Comments on %(page)s") % {"page": self.page.get_admin_display_title()}

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show how it is."""
        return self._show(OpeningForm(instance=self._thread()))

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Change it, and lead back to the page."""
        form = OpeningForm(request.POST, instance=self._thread())
        if not form.is_valid():
            return self._show(form, status=422)
        chosen = form.cleaned_data
        wanted = Wanted(
            opening=chosen["opening"],
            opens_on=chosen["opens_on"],
            closes_on=chosen["closes_on"],
            because=chosen["closed_because"],
        )
        set_opening(self.page, self.municipality, wanted)
        messages.success(request, _("The page's comments were set."))
        return redirect(reverse("wagtailadmin_pages:edit", args=[self.page.pk]))

    def _thread(self) -> Thread:
        """How it is now; as other pages of its kind, if nobody has chosen yet."""
        thread = thread_of(self.page)
        return thread or Thread(
            municipality=self.municipality, translation_key=self.page.translation_key
        )

    def _show(self, form: OpeningForm, status: int = 200) -> HttpResponse:
        context = self.get_context_data(form=form, page_to_open=self.page)
        return self.render_to_response(context, status=status)
