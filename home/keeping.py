"""The admin's doors to deletion: what is used stays, and the refusal says where it is.

Wagtail counts the places and warns; after that it deletes, or answers “no permission”
where the database protects what is asked for.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.documents.views import documents
from wagtail.documents.views import multiple as many_documents
from wagtail.documents.views.bulk_actions.delete import (
    DeleteBulkAction as DeleteDocumentsInBulk,
)
from wagtail.images.views import images
from wagtail.images.views import multiple as many_images
from wagtail.images.views.bulk_actions.delete import (
    DeleteBulkAction as DeletePicturesInBulk,
)
from wagtail.models import Page
from wagtail.snippets.bulk_actions.delete import (
    DeleteBulkAction as DeleteSnippetsInBulk,
)

from .deletion import pages_going_with, what_holds, where_used

MOST_NAMED = 10


def refuse_deletion(request: HttpRequest, instances: list[Model]) -> bool:
    """Tell why *instances* must stay, if they must; say whether they must."""
    are_pages = all(isinstance(one, Page) for one in instances)
    # A page that others only link to may go: its links fall silent.
    places = [] if are_pages else where_used(instances)
    holders = places or what_holds(instances)
    if not holders:
        return False
    named = holders[:MOST_NAMED]
    if len(holders) > MOST_NAMED:
        more = len(holders) - MOST_NAMED
        named.append(_("and %(number)d more") % {"number": more})
    messages.error(
        request,
        _("This cannot be deleted, since other things point to it: %(holders)s.")
        % {"holders": ", ".join(named)},
    )
    return True


@hooks.register("before_delete_page")
def refuse_to_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep pages that records point to; unpublishing is the way to take one away."""
    if refuse_deletion(request, pages_going_with(page)):
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_delete_snippet")
def refuse_to_delete_snippet(
    request: HttpRequest, instances: list[Model]
) -> HttpResponse | None:
    """Keep organisations and areas that anything points to."""
    if not refuse_deletion(request, instances):
        return None
    viewset = type(instances[0]).snippet_viewset  # type: ignore[attr-defined]
    return redirect(viewset.get_url_name("list"))


@hooks.register("before_bulk_action")
def refuse_to_delete_pages(
    request: HttpRequest, action: str, objects: list[Model], view: object
) -> HttpResponse | None:
    """Keep in bulk the pages that may not be deleted one by one."""
    pages = [one for one in objects if isinstance(one, Page)]
    if action != "delete" or request.method != "POST" or not pages:
        return None
    going: list[Model] = [one for page in pages for one in pages_going_with(page)]
    return back(request) if refuse_deletion(request, going) else None


def back(request: HttpRequest) -> HttpResponse:
    """Lead to where this person came from."""
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


class KeepsUsed:
    """Part of a view that deletes one thing: leads to the places, if there are any."""

    def get(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """Ask whether to delete, unless it must stay."""
        return self._refusal(request) or super().get(request, *args, **kwargs)  # type: ignore[misc]

    def post(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """Delete, unless it must stay."""
        return self._refusal(request) or super().post(request, *args, **kwargs)  # type: ignore[misc]

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        one = self.object  # type: ignore[attr-defined]
        if not refuse_deletion(request, [one]):
            return None
        return redirect(reverse(self.usage_url_name, args=[one.pk]))  # type: ignore[attr-defined]


class KeepsUsedUpload:
    """Part of a view that takes away what has just been uploaded, asked by a script."""

    def post(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> JsonResponse:
        """Delete, unless it is used by now. Raises PermissionDenied."""
        number = kwargs[self.pk_url_kwarg]  # type: ignore[attr-defined]
        uploads = self.get_model().objects.filter(pk=number)  # type: ignore[attr-defined]
        if where_used(list(uploads)):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)  # type: ignore[misc]


class KeepsUsedInBulk:
    """Part of a bulk action: deletes all that was chosen, or nothing and says why."""

    def prepare_action(
        self, objects: list[Model], objects_without_access: dict
    ) -> HttpResponse | None:
        """Answer at once if anything must stay."""
        request = self.request  # type: ignore[attr-defined]
        if refuse_deletion(request, list(objects)):
            return back(request)
        return super().prepare_action(objects, objects_without_access)  # type: ignore[misc]


class DeletePicture(KeepsUsed, images.DeleteView):
    """Delete a picture that nothing shows."""


class DeleteUploadedPicture(KeepsUsedUpload, many_images.DeleteView):
    """Take away a picture that was just uploaded."""


class DeleteDocument(KeepsUsed, documents.DeleteView):
    """Delete a document that nothing leads to."""


class DeleteUploadedDocument(KeepsUsedUpload, many_documents.DeleteView):
    """Take away a document that was just uploaded."""


@hooks.register("register_admin_urls", order=-1)
def doors_of_our_own() -> list[URLPattern]:
    """Stand before Wagtail's own doors, at the same addresses."""
    return [
        path("images/<int:image_id>/delete/", DeletePicture.as_view()),
        path("images/multiple/<int:image_id>/delete/", DeleteUploadedPicture.as_view()),
        path("documents/delete/<int:document_id>/", DeleteDocument.as_view()),
        path(
            "documents/multiple/<int:doc_id>/delete/", DeleteUploadedDocument.as_view()
        ),
    ]


# Registered after Wagtail's own, which they replace.


@hooks.register("register_bulk_action", order=1)
class KeepUsedPictures(KeepsUsedInBulk, DeletePicturesInBulk):
    """Delete many pictures."""


@hooks.register("register_bulk_action", order=1)
class KeepUsedDocuments(KeepsUsedInBulk, DeleteDocumentsInBulk):
    """Delete many documents."""


@hooks.register("register_bulk_action", order=1)
class KeepUsedSnippets(KeepsUsedInBulk, DeleteSnippetsInBulk):
    """Delete many organisations or areas."""
