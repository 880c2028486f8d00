"""Whether a page says something new, or has only been saved once more."""

import hashlib
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import (
    get_all_child_m2m_relations,
    get_all_child_relations,
)
from wagtail.models import Page

OUR_OWN_NOTES = {"pk", "page_ptr", "content_changed_on", "content_fingerprint"}


def fingerprint_of(page: Page, *, without: Iterable[str] = ()) -> str:
    """Return a digest of what a reader can read on *page*, fields *without* left out.

    Holds neither place in the tree, dates, row numbers, nor who saved: moving a page,
    or saving it again as it is, does not change what it says.
    """
    plumbing = {field.name for field in Page._meta.get_fields()} - {"title"}
    plumbing |= {*getattr(page, "silent_fields", ()), *without}
    content = {
        name: value
        for name, value in page.serializable_data().items()
        if name not in plumbing | OUR_OWN_NOTES
    }
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        if name in content:
            content[name] = _without_rows(content[name], relation.field.name)
    for field in get_all_child_m2m_relations(page):
        content[field.name] = sorted(content[field.name])
    written = json.dumps(_plain(content), sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(written.encode()).hexdigest()


def _without_rows(children: list[dict[str, Any]], parent: str) -> list[dict[str, Any]]:
    """Return what *children* say. Only those that have an order keep it."""
    is_ordered = any("sort_order" in child for child in children)
    plumbing = {"pk", "sort_order", parent}
    said = [
        {name: value for name, value in child.items() if name not in plumbing}
        for child in children
    ]
    return said if is_ordered else sorted(said, key=str)


def _plain(value: Any) -> Any:
    """Return *value* in one form, without the marks that the editor leaves in it."""
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, Decimal):
        # As it was typed, 3.2, or as a column holds it, 3.200.
        return f"{value.normalize():f}"
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        is_block = {"type", "value"} <= value.keys()
        return {
            name: _plain(one)
            for name, one in value.items()
            if not (is_block and name == "id")
        }
    return value


def _plain_text(text: str) -> Any:
    """Return a text without its marks; the blocks of a page are kept as one text."""
    if text.startswith(("[", "{")):
        try:
            return _plain(json.loads(text))
        except ValueError:
            return text
    return re.sub(r' data-block-key="[^"]*"', "", text)
