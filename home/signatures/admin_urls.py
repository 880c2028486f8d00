"""The addresses of signatures, beneath ``/redaktion/underskrifter/``."""

from django.urls import path

from .views import AfterwardsView, CorrectionView, SigningView, WaitingView

app_name = "signatures"

urlpatterns = [
    path("", WaitingView.as_view(), name="waiting"),
    path("<int:page_id>/", SigningView.as_view(), name="page"),
    path("<int:page_id>/efterat/", AfterwardsView.as_view(), name="afterwards"),
    path("<int:page_id>/rattelse/", CorrectionView.as_view(), name="correct"),
]
