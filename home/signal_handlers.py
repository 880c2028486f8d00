"""What must happen because something has changed."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_save,
    pre_delete,
    pre_save,
)
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from .generation import announce, forget_on_commit
from .models import BasePage, SiteImage, SiteRendition, SiteSettings
from .tasks import make_sizes_of_picture

# What no reader ever sees, so that no page grows old by it. Everything else is taken to
# stand on some page. An app whose rows mostly wait unseen tells of what readers see
# by itself, and says so: ``tells_of_changes = True`` in its AppConfig.
UNSEEN_APPS = {
    "account",
    "admin",
    "auth",
    "contenttypes",
    "home_audit",
    "mfa",
    "migrations",
    "sessions",
    "socialaccount",
    "usersessions",
    "wagtailadmin",
    "wagtailsearch",
    "wagtailusers",
}
UNSEEN = {
    "home.siterendition",
    "home_news.sentnews",
    "wagtailcore.comment",
    "wagtailcore.commentreply",
    "wagtailcore.modellogentry",
    "wagtailcore.pagelogentry",
    "wagtailcore.pagesubscription",
    "wagtailcore.referenceindex",
    "wagtailcore.revision",
    "wagtailcore.taskstate",
    "wagtailcore.uploadedfile",
    "wagtailcore.workflowstate",
}
# Fields that change when a draft is saved or locked, or somebody logs in.
UNSEEN_FIELDS = {
    "draft_title",
    "has_unpublished_changes",
    "last_login",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
    "wagtail_admin_comments",
}


def is_seen(sender: type[Model], fields: Collection[str] | None = None) -> bool:
    """Whether readers may notice that *fields*, or any, of a row of *sender* change."""
    if fields and UNSEEN_FIELDS.issuperset(fields):
        return False
    if issubclass(sender, Page):
        return True
    app, name = sender._meta.app_label, sender._meta.label_lower
    if app in UNSEEN_APPS or name in UNSEEN:
        return False
    return not getattr(apps.app_configs.get(app), "tells_of_changes", False)


def something_is_changing(
    sender: type[Model], update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    """Let no process rest on what it keeps, should this one die on the way."""
    if is_seen(sender, update_fields):
        announce()


def something_changed(
    sender: type[Model], update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    """Make all processes look again: they keep pages, and what stands around them."""
    if is_seen(sender, update_fields):
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


def size_is_gone(sender: type[SiteRendition], **kwargs: Any) -> None:
    """Make all processes look again: pages show it, and the next one may be elsewhere.

    A size that is made is no news: nobody has shown another in its place.
    """
    forget_on_commit()


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
    for signal in (pre_save, pre_delete):
        signal.connect(something_is_changing, dispatch_uid="home.is_changing")
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(something_changed, dispatch_uid="home.changed")
    post_save.connect(
        picture_was_saved,
        sender=SiteImage,
        dispatch_uid="home.picture_was_saved",
    )
    post_delete.connect(
        size_is_gone, sender=SiteRendition, dispatch_uid="home.size_is_gone"
    )
    post_save.connect(
        settings_were_saved,
        sender=SiteSettings,
        dispatch_uid="home.settings_were_saved",
    )
    page_published.connect(page_was_published, dispatch_uid="home.page_was_published")
    for signal in (page_unpublished, page_slug_changed, post_page_move):
        signal.connect(tree_changed, dispatch_uid="home.tree_changed")
