from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountingConfig(AppConfig):
    name = "pledges.counting"
    label = "pledges_counting"
    verbose_name = _("News that count towards a pledge")

    def ready(self) -> None:
        from . import signal_handlers

        signal_handlers.connect()
