from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "home.accounts"
    label = "home_accounts"
    verbose_name = _("Staff")
