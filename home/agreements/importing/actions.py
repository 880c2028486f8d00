"""Makes a draft of what was understood. Of this package only this touches the pages."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid5

from django.contrib.auth.models import AbstractUser
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from home.agreements.models import (
    AgreementIndexPage,
    AgreementPage,
    FocusAreaIndexPage,
)
from home.models import Municipality

from .drafts import Draft
from .history import IMPORTED
from .local_pictures import LocalPictures
from .matching import (
    Told,
    focus_area_pages,
    organisations,
    same_municipality,
    short_slug,
)
from .parties import PartyKind
from .understanding import Understanding

Index = TypeVar("Index", AgreementIndexPage, FocusAreaIndexPage)


class Outcome(models.TextChoices):
    """What became of an import."""

    MADE = "made", gettext_lazy("a new draft was made")
    UPDATED = "updated", gettext_lazy("the draft of the last import was renewed")
    SAME = "same", gettext_lazy("nothing has changed since the last import")
    EDITED = (
        "edited",
        gettext_lazy(
            "somebody has edited the page since the last import: it was left alone"
        ),
    )
    PUBLISHED = "published", gettext_lazy("the page is public: it was left alone")
    FOREIGN = (
        "foreign",
        gettext_lazy(
            "there is a page at this address that no import has made: it was left alone"
        ),
    )


@dataclass(frozen=True)
class Imported:
    """The page, what became of it, and what else was made, used or is left to do."""

    page: AgreementPage
    outcome: Outcome
    told: Told = field(default_factory=Told)

    @property
    def has_written(self) -> bool:
        return self.outcome in (Outcome.MADE, Outcome.UPDATED)


@transaction.atomic
def import_agreement(
    understanding: Understanding,
    *,
    municipality: Municipality,
    by: AbstractUser | None = None,
    update: bool = False,
    folder: Path | None = None,
) -> Imported:
    """Make or renew the draft agreement that *understanding* tells of.

    Nothing is published. The page of a former import is found again by a key made of
    its title. It is left alone if somebody has edited or published it since, unless
    *update*: then the text becomes a new draft, and what residents read stays.

    folder  where the pictures of a saved page lie; None leaves them out
    """
    told = Told()
    home = municipality.site.root_page
    index = _index(AgreementIndexPage, home, told)
    digest = _digest(understanding)
    key = _key(understanding, municipality, index)
    page = _former_page(understanding, key, index)
    obstacle = _obstacle(page) if page is not None else None
    if page is not None and obstacle is None and _was_imported(page, digest):
        return Imported(page, Outcome.SAME)
    if page is not None and obstacle is not None and not update:
        return Imported(page, obstacle)
    draft = Draft(
        page=_editable(page, index),
        keeps_own=obstacle is not None,
        pictures=LocalPictures(municipality, folder),
        told=told,
    )
    draft.fill(understanding)
    draft.connect(
        focus_area_pages(
            understanding.focus_areas, _index(FocusAreaIndexPage, home, told), told
        ),
        organisations(understanding.parties, municipality, told),
    )
    if page is None:
        _add(draft.page, index, key=key, by=by)
    _save(draft.page, by=by, data={"digest": digest, "key": str(key)})
    draft.tell_what_is_left(understanding, municipality)
    outcome = Outcome.MADE if page is None else Outcome.UPDATED
    return Imported(draft.page, outcome, told)


def _digest(understanding: Understanding) -> str:
    """A digest of all that goes into the page, for telling whether it has changed."""
    content = replace(understanding, left_out=(), doubts=())
    return hashlib.sha256(repr(content).encode()).hexdigest()


def _index(kind: type[Index], home: Page, told: Told) -> Index:
    """The list that the page belongs under; a draft of one if the site has none."""
    known = kind.objects.child_of(home).first()
    if known is not None:
        return known
    title, slug = {
        AgreementIndexPage: (_("Agreements"), "overenskommelser"),
        FocusAreaIndexPage: (_("Focus areas"), "fokusomraden"),
    }[kind]
    index = kind(
        title=title,
        slug=short_slug(slug, home),
        live=False,
        has_unpublished_changes=True,
        locale=home.locale,
    )
    home.add_child(instance=index)
    index.save_revision()
    told.made.append(_("List, as a draft: %(title)s") % {"title": title})
    return index


def _key(
    understanding: Understanding, municipality: Municipality, index: AgreementIndexPage
) -> UUID:
    """What a page is known by: its title, and whose it is if it is not from here.

    Many municipalities call their agreements the same.
    """
    others = sorted(
        party.name
        for party in understanding.parties
        if party.kind == PartyKind.MUNICIPALITY
    )
    if any(same_municipality(name, municipality.name) for name in others):
        others = []
    words = [short_slug(understanding.title), *others]
    return uuid5(index.translation_key, " ".join(words))


def _former_page(
    understanding: Understanding, key: UUID, index: AgreementIndexPage
) -> AgreementPage | None:
    """The page of a former import, wherever it is now; else a person's of that name."""
    in_language = AgreementPage.objects.filter(locale=index.locale)
    same_key = in_language.filter(translation_key=key).first()
    if same_key is not None:
        return same_key
    slug = short_slug(understanding.title)
    at_address = in_language.child_of(index).filter(slug=slug).first()
    if at_address is None:
        return None
    last = _last_import(at_address)
    is_of_another = last is not None and last.data.get("key") != str(key)
    return None if is_of_another else at_address


def _last_import(page: AgreementPage) -> PageLogEntry | None:
    entries = PageLogEntry.objects.filter(page=page.pk, action=IMPORTED)
    return entries.order_by("-timestamp", "-pk").first()


def _was_imported(page: AgreementPage, digest: str) -> bool:
    last = _last_import(page)
    return last is not None and last.data.get("digest") == digest


def _obstacle(page: AgreementPage) -> Outcome | None:
    """Why *page* is not to be touched, or None if it is as the last import left it."""
    last = _last_import(page)
    if last is None:
        return Outcome.FOREIGN
    if page.live:
        return Outcome.PUBLISHED
    is_untouched = last.revision_id == page.latest_revision_id
    return None if is_untouched else Outcome.EDITED


def _editable(page: AgreementPage | None, index: AgreementIndexPage) -> AgreementPage:
    if page is None:
        return AgreementPage(
            live=False, has_unpublished_changes=True, locale=index.locale
        )
    return page.get_latest_revision_as_object()


def _add(
    page: AgreementPage,
    index: AgreementIndexPage,
    *,
    key: UUID,
    by: AbstractUser | None,
) -> None:
    page.slug = short_slug(page.title, index)
    page.translation_key = key
    page.owner = by
    index.add_child(instance=page)


def _save(
    page: AgreementPage, *, by: AbstractUser | None, data: dict[str, str]
) -> None:
    """Save a revision, and write it into the history of the page."""
    if not page.live:
        drafts = AgreementPage.objects.filter(pk=page.pk)
        drafts.update(content_changed_on=page.content_changed_on)
    revision = page.save_revision(user=by, log_action=False)
    log(
        instance=page,
        action=IMPORTED,
        user=by,
        revision=revision,
        data=data,
        content_changed=True,
    )
