"""What must happen because something has changed."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from .generation import forget_on_commit
from .models import (
    Area,
    BasePage,
    Municipality,
    Organisation,
    SiteImage,
    SiteSettings,
)
from .tasks import make_sizes_of_picture

REMEMBERED = (
    Area,
    Locale,
    Municipality,
    Organisation,
    PageViewRestriction,
    Site,
    SiteSettings,
)


def something_remembered_changed(sender: type[Model], **kwargs: Any) -> None:
    """Make all processes look again: they keep what these models hold in memory."""
    if issubclass(sender, (*REMEMBERED, Page)):
        forget_on_commit()


def page_was_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Date a page anew if, and only if, what it says has changed."""
    if isinstance(instance, BasePage):
        date_content(instance)
    forget_on_commit()


def picture_was_saved(
    sender: type[SiteImage], instance: SiteImage, raw: bool = False, **kwargs: Any
) -> None:
    """Make the sizes that pages show, as soon as the picture is stored."""
    if not raw:
        transaction.on_commit(partial(make_sizes_of_picture.enqueue, instance.pk))


def settings_were_saved(
    sender: type[SiteSettings], instance: SiteSettings, raw: bool = False, **kwargs: Any
) -> None:
    """Make the size in which the head of each page shows the logo."""
    if instance.logo_id is not None and not raw:
        transaction.on_commit(partial(make_sizes_of_picture.enqueue, instance.logo_id))


def tree_changed(sender: type[Page], **kwargs: Any) -> None:
    """Make all processes look again: menus and addresses come from the tree."""
    forget_on_commit()


def date_content(page: BasePage) -> None:
    """Set the day of “last updated”; an imported page keeps the day it came with."""
    fingerprint = page.fingerprint()
    if fingerprint == page.content_fingerprint:
        return
    is_first_time = not page.content_fingerprint
    if not (is_first_time and page.content_changed_on):
        page.content_changed_on = timezone.localdate()
    page.content_fingerprint = fingerprint
    type(page)._base_manager.filter(pk=page.pk).update(
        content_changed_on=page.content_changed_on,
        content_fingerprint=page.content_fingerprint,
    )


def connect() -> None:
    """Listen from now on."""
    for signal in (post_save, post_delete):
        signal.connect(something_remembered_changed, dispatch_uid="home.remembered")
    post_save.connect(
        picture_was_saved,
        sender=SiteImage,
        dispatch_uid="home.picture_was_saved",
    )
    post_save.connect(
        settings_were_saved,
        sender=SiteSettings,
        dispatch_uid="home.settings_were_saved",
    )
    page_published.connect(page_was_published, dispatch_uid="home.page_was_published")
    for signal in (page_unpublished, page_slug_changed, post_page_move):
        signal.connect(tree_changed, dispatch_uid="home.tree_changed")
