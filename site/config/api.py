"""The pages as open data: read by anyone, changed by nobody."""

from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page, PageQuerySet, Site

from home.serving import pages_of
from home.visibility import readable


class PublicPagesViewSet(PagesAPIViewSet):
    """Only what everybody may read at its own address, of this site alone."""

    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"site"}

    def get_base_queryset(self) -> PageQuerySet:
        """The public pages of the site that is asked, in each of its languages.

        Wagtail's own asks who is reading, to show the private to those who may see it.
        """
        site = Site.find_for_request(self.request)
        return readable(pages_of(site)) if site else Page.objects.none()


api = WagtailAPIRouter("api")
api.register_endpoint("pages", PublicPagesViewSet)
