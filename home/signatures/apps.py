from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignaturesConfig(AppConfig):
    name = "home.signatures"
    label = "home_signatures"
    verbose_name = _("Signatures")

    def ready(self) -> None:
        from . import policies

        policies.register()
