"""Publishing many pages: what is not ready stays a draft, the others become public."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

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
