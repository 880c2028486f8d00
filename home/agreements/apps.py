from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "home.agreements"
    label = "home_agreements"
    verbose_name = _("Agreements")

    def ready(self) -> None:
        from . import signal_handlers

        signal_handlers.connect()
