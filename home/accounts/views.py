"""What allauth has no page for: the invitation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from .account_forms import ChoosePasswordForm
from .invitations import NoSuchInvitation, accept, find_invited


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody who was invited choose a password, then log in."""
    try:
        user = find_invited(token)
        form = ChoosePasswordForm(request.POST or None, user=user)
        if form.is_valid():
            accept(token, password=form.cleaned_data["password"])
            messages.success(request, _("Your password is set. Log in with it now."))
            return redirect("account_login")
    except NoSuchInvitation:
        return render(request, "account/invitation_over.html", status=410)
    status = 422 if form.is_bound else 200
    context = {"form": form, "invited": user}
    return render(request, "account/invitation.html", context, status=status)
