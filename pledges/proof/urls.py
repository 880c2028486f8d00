from django.urls import path, re_path

from . import views
from .feeds import HeadsFeed

urlpatterns = [
    path("lofte/sa-vet-du/", views.show_proof, name="proof"),
    path("lofte/huvuden/", views.list_heads, name="heads"),
    path("lofte/huvuden/feed.atom", HeadsFeed(), name="heads_feed"),
    re_path(
        r"^lofte/huvuden/(?P<day>\d{4}-\d{2}-\d{2})\.txt$",
        views.show_sheet,
        name="sheet_of_heads",
    ),
    re_path(
        r"^lofte/(?P<number>\d{4}-\d{2,3})/liggare\.json$",
        views.export_ledger,
        name="ledger",
    ),
]
