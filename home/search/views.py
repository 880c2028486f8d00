"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.frame import Frame
from home.models import BasePage
from home.visibility import readable

from .words import LONGEST_QUERY, stems

MOST_RESULTS = 50
MOST_LOOKED_AT = 500


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
    in words). One query for each word and one for each type of page found.
    """
    words = stems(query)
    root = frame.root_page
    if root is None or not words:
        return []
    pages = Page.objects.live().filter(path__startswith=root.path)
    ranked = [page.pk for page in pages.autocomplete(words[0])[:MOST_LOOKED_AT]]
    for word in words[1:]:
        found = {page.pk for page in pages.autocomplete(word)[:MOST_LOOKED_AT]}
        ranked = [number for number in ranked if number in found]
    open_to_all = readable(Page.objects.filter(pk__in=ranked)).specific().in_bulk()
    best = [open_to_all[number] for number in ranked if number in open_to_all]
    return [_result(page, frame) for page in best[:MOST_RESULTS]]


def _result(page: Page, frame: Frame) -> dict:
    introduction = page.introduction if isinstance(page, BasePage) else ""
    return {
        "title": page.title,
        "url": frame.path_of(page),
        "introduction": introduction or page.search_description,
        "kind": page.page_type_display_name,
        "changed_on": getattr(page, "content_changed_on", None),
    }
