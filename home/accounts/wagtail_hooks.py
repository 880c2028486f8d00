"""Accounts are deactivated, never deleted: decisions point to who made them."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, log

from home.history import name_actions

from .models import User
from .records import ACTIVATED, DEACTIVATED, WORDS, in_words
from .sessions import end_sessions
from .viewsets import InviteView


@hooks.register("before_delete_user")
def refuse_to_delete_user(request: HttpRequest, user: User) -> HttpResponse:
    """Lead to the account, where it can be deactivated."""
    messages.error(
        request,
        _("An account is never deleted. Take away the tick at Active instead."),
    )
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("before_bulk_action")
def refuse_in_bulk(
    request: HttpRequest, action: str, objects: list, view: object
) -> HttpResponse | None:
    """Keep accounts from being deleted, or changed across municipalities, in bulk.

    Raises PermissionDenied for accounts that this person could not open one by one.
    """
    if not objects or not isinstance(objects[0], User):
        return None
    if action == "delete":
        messages.error(
            request,
            _("An account is never deleted. Take away the tick at Active instead."),
        )
        return redirect("wagtailusers_users:index")
    if not request.user.is_superuser:
        raise PermissionDenied
    return None


@hooks.register("after_bulk_action")
def end_sessions_in_bulk(
    request: HttpRequest, action: str, objects: list, view: Any
) -> None:
    """Do for accounts changed in bulk what our signals do for those that are saved."""
    if not objects or not isinstance(objects[0], User):
        return
    end_sessions(user.pk for user in objects)
    if action == "set_active_state":
        is_open = view.cleaned_form.cleaned_data["mark_as_active"]
        for user in objects:
            log(user, ACTIVATED if is_open else DEACTIVATED)


@hooks.register("register_admin_urls")
def invitation_urls() -> list[URLPattern]:
    """Give the invitation its address."""
    return [path("inbjudan/<int:pk>/", InviteView.as_view(), name="invite")]


@hooks.register("register_user_listing_buttons")
def invite_in_the_list(user: User, request_user: User) -> Iterator[Button]:
    """Lead from an account to a new invitation."""
    if user.is_active:
        label = _("Send a new password link") if user.has_accepted else _("Invite")
        url = reverse("invite", args=[user.pk])
        yield Button(label, url=url, icon_name="mail", priority=15)


@hooks.register("register_account_menu_item")
def own_account(request: HttpRequest) -> dict[str, str]:
    """Lead from Wagtail's page about oneself to password, passkeys and sessions."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Login and security"),
        "help_text": _("Password, passkeys, codes, and where you are logged in."),
    }


@hooks.register("register_log_actions")
def name_records(actions: LogActionRegistry) -> None:
    """Say in words what happens to accounts."""
    name_actions(actions, WORDS, in_words)
