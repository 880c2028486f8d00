"""What must be right before the ledger can be trusted."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import Error
from django.db import connections

from . import guard


def guard_stands(databases: Iterable[str] | None = None, **kwargs: Any) -> list[Error]:
    """Tell if the database would let somebody change the ledger."""
    return [
        Error(
            "The ledger of the pledges has no guard in the database.",
            hint="Run manage.py migrate: it puts the guard up.",
            id="pledges.E001",
        )
        for name in databases or ()
        if _has_ledger(name) and not guard.is_standing(name)
    ]


def _has_ledger(name: str) -> bool:
    return guard.ENTRIES in connections[name].introspection.table_names()
