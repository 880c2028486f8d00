"""What must happen because something was published, signed, copied or migrated."""

from typing import Any

from django.apps import AppConfig
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_migrate, pre_save
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision
from wagtail.signals import copy_for_translation_done, page_published

from home.signing import page_signed

from . import actions, guard
from .copies import keep_own_keys
from .models import PledgePage, UpdatePage


def pledge_was_published(
    sender: type[PledgePage], instance: PledgePage, **kwargs: Any
) -> None:
    """Keep what residents read from now on, and what is to be followed up.

    A copy that was made public as it is speaks of no pledge: it becomes a draft.
    """
    if instance.pledge_id is None:
        instance.unpublish(log_action=False)
        return
    actions.store_version(instance, by=get_active_log_context().user)


def pledge_was_signed(
    sender: type[Page], instance: Page, signatures: Any, now: Any, **kwargs: Any
) -> None:
    """Enter it in the ledger, in the transaction of the second signature."""
    if isinstance(instance, PledgePage):
        actions.was_signed(instance, signatures=signatures, now=now)


def update_was_published(
    sender: type[UpdatePage], instance: UpdatePage, **kwargs: Any
) -> None:
    """Enter it in the ledger of its pledge.

    A copy that was made public as it is, by others than its teller, becomes a draft.
    """
    by = get_active_log_context().user
    is_original = instance.alias_of_id is None and by is not None
    if is_original and instance.teller(instance.live_revision, by) is None:
        instance.unpublish(log_action=False)
        return
    actions.report_update(instance, by=by, now=timezone.now())


def page_was_translated(
    sender: Any, source_obj: Page, target_obj: Page, **kwargs: Any
) -> None:
    """Let the translation of a pledge speak of the same pledge."""
    if isinstance(source_obj, PledgePage) and isinstance(target_obj, PledgePage):
        actions.join_translation(target_obj, original=source_obj)


def revision_is_saved(
    sender: type[Revision], instance: Revision, **kwargs: Any
) -> None:
    """Let what is copied with a pledge say the same of its measures as the copy."""
    pledge_page = ContentType.objects.get_for_model(PledgePage)
    if instance.pk is None and instance.content_type_id == pledge_page.pk:
        keep_own_keys(instance, instance.content_object)


def tables_were_migrated(
    sender: AppConfig, using: str = "default", **kwargs: Any
) -> None:
    """Put the guard up again: a table that was rebuilt has lost it."""
    with transaction.atomic(using=using):
        guard.put_up(using)


def connect(app: AppConfig) -> None:
    """Listen from now on."""
    page_published.connect(
        pledge_was_published, sender=PledgePage, dispatch_uid="pledges.published"
    )
    page_published.connect(
        update_was_published, sender=UpdatePage, dispatch_uid="pledges.updated"
    )
    page_signed.connect(pledge_was_signed, dispatch_uid="pledges.signed")
    copy_for_translation_done.connect(
        page_was_translated, dispatch_uid="pledges.translated"
    )
    pre_save.connect(
        revision_is_saved, sender=Revision, dispatch_uid="pledges.revision"
    )
    post_migrate.connect(tables_were_migrated, sender=app, dispatch_uid="pledges.guard")
