"""Accounts are deactivated, never deleted: decisions point to who made them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from .models import User


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
