"""The addresses of all features of the dialogue, for each language."""

from django.urls import include, path

app_name = "dialogue"

urlpatterns = [
    path("", include("dialogue.comments.urls")),
    path("", include("dialogue.questions.urls")),
    path("", include("dialogue.journeys.urls")),
    path("", include("dialogue.moderation.urls")),
    path("", include("dialogue.accessibility.urls")),
]
