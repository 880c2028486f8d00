"""What is done about roles."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import Municipality

from .grants import Grants, pages_of
from .models import RoleGroup, User

# The groups that Wagtail's own first migration makes; our table takes their place.
WAGTAILS_OWN_GROUPS = ("Moderators", "Editors")


@transaction.atomic
def give_role(user: User, role: str, *, municipality: Municipality) -> None:
    """Let *user* do what *role* may do in *municipality*.

    Raises RoleGroup.DoesNotExist for a role that sync_roles has not made.
    """
    user.groups.add(RoleGroup.objects.get(municipality=municipality, role=role).group)


@transaction.atomic
def sync_roles(roles: Mapping[str, Any]) -> None:
    """Make groups and permissions in each municipality as the table *roles* says."""
    for name in WAGTAILS_OWN_GROUPS:
        Group.objects.filter(name=name, user=None).delete()
    for municipality in Municipality.objects.select_related("site", "collection"):
        _give_collection(municipality)
        Grants(municipality, roles, _groups_for(municipality, roles)).give()
        _take_back(RoleGroup.objects.filter(municipality=municipality), but_for=roles)
        _give_workflow(municipality)


def _give_collection(municipality: Municipality) -> None:
    """Give the municipality a place of its own for pictures and documents."""
    if municipality.collection is not None:
        return
    root = Collection.get_first_root_node()
    municipality.collection = root.add_child(name=municipality.name)
    municipality.save(update_fields=["collection"])


def _groups_for(
    municipality: Municipality, roles: Mapping[str, Any]
) -> dict[str, Group]:
    """Return the group of each role, made or renamed if need be."""
    known = {
        one.role: one.group for one in municipality.role_groups.select_related("group")
    }
    taken = set(
        Group.objects.exclude(role_group__municipality=municipality).values_list(
            "name", flat=True
        )
    )
    groups = {}
    for key, role in roles.items():
        name = _free_name(municipality, str(role.name), taken)
        group = known.get(key) or Group()
        if group.name != name:
            group.name = name
            group.save()
        if key not in known:
            RoleGroup.objects.create(group=group, municipality=municipality, role=key)
        groups[key] = group
    return groups


def _free_name(municipality: Municipality, label: str, taken: Container[str]) -> str:
    """What a group is to be called: by the short name too if others have the name.

    The names of groups are unique, those of municipalities need not be.
    """
    name = f"{label}, {municipality.name}"
    if name not in taken:
        return name
    return f"{label}, {municipality.name[:50]} ({municipality.slug})"


def _take_back(groups: QuerySet[RoleGroup], *, but_for: Iterable[str]) -> None:
    """Take everything from the groups of roles that the table no longer has."""
    for former in groups.exclude(role__in=but_for).select_related("group"):
        former.group.delete()


def _give_workflow(municipality: Municipality) -> None:
    """Let the municipality's editors approve what others may only propose."""
    editors = RoleGroup.objects.get(municipality=municipality, role="editor").group
    workflow, is_new = Workflow.objects.get_or_create(name=editors.name)
    if is_new:
        task = GroupApprovalTask.objects.create(name=editors.name)
        task.groups.add(editors)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.filter(page__depth=1).delete()
    for page in pages_of(municipality, "home.HomePage"):
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})
