from django.urls import path

from . import views

urlpatterns = [
    path("dialog/kommentarer/<int:page_id>/", views.write, name="write_comment"),
    path("kommentar/<int:comment_id>/", views.find, name="comment"),
    path("kommentar/<int:comment_id>/svar/", views.replies, name="replies"),
    path("kommentar/<int:comment_id>/anmal/", views.flag, name="flag_comment"),
]
