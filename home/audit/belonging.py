"""To which municipality something belongs, whatever it is."""

from typing import Any

from django.db.models import Model
from wagtail.models import Page

from home.models import Municipality

# How one gets from an object to one that knows its municipality.
WAYS = ("organisation", "contribution", "seal", "pledge")
# A municipality's start page and collection lie right beneath the root of their tree.
TOP = 2 * Page.steplen


def municipality_of_object(thing: Any) -> int | None:
    """Return the number of the municipality that *thing* belongs to, if it tells."""
    if isinstance(thing, Municipality):
        return thing.pk
    if isinstance(thing, Page):
        return _by_tree(thing)
    if getattr(thing, "municipality_id", None):
        return thing.municipality_id
    for way in WAYS:
        if isinstance(further := getattr(thing, way, None), Model):
            return municipality_of_object(further)
    return _by_place(thing)


def _by_tree(page: Page) -> int | None:
    """A page belongs to whom the start page above it does, in any language."""
    top = Page.objects.filter(path=page.path[:TOP]).values("translation_key")
    return _number(site__root_page__translation_key__in=top)


def _by_place(thing: Any) -> int | None:
    """Pictures and papers lie in a collection; settings and redirects have a site."""
    collection = getattr(thing, "collection", None)
    if collection is not None:
        return _number(collection__path=collection.path[:TOP])
    if site_id := getattr(thing, "site_id", None):
        return _number(site=site_id)
    return None


def _number(**by: Any) -> int | None:
    return Municipality.objects.filter(**by).values_list("pk", flat=True).first()
