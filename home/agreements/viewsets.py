"""The archive of agreements in the admin: to read, never to change."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from home.policies import RecordsOnly

from .models import AgreementVersion

register_permission_policy(AgreementVersion, RecordsOnly(AgreementVersion))


class AgreementVersionViewSet(ModelViewSet):
    """Each version of an agreement that residents have been able to read."""

    model = AgreementVersion
    icon = "archive"
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
