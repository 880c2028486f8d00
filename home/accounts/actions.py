"""What is done about roles."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import Municipality

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
        for key, role in roles.items():
            group = _group_for(municipality, key, str(role.name))
            group.permissions.set(_permissions(role.permissions))
            _set_page_permissions(group, municipality, role.pages)
            _set_media_permissions(group, municipality, role.media)
            _set_site_permissions(group, municipality, role.settings)
        _take_back(RoleGroup.objects.filter(municipality=municipality), but_for=roles)
        _give_workflow(municipality)


def _give_collection(municipality: Municipality) -> None:
    """Give the municipality a place of its own for pictures and documents."""
    if municipality.collection is not None:
        return
    root = Collection.get_first_root_node()
    municipality.collection = root.add_child(name=municipality.name)
    municipality.save(update_fields=["collection"])


def _group_for(municipality: Municipality, role: str, label: str) -> Group:
    """Return the role's group, made or renamed if need be."""
    known = RoleGroup.objects.filter(municipality=municipality, role=role).first()
    if known is None:
        group = Group.objects.create(name=_free_name(municipality, label, Group()))
        RoleGroup.objects.create(group=group, municipality=municipality, role=role)
        return group
    name = _free_name(municipality, label, known.group)
    if known.group.name != name:
        known.group.name = name
        known.group.save()
    return known.group


def _free_name(municipality: Municipality, label: str, group: Group) -> str:
    """What *group* is to be called: by the short name too if others have the name.

    The names of groups are unique, those of municipalities need not be.
    """
    name = f"{label}, {municipality.name}"
    if not Group.objects.filter(name=name).exclude(pk=group.pk).exists():
        return name
    return f"{label}, {municipality.name[:50]} ({municipality.slug})"


def _permissions(names: Sequence[str]) -> list[Permission]:
    """Return the permissions of these names. Raises Permission.DoesNotExist."""
    codenames = [name.split(".")[1] for name in names]
    found = Permission.objects.filter(codename__in=codenames)
    by_name = {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in found.select_related("content_type")
    }
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise Permission.DoesNotExist(", ".join(unknown))
    return [by_name[name] for name in names]


def _set_page_permissions(
    group: Group, municipality: Municipality, pages: Mapping[str, tuple[str, ...]]
) -> None:
    """Let the group do in each part of the page tree what the table says, no more."""
    wanted = set()
    for part, kinds in pages.items():
        for page in _pages_of(municipality, part):
            wanted |= {(page.pk, f"{kind}_page") for kind in kinds}
    present = {
        (row.page_id, row.permission.codename): row
        for row in GroupPagePermission.objects.filter(group=group).select_related(
            "permission"
        )
    }
    for key, row in present.items():
        if key not in wanted:
            row.delete()
    page_type = ContentType.objects.get_for_model(Page)
    for page_id, codename in wanted - present.keys():
        permission = Permission.objects.get(content_type=page_type, codename=codename)
        GroupPagePermission.objects.create(
            group=group, page_id=page_id, permission=permission
        )


def _pages_of(municipality: Municipality, part: str) -> list[Page]:
    """The pages of one kind on the municipality's site, in each of its languages."""
    root = municipality.site.root_page
    homes = Page.objects.filter(translation_key=root.translation_key)
    return [
        page
        for home in homes
        for page in home.get_descendants(inclusive=True).type(apps.get_model(part))
    ]


def _set_media_permissions(
    group: Group, municipality: Municipality, kinds: tuple[str, ...]
) -> None:
    """Let the group use the municipality's pictures and documents, nobody else's."""
    wanted = set(
        Permission.objects.filter(
            # Wagtail asks for the permissions of its own models, whatever ours are.
            content_type__in=ContentType.objects.get_for_models(
                Image, Document
            ).values(),
            codename__in=[
                f"{kind}_{model}" for kind in kinds for model in ("image", "document")
            ],
        )
    )
    present = GroupCollectionPermission.objects.filter(group=group)
    present.exclude(permission__in=wanted, collection=municipality.collection).delete()
    kept = set(present.values_list("permission_id", flat=True))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(
            group=group, collection=municipality.collection, permission=permission
        )
        for permission in wanted
        if permission.pk not in kept
    )


def _set_site_permissions(
    group: Group, municipality: Municipality, names: Sequence[str]
) -> None:
    """Let the group change the settings of the municipality's own site alone."""
    wanted = _permissions(names)
    present = GroupSitePermission.objects.filter(group=group)
    present.exclude(permission__in=wanted, site=municipality.site).delete()
    for permission in wanted:
        GroupSitePermission.objects.get_or_create(
            group=group, site=municipality.site, permission=permission
        )


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
    for page in _pages_of(municipality, "home.HomePage"):
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})
