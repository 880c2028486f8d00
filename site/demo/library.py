"""What the demo has made, by the names that the demo calls it.

A page is known by its translation key, which is reckoned from its name: editors may
rename or move it, and it is still found. What is there is never touched again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone
from wagtail.models import Locale, Page

from home.accounts.models import User
from home.models import BasePage, Municipality, Organisation

from . import illustrations, papers


def key_of(name: str) -> UUID:
    """Return the translation key of the page that the demo calls *name*."""
    return uuid5(NAMESPACE_URL, f"https://example.org/demo/{name}")


@dataclass(frozen=True)
class Maker:
    """For which municipality pages are made, who has made them, and on what day."""

    municipality: Municipality
    editor: User
    today: date


class Library:
    """The demo's pages in one language, and what they point to."""

    def __init__(self, maker: Maker, language: str) -> None:
        self.maker = maker
        self.language = language
        self.locale, _ = Locale.objects.get_or_create(language_code=language)
        pages = Page.objects.filter(locale=self.locale)
        self.keys = dict(pages.values_list("translation_key", "pk"))

    def has(self, name: str) -> bool:
        """Whether the page exists, whatever editors have made of it."""
        return key_of(name) in self.keys

    def page(self, name: str) -> int:
        """Return the page's number. Raises KeyError if it has not been made."""
        return self.keys[key_of(name)]

    def organisation(self, kind: str) -> int:
        """Return the number of the demo's organisation of a kind: the first of it."""
        of_kind = Organisation.objects.filter(
            municipality=self.maker.municipality, kind=kind
        )
        return of_kind.order_by("pk").values_list("pk", flat=True)[0]

    def picture(self, name: str) -> int:
        """Return the picture's number; it is stored when first asked for."""
        return illustrations.stored(name, self.maker.municipality, self.language).pk

    def alt_text(self, name: str) -> str:
        """What the picture shows, in the language of the pages."""
        return illustrations.ILLUSTRATIONS[name].alt_text(self.language)

    def document(self, name: str) -> int:
        """Return the document's number; it is stored when first asked for."""
        return papers.stored(name, self.maker.municipality).pk

    def add(
        self,
        name: str,
        make: Callable[[], BasePage],
        *,
        beneath: str | None,
        before: str | None = None,
        changed_on: date | None = None,
    ) -> None:
        """Publish what *make* gives, unless the page exists.

        beneath     the page above it; None for the top of the tree
        before      the page that comes after it; None for the last place
        changed_on  the day of “last updated”; None for today
        """
        if not self.has(name):
            page = self.place(
                name, make, beneath=beneath, before=before, changed_on=changed_on
            )
            revision = page.save_revision(user=self.maker.editor)
            revision.publish(user=self.maker.editor, skip_permission_checks=True)
            date_publication(page, page.content_changed_on or self.maker.today)

    def place(
        self,
        name: str,
        make: Callable[[], BasePage],
        *,
        beneath: str | None,
        before: str | None = None,
        changed_on: date | None = None,
    ) -> BasePage:
        """Put what *make* gives in its place in the tree, as ``add`` tells."""
        page = make()
        page.translation_key = key_of(name)
        page.locale = self.locale
        page.content_changed_on = changed_on or self.maker.today
        if before is not None and self.has(before):
            self._page(before).add_sibling(pos="left", instance=page)
        else:
            self._page(beneath).add_child(instance=page)
        self.keys[page.translation_key] = page.pk
        return page

    def _page(self, name: str | None) -> Page:
        return (
            Page.objects.get(pk=self.page(name)) if name else Page.get_first_root_node()
        )


def date_publication(page: BasePage, day: date) -> None:
    """Let the page have come out on the morning of its day, for feeds and history."""
    morning = timezone.make_aware(datetime.combine(day, time(9)))
    moment = min(morning, timezone.now())
    Page.objects.filter(pk=page.pk).update(
        first_published_at=moment, last_published_at=moment
    )
