from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "home.audit"
    label = "home_audit"
    verbose_name = _("Audit log")

    def ready(self) -> None:
        from . import refusals, signal_handlers

        signal_handlers.connect()
        refusals.listen()
