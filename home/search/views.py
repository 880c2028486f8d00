"""The search page."""

from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models
from wagtail.search.query import And, PlainText

from home.frame import Frame
from home.models import BasePage
from home.visibility import readable

from .words import LONGEST_QUERY, stems

MOST_RESULTS = 50


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that hold all words asked for, in the reader's language."""
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    frame = Frame(request, None)
    results = find(query, frame) if query else []
    return render(
        request,
        "home/search/search.html",
        {"query": query, "results": results, "most": MOST_RESULTS},
    )


def find(query: str, frame: Frame) -> list[dict]:
    """Return what anyone may read that holds every word of *query*, the best first.

    Each result has ``title``, ``url``, ``introduction`` and ``kind`` (the page's type
    in words). Two questions, however many words and kinds of page there are.
    """
    words = stems(query)
    root = frame.root_page
    if root is None or not words:
        return []
    pages = readable(Page.objects.filter(path__startswith=root.path))
    found = pages.autocomplete(And([PlainText(word) for word in words]))
    ranked = [page.pk for page in found[:MOST_RESULTS]]
    known = _with_introductions(ranked)
    return [_result(known[number], frame) for number in ranked if number in known]


def _with_introductions(numbers: list[int]) -> dict[int, Page]:
    """Return the pages of these numbers with what their own kinds say, by number.

    Each has ``own_introduction`` and ``own_changed_on`` besides, asked for all at once.
    """
    kinds = [
        kind._meta.pk.remote_field.get_accessor_name()
        for kind in get_page_models()
        if issubclass(kind, BasePage)
    ]
    pages = Page.objects.annotate(
        own_introduction=Coalesce(*[f"{kind}__introduction" for kind in kinds]),
        own_changed_on=Coalesce(*[f"{kind}__content_changed_on" for kind in kinds]),
    )
    return pages.in_bulk(numbers)


def _result(page: Page, frame: Frame) -> dict:
    """What the list of results shows of *page*."""
    return {
        "title": page.title,
        "url": frame.path_of(page),
        "introduction": page.own_introduction or page.search_description,
        "kind": page.page_type_display_name,
        "changed_on": page.own_changed_on,
    }
