from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficersConfig(AppConfig):
    name = "home.officers"
    label = "home_officers"
    verbose_name = _("Area officers")
