from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "dialogue.comments"
    label = "dialogue_comments"
    verbose_name = _("Comments")

    def ready(self) -> None:
        from . import signal_handlers

        signal_handlers.connect()
