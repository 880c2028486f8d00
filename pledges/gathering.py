"""All that a pledge is made of, in the one question that asks for its page.

A pledge has its commitments, measures, indicators and more in a table each. To ask for
them one table after the other would cost a reader a dozen questions, so the database
hands each table's rows over as one value beside the page.
"""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from django.db.models import (
    DateTimeField,
    JSONField,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject
from django.utils import timezone

# What stands before the names of what has been gathered.
GATHERED = "gathered_"


class Rows(Subquery):
    """The rows of a question, each a JSON object, as one list."""

    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple:
        """Return its words for SQLite."""
        template = (
            "(SELECT json_group_array(json(one.said)) FROM (%(subquery)s) AS one)"
        )
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple:
        """Return its words for PostgreSQL."""
        template = (
            "(SELECT coalesce(jsonb_agg(one.said), '[]') FROM (%(subquery)s) AS one)"
        )
        return self.as_sql(compiler, connection, template=template, **context)


def rows_of(model: type[Model], **which: OuterRef) -> Rows:
    """Return all columns of those rows of *model* that *which* tells."""
    names = [field.attname for field in model._meta.concrete_fields]
    return fields_of(model._default_manager.filter(**which), names)


def fields_of(rows: QuerySet, names: Iterable[str], prefix: str = "") -> Rows:
    """Return the columns *names* of *rows*, reached by *prefix*."""
    said = JSONObject(**{name: prefix + name for name in names})
    return Rows(rows.order_by().annotate(said=said).values("said"))


def rebuilt(model: type[Model], rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Return *rows*, as the database gave them, as objects of *model*."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    objects = []
    for row in rows:
        values = {name: _value(fields[name], value) for name, value in row.items()}
        one = model(**values)
        one._state.adding = False
        objects.append(one)
    return objects


def _value(field: Any, value: Any) -> Any:
    """Return *value*, as JSON holds it, as its field has it."""
    if isinstance(value, float):
        value = str(value)
    value = field.to_python(value)
    if isinstance(field, DateTimeField) and value and timezone.is_naive(value):
        value = value.replace(tzinfo=UTC)
    return value
