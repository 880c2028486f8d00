"""What must happen because rules for comments were published."""

from typing import Any

from wagtail.log_actions import get_active_log_context
from wagtail.signals import page_published

from .actions import store_rules
from .models import CommentRulesPage


def rules_were_published(
    sender: type[CommentRulesPage], instance: CommentRulesPage, **kwargs: Any
) -> None:
    """Keep what residents read from now on."""
    store_rules(instance, by=get_active_log_context().user)


def connect() -> None:
    """Listen from now on."""
    page_published.connect(
        rules_were_published,
        sender=CommentRulesPage,
        dispatch_uid="dialogue_comments.rules_were_published",
    )
