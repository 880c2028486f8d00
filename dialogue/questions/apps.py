from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "dialogue.questions"
    label = "dialogue_questions"
    verbose_name = _("Questions")
    tells_of_changes = True
