from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    default = True
    name = "home.accounts"
    label = "home_accounts"
    verbose_name = _("Staff")

    def ready(self) -> None:
        from . import records, sessions

        records.connect()
        sessions.connect()


class StaffInAdminConfig(WagtailUsersAppConfig):
    """Wagtail's part for users, with our views."""

    default = False
    user_viewset = "home.accounts.viewsets.StaffViewSet"

    def ready(self) -> None:
        super().ready()
        from wagtail.permissions import register_permission_policy

        from .models import User
        from .policies import OfOwnStaff

        register_permission_policy(User, OfOwnStaff(User))
