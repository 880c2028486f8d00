"""What is done with many at once, where Wagtail's own way leaves something undone.

Publishing many pages: what is not ready stays a draft, the others become public. Moving
many documents or pictures: readers' pages follow, though no row is saved by itself.
"""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.documents.views.bulk_actions.add_to_collection import (
    AddToCollectionBulkAction as MoveDocumentsInBulk,
)
from wagtail.images.views.bulk_actions.add_to_collection import (
    AddToCollectionBulkAction as MovePicturesInBulk,
)
from wagtail.models import Page

from .generation import forget_on_commit
from .publishing import NotReady


@hooks.register("register_bulk_action", order=1)  # after Wagtail's own, for its place
class PublishWhatIsReady(PublishBulkAction):
    """Publishes one page after another, and tells of each that could not be."""

    def get_execution_context(self) -> dict[str, Any]:
        """Add where to put the refusals."""
        self.refusals: list[NotReady] = []
        return {**super().get_execution_context(), "refusals": self.refusals}

    @classmethod
    def execute_action(
        cls,
        objects: list[Page],
        include_descendants: bool = False,
        user: Any = None,
        refusals: list[NotReady] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Publish *objects*; return how many, and how many beneath them."""
        parents = children = 0
        for page in objects:
            try:
                with transaction.atomic():
                    above, beneath = super().execute_action(
                        [page], include_descendants, user=user
                    )
            except NotReady as refusal:
                if refusals is not None:
                    refusals.append(refusal)
            else:
                parents, children = parents + above, children + beneath
        return parents, children

    def get_success_message(self, *numbers: int) -> str | None:
        """Tell of each refusal, and how many became public, if any."""
        for refusal in self.refusals:
            messages.error(self.request, refusal.told)
        return super().get_success_message(*numbers) if any(numbers) else None


class TellsOfMove:
    """Part of a bulk action: makes all processes look again at what it has moved."""

    @classmethod
    def execute_action(
        cls, objects: list[Model], **kwargs: Any
    ) -> tuple[int, int] | None:
        """Move *objects*; return how many, and how many beneath them."""
        with transaction.atomic():
            forget_on_commit()
            return super().execute_action(objects, **kwargs)  # type: ignore[misc]


@hooks.register("register_bulk_action", order=1)
class MoveDocuments(TellsOfMove, MoveDocumentsInBulk):
    """Move many documents to a collection, perhaps one that is closed."""


@hooks.register("register_bulk_action", order=1)
class MovePictures(TellsOfMove, MovePicturesInBulk):
    """Move many pictures to a collection."""
