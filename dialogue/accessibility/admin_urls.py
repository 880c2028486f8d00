"""The addresses of reports of obstacles, beneath ``/redaktion/tillganglighet/``."""

from django.urls import path

from .staff_views import DecideView, DecisionView, ReportsView

app_name = "obstacles"

urlpatterns = [
    path("", ReportsView.as_view(), name="reports"),
    path("<int:pk>/besluta/", DecideView.as_view(), name="decide"),
    path("<int:pk>/beslut/", DecisionView.as_view(), name="decision"),
]
