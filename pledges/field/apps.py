from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FieldConfig(AppConfig):
    name = "pledges.field"
    label = "pledges_field"
    verbose_name = _("From the field")
