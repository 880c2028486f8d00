from django.urls import path

from .views import ask

urlpatterns = [path("dialog/fragor/<int:page_id>/", ask, name="ask")]
