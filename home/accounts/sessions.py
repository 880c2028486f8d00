"""When the sessions of one of the staff end before their time.

Django ends them all when the password changes. Ours end too when somebody's roles,
organisation, address or right to be here at all change, and when a second factor is
taken away: each raises ``User.session_version``, which every session has to agree with.
"""

from collections.abc import Collection, Iterable
from itertools import product
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import F, Model, QuerySet
from django.db.models.signals import m2m_changed, pre_save
from wagtail.log_actions import log

from .models import User
from .records import ACTIVATED, DEACTIVATED, ROLE_GIVEN, ROLE_TAKEN

# What a session stands for; if one of these changes, the person logs in anew.
SESSION_FIELDS = ("email", "is_active", "is_superuser", "organisation_id")


def end_sessions(numbers: Iterable[int]) -> None:
    """End every session of the users with these *numbers*, at once."""
    User.objects.filter(pk__in=list(numbers)).update(
        session_version=F("session_version") + 1
    )


def user_is_saved(
    sender: type[Model],
    instance: User,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **kwargs: Any,
) -> None:
    """End the sessions of a user who is being changed in what sessions stand for."""
    if raw or instance.pk is None:
        return
    before = User.objects.filter(pk=instance.pk).values(*SESSION_FIELDS).first()
    if before is None or all(
        before[name] == getattr(instance, name) for name in SESSION_FIELDS
    ):
        return
    if before["is_active"] != instance.is_active:
        log(instance, ACTIVATED if instance.is_active else DEACTIVATED)
    instance.session_version += 1
    if update_fields is not None:
        end_sessions([instance.pk])


def roles_change(
    sender: type[Model],
    instance: User | Group,
    action: str,
    reverse: bool,
    pk_set: set[int] | None,
    **kwargs: Any,
) -> None:
    """End the sessions of those whose roles change, whichever side is changed.

    Emptying a group tells of its members beforehand, while they still are.
    """
    if action == "pre_clear":
        pk_set = set(_other_side(instance).values_list("pk", flat=True))
    elif action not in ("post_add", "post_remove"):
        return
    others: list[Any] = list((Group, User)[reverse].objects.filter(pk__in=pk_set or ()))
    users, groups = (others, [instance]) if reverse else ([instance], others)
    for user, group in product(users, groups):
        word = ROLE_GIVEN if action == "post_add" else ROLE_TAKEN
        log(user, word, data={"role": group.name})
    end_sessions([user.pk for user in users] if pk_set else [])
    if pk_set and isinstance(instance, User):
        # Whoever saves the object in hand must not bring the old version back.
        instance.refresh_from_db(fields=["session_version"])


def _other_side(instance: User | Group) -> QuerySet:
    return instance.groups.all() if isinstance(instance, User) else instance.user_set  # type: ignore[attr-defined]


def connect() -> None:
    """Listen from now on."""
    pre_save.connect(user_is_saved, sender=User)
    m2m_changed.connect(roles_change, sender=User.groups.through)
