from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "pledges.desk"
    label = "pledges_desk"
    verbose_name = _("The desk of pledges")
