from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProofConfig(AppConfig):
    name = "pledges.proof"
    label = "pledges_proof"
    verbose_name = _("Proof of the history")
