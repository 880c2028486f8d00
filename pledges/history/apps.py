from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HistoryConfig(AppConfig):
    name = "pledges.history"
    label = "pledges_history"
    verbose_name = _("Published versions")
