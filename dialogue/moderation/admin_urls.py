"""The addresses of the desk, beneath ``/redaktion/granskning/``."""

from django.urls import path

from .brake_views import BrakeView
from .bulk_views import BulkView
from .entering_views import EnteringView
from .opening_views import OpeningView
from .seal_views import SealView
from .supervision_views import SupervisionView
from .undo_views import UndoBatchView, UndoView
from .views import DeedView, ItemView, LaneView, open_desk

app_name = "desk"

urlpatterns = [
    path("", open_desk, name="desk"),
    path("ko/<slug:lane>/", LaneView.as_view(), name="lane"),
    path("flera/<slug:slug>/", BulkView.as_view(), name="bulk"),
    path("angra/<int:pk>/", UndoView.as_view(), name="undo"),
    path("angra/<uuid:batch>/", UndoBatchView.as_view(), name="undo_batch"),
    path("nodbroms/", BrakeView.as_view(), name="brake"),
    path("skriv-in/", EnteringView.as_view(), name="enter"),
    path("tillsyn/", SupervisionView.as_view(), name="supervision"),
    path("forsegling/<int:pk>/", SealView.as_view(), name="seal"),
    path("sida/<int:page_id>/", OpeningView.as_view(), name="opening"),
    path("<int:pk>/", ItemView.as_view(), name="item"),
    path("<int:pk>/<slug:slug>/", DeedView.as_view(), name="deed"),
]
