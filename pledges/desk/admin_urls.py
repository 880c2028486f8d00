"""The addresses of the desk, beneath ``/redaktion/loften/``."""

from django.urls import path, register_converter

from . import views
from .seal_views import SealView


class PledgeNumber:
    """A pledge's number in an address: 2026-01."""

    regex = r"\d{4}-\d{2,3}"

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


class SealedKind:
    """What is sealed: something beside a line, or a version."""

    regex = "text|version"

    to_python = to_url = staticmethod(str)


register_converter(PledgeNumber, "pledge")
register_converter(SealedKind, "sealed")

app_name = "pledge_desk"

urlpatterns = [
    path("", views.PledgesView.as_view(), name="pledges"),
    path("<pledge:number>/", views.PledgeView.as_view(), name="pledge"),
    path("<pledge:number>/gor/<slug:slug>/", views.DeedView.as_view(), name="deed"),
    path(
        "<pledge:number>/atgard/<uuid:key>/<slug:slug>/",
        views.MeasureDeedView.as_view(),
        name="measure",
    ),
    path(
        "<pledge:number>/matt/<uuid:key>/<slug:slug>/",
        views.IndicatorDeedView.as_view(),
        name="indicator",
    ),
    path(
        "<pledge:number>/rad/<int:entry>/<slug:slug>/",
        views.EntryDeedView.as_view(),
        name="entry",
    ),
    path(
        "<pledge:number>/forsegling/<sealed:what>/<int:pk>/",
        SealView.as_view(),
        name="seal",
    ),
]
