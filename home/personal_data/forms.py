"""Forms of staff that let no identity number through, and show where it stands."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from wagtail import blocks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlockValidationError,
)
from wagtail.rich_text import RichText

from .finding import refused
from .messages import explanation
from .search import find_personal_data
from .writings import as_read

Errors = dict[Any, ValidationError]


class NoIdentityNumbers(WagtailAdminModelForm):
    """Refuses identity numbers in every field, unless only a draft is saved."""

    def clean(self) -> dict[str, Any]:
        """Put an error at each field, and at each block, that holds one."""
        cleaned = super().clean()
        if not self.is_deferred_validation:
            refuse_identity_numbers(self)
        return cleaned


def refuse_identity_numbers(form: BaseForm) -> None:
    """Add an error to each field of *form* and of its rows that holds a number."""
    for name, value in list(form.cleaned_data.items()):
        error = error_in(value)
        if error is not None and name in form.fields:
            form.add_error(name, error)
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            if row.is_valid() and not row.cleaned_data.get("DELETE"):
                refuse_identity_numbers(row)


def error_in(value: object) -> ValidationError | None:
    """Return what is wrong with a text, or with building blocks, at its very place."""
    for kind, find_error in BY_KIND.items():
        if isinstance(value, kind):
            return find_error(value)
    return _error_in_alternative_text(value)


def _error_in_text(text: str) -> ValidationError | None:
    found = refused(find_personal_data(as_read(text)))
    return ValidationError([explanation(one) for one in found]) if found else None


def _errors(values: Iterable[tuple[Any, object]]) -> Errors:
    errors = {place: error_in(value) for place, value in values}
    return {place: error for place, error in errors.items() if error is not None}


def _error_in_struct(value: blocks.StructValue) -> ValidationError | None:
    errors = _errors(value.items())
    return blocks.StructBlockValidationError(block_errors=errors) if errors else None


def _error_in_stream(value: blocks.StreamValue) -> ValidationError | None:
    errors = _errors(enumerate(child.value for child in value))
    return blocks.StreamBlockValidationError(block_errors=errors) if errors else None


def _error_in_list(value: ListValue) -> ValidationError | None:
    errors = _errors(enumerate(value))
    return blocks.ListBlockValidationError(block_errors=errors) if errors else None


def _error_in_subjects(value: list[str]) -> ValidationError | None:
    return next(iter(_errors(enumerate(value)).values()), None)


def _error_in_alternative_text(value: object) -> ValidationError | None:
    """Look at the words that stand for a picture on this page alone."""
    error = _error_in_text(getattr(value, "contextual_alt_text", None) or "")
    if error is None:
        return None
    return blocks.StructBlockValidationError(block_errors={"alt_text": error})


def _error_in_table(table: TypedTable) -> ValidationError | None:
    outside = [_error_in_text(text) for text in (table.caption, *_headings(table))]
    rows = enumerate(row["values"] for row in table.row_data)
    cells = {number: _errors(enumerate(values)) for number, values in rows}
    cell_errors = {number: errors for number, errors in cells.items() if errors}
    other_errors = [error for error in outside if error is not None]
    if not cell_errors and not other_errors:
        return None
    return TypedTableBlockValidationError(
        cell_errors=cell_errors, non_block_errors=other_errors
    )


def _headings(table: TypedTable) -> list[str]:
    return [column["heading"] or "" for column in table.columns]


BY_KIND: dict[type, Callable[[Any], ValidationError | None]] = {
    RichText: lambda value: _error_in_text(value.source),
    str: _error_in_text,
    blocks.StructValue: _error_in_struct,
    blocks.StreamValue: _error_in_stream,
    ListValue: _error_in_list,
    TypedTable: _error_in_table,
    list: _error_in_subjects,
}
