"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.frame import Frame
from home.models import BasePage
from home.serving import root_path
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
    in words). One query for each word and one for each type of page found.
    """
    root = root_path(frame.site, frame.language)
    words = stems(query)
    if root is None or not words:
        return []
    pages = readable(Page.objects.filter(url_path__startswith=root))
    ranked: list[int] | None = None
    for word in words:
        found = [page.pk for page in pages.autocomplete(word)[:1000]]
        ranked = found if ranked is None else [pk for pk in ranked if pk in set(found)]
    chosen = (ranked or [])[:MOST_RESULTS]
    known = Page.objects.filter(pk__in=chosen).specific().in_bulk()
    return [_result(known[pk], frame) for pk in chosen if pk in known]


def _result(page: Page, frame: Frame) -> dict:
    introduction = page.introduction if isinstance(page, BasePage) else ""
    return {
        "title": page.title,
        "url": frame.path_of(page),
        "introduction": introduction or page.search_description,
        "kind": page.page_type_display_name,
        "changed_on": getattr(page, "content_changed_on", None),
    }
