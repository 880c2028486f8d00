"""What everybody may see, told from memory: Wagtail's own answers ask each time."""

from django.db.models import Q
from wagtail.models import Page, PageQuerySet, PageViewRestriction

from .generation import remember


def restricted_paths() -> tuple[str, ...]:
    """The places in the tree from which down not everybody may read."""
    return remember(
        "restricted_paths",
        lambda: tuple(PageViewRestriction.objects.values_list("page__path", flat=True)),
    )


def is_restricted(page: Page) -> bool:
    """Whether something on the way down to *page* asks for a password or a login."""
    return any(page.path.startswith(path) for path in restricted_paths())


def readable(pages: PageQuerySet) -> PageQuerySet:
    """Those of *pages* that anyone may read: published, and behind no password.

    As ``live().public()``, but asks no question of its own. An alias of a restricted
    page is left out too.
    """
    pages = pages.live()
    for path in restricted_paths():
        pages = pages.exclude(
            Q(path__startswith=path) | Q(alias_of__path__startswith=path)
        )
    return pages
