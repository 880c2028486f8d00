"""What staff have written in a page or a setting, piece by piece, as readers see it."""

import html
import re
from collections.abc import Iterator
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

# Names of what is not written but counted out, by us or by Wagtail.
PLUMBING = {"path", "url_path", "draft_title", "id", "type"}
# Fields that are there for contacts: a number in them is meant to be public.
FOR_CONTACTS = ("email", "phone", "url")
END_OF_BLOCK = re.compile(r"</(?:p|h\d|li|ul|ol|div|td|tr|blockquote)>|<[bh]r */?>")
TAG = re.compile(r"</?[a-z][^<>]*>")
LINK = re.compile(r'href="([^"<>]*)"')


def as_read(text: str) -> str:
    """Return *text* as a reader sees it, with the addresses of its links after it."""
    if "<" not in text:
        return text
    shown = TAG.sub("", END_OF_BLOCK.sub("\n", text))
    return html.unescape("\n".join([shown, *LINK.findall(text)]))


def writings(instance: models.Model, *, contacts: bool = True) -> Iterator[str]:
    """Yield each text of *instance* and of what belongs to it.

    With ``contacts=False`` without those fields that are there for contacts.
    """
    for field in instance._meta.concrete_fields:
        if not _is_written(field) or not (contacts or _is_prose(field.name)):
            continue
        value = getattr(instance, field.name)
        if isinstance(field, StreamField):
            yield from _within(value.get_prep_value(), contacts=contacts)
        elif isinstance(value, str):
            yield as_read(value)
    for relation in get_all_child_relations(type(instance)):
        for child in getattr(instance, relation.get_accessor_name()).all():
            yield from writings(child, contacts=contacts)


def _is_written(field: models.Field) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField | StreamField)
    return is_text and field.editable and field.name not in PLUMBING


def _is_prose(name: str) -> bool:
    return not name.endswith(FOR_CONTACTS)


def _within(value: Any, *, contacts: bool) -> Iterator[str]:
    """Yield the texts of building blocks as they are stored."""
    if isinstance(value, str):
        yield as_read(value)
    elif isinstance(value, list):
        for one in value:
            yield from _within(one, contacts=contacts)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in PLUMBING and (contacts or _is_prose(name)):
                yield from _within(one, contacts=contacts)
