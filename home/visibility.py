"""What everybody may see, told from memory: Wagtail's own answers ask each time.

Two things close a page to readers beyond its own state: a restriction (a password, a
login) on it or above it, and a page above it that is not public, since what lies in a
closed room is closed too. An alias is as closed as the page it repeats.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageQuerySet,
    PageViewRestriction,
)

from .generation import remember

Paths = tuple[str, ...]


def restricted_paths() -> Paths:
    """The places in the tree from which down a password or a login is asked for."""
    return remember("restricted_paths", _find_restricted_paths)


def hidden_paths() -> Paths:
    """The drafts and former pages that have something beneath them."""
    return remember("hidden_paths", _find_hidden_paths)


def _find_hidden_paths() -> Paths:
    hidden = Page.objects.not_live().filter(numchild__gt=0)
    return tuple(hidden.values_list("path", flat=True))


def _find_restricted_paths() -> Paths:
    """Those with a restriction, and the aliases of whatever lies beneath them."""
    found: set[str] = set()
    new = set(PageViewRestriction.objects.values_list("page__path", flat=True))
    while new - found:
        found |= new
        repeated = _any_beneath("alias_of__path", new)
        new = set(Page.objects.filter(repeated).values_list("path", flat=True))
    return tuple(sorted(found))


def closed_collections() -> frozenset[int]:
    """The collections whose documents ask for a password or a login."""
    return remember("closed_collections", _find_closed_collections)


def _find_closed_collections() -> frozenset[int]:
    restricted = CollectionViewRestriction.objects.values_list("collection__path")
    beneath = _any_beneath("path", [path for (path,) in restricted])
    return frozenset(Collection.objects.filter(beneath).values_list("pk", flat=True))


def _any_beneath(field: str, paths: Iterable[str]) -> Q:
    """Whatever has in *field* one of *paths* or a path beneath one."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def is_restricted(page: Page) -> bool:
    """Whether something on the way down to *page* asks for a password or a login."""
    return page.path.startswith(restricted_paths())


def is_hidden(page: Page) -> bool:
    """Whether *page* is no public page, or lies beneath one that is none."""
    return not page.live or page.path.startswith(hidden_paths())


def is_readable(page: Page) -> bool:
    """Whether anyone may read *page*; of one page what ``readable`` says of many."""
    return not is_hidden(page) and not is_restricted(page)


def readable(pages: PageQuerySet) -> PageQuerySet:
    """Those of *pages* that anyone may read. Asks no question of its own."""
    return pages.filter(for_everybody())


def for_everybody() -> Q:
    """What is true of a page that anyone may read, as a condition of a query."""
    condition = Q(live=True)
    for path in _without_what_lies_beneath(*restricted_paths(), *hidden_paths()):
        condition &= ~Q(path__startswith=path)
    return condition


def _without_what_lies_beneath(*paths: str) -> list[str]:
    """Return the topmost of *paths*; they cover the others."""
    topmost: list[str] = []
    for path in sorted(paths):
        if not topmost or not path.startswith(topmost[-1]):
            topmost.append(path)
    return topmost


def restrictions_on(page: Page) -> QuerySet[PageViewRestriction]:
    """What stands between a reader and *page*, an alias's original included.

    Nearly always there is nothing, which is known from memory.
    """
    if not is_restricted(page):
        return PageViewRestriction.objects.none()
    steps: set[str] = set()
    new = {page.path}
    while new:
        new = _with_all_above(new)
        steps |= new
        originals = Page.objects.filter(aliases__path__in=new)
        new = set(originals.values_list("path", flat=True)) - steps
    return PageViewRestriction.objects.filter(page__path__in=steps)


def _with_all_above(paths: Iterable[str]) -> set[str]:
    """Return *paths* and those of all pages above them."""
    length = Page.steplen
    return {
        path[:end] for path in paths for end in range(length, len(path) + 1, length)
    }
