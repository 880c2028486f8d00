from django.urls import path

from .views import report_obstacle

urlpatterns = [
    # Beneath the statement's usual address, which has no pages below it.
    path("tillganglighet/anmal/", report_obstacle, name="report_obstacle"),
]
