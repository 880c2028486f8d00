"""What groups are given: worked out for all roles together, then made so in bulk.

Each of the four tables holds rows of numbers, the group's first. What is there and not
wanted goes, what is wanted and not there comes; the rest is left alone.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
)

from home.models import Municipality

Row = tuple[int, ...]
Groups = Mapping[str, Group]


class Grants:
    """What the roles of a table are given in one municipality.

    roles   the table: for each key a ``config.roles.Role``
    groups  for each key the group that stands for the role
    """

    def __init__(
        self, municipality: Municipality, roles: Mapping[str, Any], groups: Groups
    ) -> None:
        self.municipality, self.roles, self.groups = municipality, roles, groups
        self.permissions = {
            (one.content_type.app_label, one.codename): one.pk
            for one in Permission.objects.select_related("content_type")
        }

    def give(self) -> None:
        """Make it so. Raises Permission.DoesNotExist for a name that nobody knows."""
        self._make_so(Group.permissions.through, ("permission_id",), self._plain())
        self._make_so(
            GroupPagePermission, ("page_id", "permission_id"), self._of_pages()
        )
        self._make_so(
            GroupCollectionPermission,
            ("collection_id", "permission_id"),
            self._of_media(),
        )
        self._make_so(
            GroupSitePermission, ("site_id", "permission_id"), self._of_settings()
        )

    def _make_so(
        self, model: type[Model], names: tuple[str, ...], wanted: Iterable[Row]
    ) -> None:
        """Let the rows of *model* that are about our groups be *wanted*."""
        fields = ("group_id", *names)
        ours = model._base_manager.filter(group__in=self.groups.values())
        present = {tuple(row): pk for pk, *row in ours.values_list("pk", *fields)}
        new = set(wanted)
        gone = [pk for row, pk in present.items() if row not in new]
        if gone:
            ours.filter(pk__in=gone).delete()
        model._base_manager.bulk_create(
            model(**dict(zip(fields, row, strict=True)))
            for row in sorted(new - present.keys())
        )

    def _named(self, name: str) -> int:
        label, codename = name.split(".")
        try:
            return self.permissions[label, codename]
        except KeyError:
            raise Permission.DoesNotExist(name) from None

    def _plain(self) -> Iterable[Row]:
        for key, role in self.roles.items():
            for name in role.permissions:
                yield self.groups[key].pk, self._named(name)

    def _of_pages(self) -> Iterable[Row]:
        parts = {part for role in self.roles.values() for part in role.pages}
        pages = {part: pages_of(self.municipality, part) for part in parts}
        for key, role in self.roles.items():
            for part, kinds in role.pages.items():
                for kind in kinds:
                    permission = self._named(f"wagtailcore.{kind}_page")
                    for page in pages[part]:
                        yield self.groups[key].pk, page.pk, permission

    def _of_media(self) -> Iterable[Row]:
        # Wagtail asks for the permissions of its own models, whatever ours are.
        collection = self.municipality.collection_id
        kinds_of_media = ContentType.objects.get_for_models(Image, Document).values()
        for key, role in self.roles.items():
            for kind in role.media:
                for one in kinds_of_media:
                    name = (one.app_label, f"{kind}_{one.model}")
                    if collection and name in self.permissions:
                        yield self.groups[key].pk, collection, self.permissions[name]

    def _of_settings(self) -> Iterable[Row]:
        for key, role in self.roles.items():
            for name in role.settings:
                site = self.municipality.site_id
                yield self.groups[key].pk, site, self._named(name)


def pages_of(municipality: Municipality, part: str) -> list[Page]:
    """The pages of one kind on the municipality's site, in each of its languages."""
    root = municipality.site.root_page
    homes = Page.objects.filter(translation_key=root.translation_key)
    return [
        page
        for home in homes
        for page in home.get_descendants(inclusive=True).type(apps.get_model(part))
    ]
