"""The command that makes the table of roles so, as often as one likes."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
    Workflow,
)

from home.accounts.models import RoleGroup
from tests.home.factories import MunicipalityFactory, NewsIndexPageFactory

pytestmark = pytest.mark.django_db


def sync():
    call_command("sync_roles", stdout=StringIO())


def all_that_is_given():
    """Every group with what it may do, and the workflows."""
    return [
        sorted(Group.objects.values_list("name", "permissions__codename")),
        sorted(GroupPagePermission.objects.values_list("group", "page", "permission")),
        sorted(GroupCollectionPermission.objects.values_list("group", "permission")),
        sorted(GroupSitePermission.objects.values_list("group", "site", "permission")),
        sorted(RoleGroup.objects.values_list("municipality", "role", "group")),
        sorted(Workflow.objects.values_list("name", flat=True)),
    ]


def group_of(municipality, role):
    return RoleGroup.objects.get(municipality=municipality, role=role).group


def test_second_time_changes_nothing(municipality):
    NewsIndexPageFactory(parent=municipality.site.root_page)
    sync()
    once = all_that_is_given()

    sync()

    assert all_that_is_given() == once
    assert RoleGroup.objects.exists()


def test_what_was_given_by_hand_is_taken_back(municipality):
    sync()
    as_the_table_says = all_that_is_given()
    officers = group_of(municipality, "area_officer")
    may_change_users = Permission.objects.get(codename="change_user")
    officers.permissions.add(may_change_users)
    GroupPagePermission.objects.create(
        group=officers,
        page=Page.get_first_root_node(),
        permission=Permission.objects.get(codename="publish_page"),
    )

    sync()

    assert may_change_users not in officers.permissions.all()
    assert all_that_is_given() == as_the_table_says


def test_what_was_taken_by_hand_is_given_back(municipality):
    sync()
    as_the_table_says = all_that_is_given()
    group_of(municipality, "editor").permissions.clear()
    group_of(municipality, "registrar").delete()

    sync()

    assert len(all_that_is_given()[0]) == len(as_the_table_says[0])
    assert group_of(municipality, "registrar").permissions.exists()


def test_two_municipalities_of_one_name_have_groups_of_their_own(municipality):
    other = MunicipalityFactory(
        name=municipality.name, slug="storby-norra", host="grannkommun.test"
    )

    sync()
    sync()

    ours, theirs = group_of(municipality, "editor"), group_of(other, "editor")
    assert ours != theirs
    assert ours.name == "Redaktör, Storby kommun"
    assert theirs.name == "Redaktör, Storby kommun (storby-norra)"


def test_municipality_with_a_new_name_keeps_its_groups(municipality):
    sync()
    before = group_of(municipality, "editor")
    municipality.name = "Nya Storby kommun"
    municipality.save()

    sync()

    after = group_of(municipality, "editor")
    assert after == before
    assert after.name == "Redaktör, Nya Storby kommun"


def test_table_in_the_documents_is_what_the_command_prints():
    printed = StringIO()

    call_command("sync_roles", "--table", stdout=printed)

    written = Path(settings.ROOT, "docs/roles.md").read_text()
    assert printed.getvalue().strip() == written.strip()
