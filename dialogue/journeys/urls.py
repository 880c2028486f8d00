from django.urls import path

from . import views

urlpatterns = [
    path("inlagg/", views.find, name="find_receipt"),
    path("inlagg/<str:receipt>/", views.show, name="receipt"),
    path("inlagg/<str:receipt>/dra-tillbaka/", views.withdraw, name="withdraw"),
    path("inlagg/<str:receipt>/ny-bedomning/", views.ask_again, name="ask_again"),
    path("inlagg/<str:receipt>/e-post/", views.change_address, name="change_address"),
    path(
        "inlagg/<str:receipt>/e-post/ta-bort/",
        views.remove_address,
        name="remove_address",
    ),
]
