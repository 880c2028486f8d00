"""What must happen because news are shown."""

from typing import Any

from django.utils import timezone
from wagtail.signals import page_published

from home.news.models import NewsPage

from .actions import count_what_waited


def news_was_published(
    sender: type[NewsPage], instance: NewsPage, **kwargs: Any
) -> None:
    """Count what waited for it."""
    count_what_waited(instance, now=timezone.now())


def connect() -> None:
    """Listen from now on."""
    page_published.connect(
        news_was_published, sender=NewsPage, dispatch_uid="pledges.counting.news"
    )
