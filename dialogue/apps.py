from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from .checks import seal_keys_are_keys


class DialogueConfig(AppConfig):
    name = "dialogue"
    label = "dialogue"
    verbose_name = _("Dialogue")
    # Most of what comes in waits unseen; the actions tell when readers see it.
    tells_of_changes = True

    def ready(self) -> None:
        from . import policies, signal_handlers

        register(seal_keys_are_keys)
        signal_handlers.connect()
        policies.register()
