from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessibilityConfig(AppConfig):
    name = "dialogue.accessibility"
    label = "dialogue_accessibility"
    tells_of_changes = True  # reports and decisions are for staff
    verbose_name = _("Reports of flaws")
