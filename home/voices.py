"""Each organisation tells for itself: nobody else changes what the police have written.

Editors of the municipality approve what the police tell, send it back or take it from
the site, but never in other words than the police's own.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from .models.told import ToldPage


@hooks.register("before_edit_page")
def keep_to_own_voice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to save the police's words for others; let them approve what it says."""
    if request.method != "POST" or not isinstance(page, ToldPage):
        return None
    if page.may_be_changed_by(request.user):  # type: ignore[arg-type]
        return None
    if "action-workflow-action" in request.POST and _decide(request, page):
        return redirect("wagtailadmin_home")
    messages.error(
        request,
        _(
            "What the page tells is the police's own. Ask them to change it; you can "
            "approve it, send it back or take it from the site."
        ),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _decide(request: HttpRequest, page: ToldPage) -> bool:
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
