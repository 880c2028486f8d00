"""Each organisation tells for itself: nobody else changes what the police have written.

Editors of the municipality approve the police's news, send them back or take them from
the site, but never in other words than the police's own.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from home.accounts.models import User

from .models import NewsPage


def may_change(user: User, news: NewsPage) -> bool:
    """Whether *user* may change the words of *news*: of the police the police alone."""
    teller = news.responsible
    if teller is None or not teller.is_police or user.is_superuser:
        return True
    return user.organisation_id == teller.pk


@hooks.register("before_edit_page")
def keep_to_own_voice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to save the police's news for others; let them approve it as it reads."""
    if request.method != "POST" or not isinstance(page, NewsPage):
        return None
    user: User = request.user  # type: ignore[assignment]
    if may_change(user, page):
        return None
    if "action-workflow-action" in request.POST and _decide(request, page):
        return redirect("wagtailadmin_home")
    messages.error(
        request,
        _(
            "The news item is the police's own. Ask them to change it; you can approve "
            "it, send it back or take it from the site."
        ),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _decide(request: HttpRequest, page: NewsPage) -> bool:
    """Approve or send back what was proposed, as it reads; say if it was done."""
    state = page.current_workflow_task_state
    name = request.POST.get("workflow-action-name", "")
    if state is None:
        return False
    task = state.task.specific
    if name not in {action for action, *_words in task.get_actions(page, request.user)}:
        return False
    comment = request.POST.get("workflow-action-extra-data", "")[:500]
    task.on_action(state, request.user, name, comment=comment)
    messages.success(request, _("It is done, in the words of the police."))
    return True
