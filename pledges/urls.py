"""The addresses of pledges that are no pages, for each language."""

from django.urls import include, path, re_path

from . import views
from .feeds import LedgerFeed

app_name = "pledges"

urlpatterns = [
    re_path(r"^lofte/(?P<number>\d{4}-\d{2,3})/?$", views.lead_to_pledge, name="lofte"),
    re_path(
        r"^lofte/(?P<number>\d{4}-\d{2,3})/bild\.png$",
        views.show_picture,
        name="picture",
    ),
    path("medborgarloften/feed.atom", LedgerFeed(), name="feed"),
    re_path(r"^medborgarloften/(?P<year>\d{4})/$", views.show_year, name="year"),
    path("", include("pledges.history.urls")),
    path("", include("pledges.proof.urls")),
]
