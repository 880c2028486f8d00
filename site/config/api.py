"""The pages as open data: read by anyone, changed by nobody."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page, PageQuerySet, Site

from home.serving import pages_of
from home.visibility import readable

# Of an offset: no site has as many pages, and no database counts without end.
MOST_DIGITS = 9


class ValidFieldsFilter(FieldsFilter):
    """Tells of a value that is none of its field's; Wagtail's own lets it through."""

    def filter_queryset(
        self, request: Request, queryset: PageQuerySet, view: Any
    ) -> PageQuerySet:
        """Return those that have the values asked for. Raises BadRequestError."""
        try:
            return super().filter_queryset(request, queryset, view)
        except ValidationError as problem:
            raise BadRequestError(
                f"field filter error. {' '.join(problem.messages)}"
            ) from problem


class BoundedPagination(WagtailPagination):
    """Pages through as many as a site can have."""

    def paginate_queryset(
        self, queryset: PageQuerySet, request: Request, view: Any = None
    ) -> PageQuerySet:
        """Return the part that is asked for. Raises BadRequestError."""
        if len(request.GET.get("offset", "")) > MOST_DIGITS:
            raise BadRequestError("offset is higher than any site has pages")
        return super().paginate_queryset(queryset, request, view)


class PublicPagesViewSet(PagesAPIViewSet):
    """Only what everybody may read at its own address, of this site alone."""

    # Wagtail would show the data as a page of its own too, which asks who is reading.
    renderer_classes = [JSONRenderer]
    pagination_class = BoundedPagination
    filter_backends = [
        ValidFieldsFilter if one is FieldsFilter else one
        for one in PagesAPIViewSet.filter_backends
    ]
    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"site"}

    def get_base_queryset(self) -> PageQuerySet:
        """The public pages of the site that is asked, in each of its languages.

        Wagtail's own asks who is reading, to show the private to those who may see it.
        """
        site = Site.find_for_request(self.request)
        return readable(pages_of(site)) if site else Page.objects.none()

    def get_root_page(self) -> Page:
        """The start page. Raises Http404 for a host that has no site."""
        site = Site.find_for_request(self.request)
        if site is None:
            raise Http404("this host has no site")
        return site.root_page

    def find_object(self, queryset: PageQuerySet, request: Request) -> Page | None:
        """Return the page asked for by number or address. Raises BadRequestError."""
        number = request.GET.get("id", "1")
        if not re.fullmatch(r"\d{1,18}", number, re.ASCII):
            raise BadRequestError("id must be a positive integer")
        return super().find_object(queryset, request)

    def handle_exception(self, exc: Exception) -> Response:
        """Tell of a value that no column holds, which shows only in the database."""
        if isinstance(exc, OverflowError):
            exc = BadRequestError("a value is out of range")
        return super().handle_exception(exc)


api = WagtailAPIRouter("api")
api.register_endpoint("pages", PublicPagesViewSet)
