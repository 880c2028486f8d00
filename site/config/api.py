"""The pages as open data: read by anyone, changed by nobody."""

from django.db.models import QuerySet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from home.visibility import readable


class PublicPagesViewSet(PagesAPIViewSet):
    """Only what everybody may read at its own address, of this site alone."""

    def get_base_queryset(self, **kwargs: object) -> QuerySet:
        """Leave out whatever waits, has run out or is for some alone."""
        return readable(super().get_base_queryset(**kwargs))


api = WagtailAPIRouter("api")
api.register_endpoint("pages", PublicPagesViewSet)
