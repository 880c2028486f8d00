"""Doors of Wagtail's admin that it leaves more open than we do.

Some of its addresses ask only whether somebody has logged in, and then name what lies
behind: a draft of another municipality, a page that the police have no part in.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from wagtail import hooks
from wagtail.admin import auth
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page, Task
from wagtail.permissions import page_permission_policy, policy_registry

from .models import Signature
from .privacy import set_privacy
from .publishing import NotReady
from .signing import told_to_stay

Next = Callable[[HttpRequest], HttpResponse]
SEEING = ["view", "add", "change", "delete", "choose"]


def _may_move(user: AbstractUser, page_to_move_id: int, **places: int) -> bool:
    page = Page.objects.filter(pk=page_to_move_id).first()
    return page is not None and page.permissions_for_user(user).can_move()


def _may_edit(user: AbstractUser, page_id: int, **places: int) -> bool:
    page = Page.objects.filter(pk=page_id).first()
    return page is not None and page.permissions_for_user(user).can_edit()


def _may_add_pages(user: AbstractUser, **places: str) -> bool:
    return page_permission_policy.user_has_permission(user, "add")


def _may_arrange_work(user: AbstractUser, **places: int) -> bool:
    return policy_registry.get_by_type(Task).user_has_any_permission(
        user, ["add", "change"]
    )


# Who may pass, by the name of the address.
DOORS: Mapping[str, Callable[..., bool]] = {
    "wagtailadmin_pages:move_confirm": _may_move,
    "wagtailadmin_pages:confirm_workflow_cancellation": _may_edit,
    "wagtailadmin_pages:choose_parent": _may_add_pages,
    "wagtailadmin_workflows:task_chooser": _may_arrange_work,
    "wagtailadmin_workflows:task_chooser_results": _may_arrange_work,
    "wagtailadmin_workflows:task_chooser_create": _may_arrange_work,
    "wagtailadmin_workflows:task_chosen": _may_arrange_work,
}


class KeepDoors:
    """Ask at each of the doors whether this person may pass."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple, places: dict
    ) -> HttpResponse | None:
        """Answer whoever may not as Wagtail does; logging in comes first."""
        match = request.resolver_match
        may_pass = DOORS.get(match.view_name) if match is not None else None
        if may_pass is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        return (
            None
            if may_pass(request.user, **places)
            else auth.permission_denied(request)
        )


def reach_of(user: AbstractUser, model: type[Model]) -> QuerySet:
    """The rows of *model* that *user* has anything to do with in the admin."""
    if issubclass(model, Page):
        return page_permission_policy.explorable_instances(user)
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, SEEING)


@auth.require_admin_access
def bulk(
    request: HttpRequest, app_label: str, model_name: str, action: str
) -> HttpResponse:
    """Do something with many at once; name nothing that is out of reach.

    Raises PermissionDenied if nothing of what was chosen is within it.
    """
    action_class = bulk_action_registry.get_bulk_action_class(
        app_label, model_name, action
    )
    if action_class is None:
        raise Http404
    own_class = type(action_class.__name__, (WithinReach, action_class), {})
    return own_class(request, apps.get_model(app_label, model_name)).dispatch(request)


class WithinReach:
    """Part of an action with many at once: says nothing of what is out of reach."""

    def get_actionable_objects(self) -> tuple[list, dict[str, Any]]:
        """Return what can be done, and what cannot. Raises PermissionDenied."""
        objects, others = super().get_actionable_objects()  # type: ignore[misc]
        model, user = self.model, self.request.user  # type: ignore[attr-defined]
        refused = others["items_with_no_access"]
        near = reach_of(user, model).filter(pk__in=[one.pk for one in refused])
        known = set(near.values_list("pk", flat=True))
        others["items_with_no_access"] = [one for one in refused if one.pk in known]
        is_done = self.request.method == "POST"  # type: ignore[attr-defined]
        if not objects and (is_done or not known):
            raise PermissionDenied
        return objects, others


class OwnMedia:
    """Part of an interface for programs: gives the pictures or documents in reach."""

    authentication_classes = (SessionAuthentication,)

    def get_queryset(self) -> QuerySet:
        """Return those that this person may choose or change."""
        rows = super().get_queryset()  # type: ignore[misc]
        own = reach_of(self.request.user, rows.model)  # type: ignore[attr-defined]
        return rows.filter(pk__in=own.values("pk"))


class OwnImages(OwnMedia, ImagesAdminAPIViewSet):
    """The pictures of one's own municipality."""


class OwnDocuments(OwnMedia, DocumentsAdminAPIViewSet):
    """The documents of one's own municipality."""


class PublishWhatIsReady(PublishPageAPIAction):
    """Publishes by the page's own way, which refuses what is not ready."""

    def execute(self, instance: Page, data: Mapping[str, Any]) -> Response:
        """Publish the draft. Raises ValidationError for one that lacks something."""
        user = self.request.user
        revision = instance.get_latest_revision() or instance.save_revision(user=user)
        try:
            revision.publish(user=user)
        except NotReady as refusal:
            raise ValidationError(refusal.messages) from refusal
        published = instance.specific_class.objects.get(pk=instance.pk)
        return Response(self.view.get_serializer(published).data)


class UnpublishWhatIsNotSigned(UnpublishPageAPIAction):
    """Takes down what nobody has signed, and nothing above what is signed."""

    def execute(self, instance: Page, data: Mapping[str, Any]) -> Response:
        """Take the page down. Raises ValidationError for a signed one, or above one."""
        signed = Signature.objects.pages_signed_from(instance).first()
        if signed is not None:
            raise ValidationError([told_to_stay(signed)])
        return super().execute(instance, data)


class OwnPages(PagesAdminAPIViewSet):
    """The pages, published and taken down by our rules."""

    actions = {
        **PagesAdminAPIViewSet.actions,
        "publish": PublishWhatIsReady,
        "unpublish": UnpublishWhatIsNotSigned,
    }


@hooks.register("construct_admin_api", order=1)  # after Wagtail's own, for their place
def keep_to_our_rules(router: WagtailAPIRouter) -> None:
    """Let the admin's interface for programs keep to our rules, as its forms do."""
    router.register_endpoint("pages", OwnPages)
    router.register_endpoint("images", OwnImages)
    router.register_endpoint("documents", OwnDocuments)


urlpatterns: list[URLPattern] = [
    path("bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk),
    path("pages/<int:page_id>/privacy/", set_privacy),
]
