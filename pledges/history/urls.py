from django.urls import re_path

from . import views

urlpatterns = [
    re_path(
        r"^lofte/(?P<number>\d{4}-\d{2,3})/historik/$",
        views.show_history,
        name="history",
    ),
]
