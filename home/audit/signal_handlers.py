"""What must happen because something was logged."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from home.models import Municipality
from home.policies import municipality_of

from .belonging import municipality_of_object
from .models import AuditLine


def entry_was_made(
    sender: type[BaseLogEntry],
    instance: BaseLogEntry,
    created: bool,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """Write the line that the entry is found by."""
    if raw or not created:
        return
    is_of_page = isinstance(instance, PageLogEntry)
    AuditLine.objects.create(
        municipality_id=_municipality(instance),
        at=instance.timestamp,
        person_id=instance.user_id,
        action=instance.action,
        kind_id=instance.content_type_id,
        label=instance.label,
        of_page=instance if is_of_page else None,
        of_model=None if is_of_page else instance,
    )


def _municipality(entry: BaseLogEntry) -> int | None:
    """That of the object; of one that belongs to none, that of the person."""
    if entry.content_type == ContentType.objects.get_for_model(Municipality):
        return int(entry.object_id)
    thing = _object(entry)
    found = municipality_of_object(thing) if thing is not None else None
    if found is None and entry.user is not None:
        found = municipality_of(entry.user)
    return found


def _object(entry: BaseLogEntry) -> Model | None:
    if isinstance(entry, PageLogEntry):
        return entry.page
    model = entry.content_type.model_class() if entry.content_type else None
    number = entry.object_id
    return model._base_manager.filter(pk=number).first() if model else None


def connect() -> None:
    """Listen from now on."""
    for model in (PageLogEntry, ModelLogEntry):
        post_save.connect(entry_was_made, sender=model)
