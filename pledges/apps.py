from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class PledgesConfig(AppConfig):
    name = "pledges"
    label = "pledges"
    verbose_name = _("Citizen pledges")

    def ready(self) -> None:
        from . import checks, policies, signal_handlers

        register(checks.guard_stands, Tags.database)
        signal_handlers.connect(self)
        policies.register()
