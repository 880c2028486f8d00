"""The addresses from the field, beneath ``/redaktion/loften/faltet/``."""

from django.urls import path

from . import views

app_name = "pledge_field"

urlpatterns = [
    path("", views.field, name="field"),
    path("inlagt/<uuid:key>/", views.sent, name="sent"),
    path("inlagt/<uuid:key>/angra/", views.take_back, name="undo"),
    path("<slug:number>/<uuid:key>/", views.report, name="report"),
]
