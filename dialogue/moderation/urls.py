from django.urls import path

from .statistics_views import export_statistics, show_statistics

urlpatterns = [
    path("dialog/granskning/", show_statistics, name="statistics"),
    path("dialog/granskning/statistik.csv", export_statistics, name="statistics_csv"),
]
