from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = _("Pages and organisations")

    def ready(self) -> None:
        from . import signal_handlers

        signal_handlers.connect()
