"""The addresses of pledges that are no pages, for each language."""

from django.urls import re_path

from . import views

app_name = "pledges"

urlpatterns = [
    re_path(r"^lofte/(?P<number>\d{4}-\d{2,3})/?$", views.lead_to_pledge, name="lofte"),
]
