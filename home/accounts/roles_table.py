"""The table of roles as a document: for each thing that may be done, who may do it.

``manage.py sync_roles --table`` prints it; ``docs/roles.md`` is what it printed, and a
test holds the two together.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import override

Roles = Mapping[str, Any]

HEAD = """# Roles

Who may do what, in the own municipality and nowhere else. What has no mark is refused.
Made by `manage.py sync_roles --table` from `site/config/roles.py`, the only place that
decides. Beyond it hold the rules of the [architecture](architecture.md#the-house):
records are changed by nobody, the police see only what is published or asked of them,
an officer reports on the own organisation's measures alone, and who adds a picture or
a document changes that one, too.
"""


def table_of(roles: Roles) -> str:
    """Return *roles* as Markdown in English, a row for each thing that may be done."""
    with override("en"):
        parts = [
            HEAD,
            _part("In the admin", roles, _permissions),
            _part("With pages", roles, _pages),
            _part("With pictures and documents", roles, _media),
            _part("With the site's settings", roles, _settings),
        ]
        return "\n".join(parts)


def _part(heading: str, roles: Roles, deeds_of: Any) -> str:
    """One table: its rows are all that any role may do, in the order of the roles."""
    may = {key: list(deeds_of(role)) for key, role in roles.items()}
    deeds = list(dict.fromkeys(deed for own in may.values() for deed in own))
    lines = [f"## {heading}", "", _row(["", *(str(r.name) for r in roles.values())])]
    lines.append(_row(["---"] * (len(roles) + 1)))
    lines += [
        _row([deed, *("yes" if deed in may[k] else "" for k in may)]) for deed in deeds
    ]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _permissions(role: Any) -> Iterator[str]:
    yield from (_named(name) for name in role.permissions)


def _settings(role: Any) -> Iterator[str]:
    yield from (_named(name) for name in role.settings)


def _pages(role: Any) -> Iterator[str]:
    for part, kinds in role.pages.items():
        name = apps.get_model(part)._meta.verbose_name
        yield from (
            f"{capfirst(kind.replace('_', ' '))}, beneath: {name}" for kind in kinds
        )


def _media(role: Any) -> Iterator[str]:
    yield from (capfirst(kind) for kind in role.media)


def _named(permission: str) -> str:
    """Return what a permission is called, such as *Can add organisation*.

    Raises LookupError for one that no model has.
    """
    label, codename = permission.split(".")
    for model in apps.get_app_config(label).get_models():
        meta = model._meta
        own = dict(meta.permissions)
        if codename in own:
            return str(own[codename])
        for action in meta.default_permissions:
            if codename == f"{action}_{meta.model_name}":
                return f"Can {action} {meta.verbose_name}"
    raise LookupError(permission)
