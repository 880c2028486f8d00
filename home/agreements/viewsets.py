"""The archive of agreements in the admin: to read, never to change."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Site
from wagtail.permissions import register_permission_policy

from home.policies import RecordsOnly, municipality_of
from home.serving import pages_of
from home.viewsets import KeepingToOwn

from .models import AgreementVersion


class ArchiveOfOwnMunicipality(RecordsOnly):
    """The archive as staff may read it: of their own municipality's agreements."""

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet[AgreementVersion]:
        """Return the versions that *user* may read, if any at all."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return rows
        site = Site.objects.filter(municipality=municipality_of(user)).first()
        return rows.filter(agreement__in=pages_of(site)) if site else rows.none()


register_permission_policy(AgreementVersion, ArchiveOfOwnMunicipality(AgreementVersion))


class AgreementVersionViewSet(KeepingToOwn, ModelViewSet):
    """Each version of an agreement that residents have been able to read."""

    model = AgreementVersion
    icon = "folder-inverse"
    menu_label = _("Archive")
    menu_name = "agreement-versions"
    menu_order = 400
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["title", "published_at", "published_by", "digest", "text"]
    list_display = ["title", "published_at", "published_by"]
    list_filter = {"published_at": ["date__gte", "date__lte"]}
    search_fields = ["title", "text"]
    ordering = ["-published_at"]
    exclude_form_fields = ["agreement"]  # asked of every viewset; nobody gets a form
