"""What the site already has of what a page speaks of, so that nothing is doubled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.agreements.models import (
    FocusAreaIndexPage,
    FocusAreaKind,
    FocusAreaPage,
)
from home.models import Municipality, Organisation
from home.models.organisations import OrganisationKind

from .characters import folded
from .focus_areas import same_label
from .parties import Party, PartyKind

LONGEST_SLUG = 60

_METHODS = re.compile(
    r"\b(?:trygghetsmätning|trygghetsvandring|medborgardialog|medborgarlöft|dialog|"
    r"samverkan|kommunikation|grannsamverkan|lägesbild|uppföljning|information)\w*",
    re.IGNORECASE,
)
# Those near somebody who seeks help may not see it, or a comment may point someone out.
_SENSITIVE = re.compile(
    r"våld i nära|relationsvåld|våld mot kvinnor|kvinnofrid|heder|sexuell|sexualbrott|"
    r"extremism|radikalisering|brottsaktiva|avhopp|människohandel|prostitution",
    re.IGNORECASE,
)


@dataclass
class Told:
    """What was made and what has to be looked at, in words."""

    made: list[str] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    to_do: list[str] = field(default_factory=list)


def short_slug(title: str, parent: Page | None = None) -> str:
    """Return an address out of *title* that no other page beneath *parent* has.

    >>> short_slug("ANDTS (alkohol, narkotika)"), short_slug("Avtal 2021–2024")
    ('andts', 'avtal-2021-2024')
    """
    words = re.sub(r"[-‐‑‒–—−/]", "-", re.sub(r"\s*\([^)]*\)", "", title) or title)
    slug = slugify(words)[: LONGEST_SLUG + 1] or "sida"
    if len(slug) > LONGEST_SLUG:
        slug = slug[:LONGEST_SLUG].rpartition("-")[0] or slug[:LONGEST_SLUG]
    if parent is None:
        return slug
    taken = set(parent.get_children().values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, 1000))
    return slug if slug not in taken else next(s for s in numbered if s not in taken)


def focus_area_pages(
    labels: Iterable[str], index: FocusAreaIndexPage, told: Told
) -> list[FocusAreaPage]:
    """Return a page for each of *labels*: the one that is there, or a new draft."""
    known = list(FocusAreaPage.objects.child_of(index))
    pages: list[FocusAreaPage] = []
    for label in labels:
        page = _known_focus_area(label, known, told)
        if page is None:
            page = _new_focus_area(label, index, told)
            known.append(page)
        if page not in pages:
            pages.append(page)
    return pages


def _known_focus_area(
    label: str, known: list[FocusAreaPage], told: Told
) -> FocusAreaPage | None:
    for page in known:
        if same_label(page.title, label) or same_label(page.draft_title, label):
            told.used.append(_("Focus area: %(title)s") % {"title": page.title})
            return page
    for page in known:
        if same_label(_core(page.title), _core(label)):
            words = _("Focus area “%(title)s” is used for “%(label)s”.")
            told.to_do.append(words % {"title": page.title, "label": label})
            return page
    return None


def _core(label: str) -> str:
    return folded(re.sub(r"\([^)]*\)", "", label))


def _new_focus_area(label: str, index: FocusAreaIndexPage, told: Told) -> FocusAreaPage:
    page = FocusAreaPage(
        title=(label[0].upper() + label[1:])[:255],
        slug=short_slug(label, index),
        kind=FocusAreaKind.METHOD if _METHODS.search(label) else FocusAreaKind.PROBLEM,
        is_sensitive=_SENSITIVE.search(label) is not None,
        live=False,
        has_unpublished_changes=True,
        locale=index.locale,
    )
    index.add_child(instance=page)
    page.save_revision()
    told.made.append(_("Focus area, as a draft: %(title)s") % {"title": page.title})
    if page.is_sensitive:
        words = _("“%(title)s” was marked as sensitive. Add where to get help.")
        told.to_do.append(words % {"title": page.title})
    if page.kind == FocusAreaKind.METHOD:
        words = _("“%(title)s” was taken for a way of working, not a problem.")
        told.to_do.append(words % {"title": page.title})
    return page


def organisations(
    parties: Iterable[Party], municipality: Municipality, told: Told
) -> list[Organisation]:
    """Return the organisations that the parties are.

    The municipality's own and the police are made if they are missing; of others only
    their names are told, since nobody can guess what they are.
    """
    found: list[Organisation] = []
    for party in parties:
        organisation = _known_organisation(party, municipality, told)
        if organisation is None and _may_be_made(party, municipality):
            organisation = _new_organisation(party, municipality, told)
        if organisation is None:
            words = _(
                "%(name)s is no organisation here. Add it, and choose it as party."
            )
            told.to_do.append(words % {"name": party.name})
        elif organisation not in found:
            found.append(organisation)
    return found


def _known_organisation(
    party: Party, municipality: Municipality, told: Told
) -> Organisation | None:
    own = list(municipality.organisations.order_by("pk"))
    of_kind = [one for one in own if one.kind == party.kind]
    names = {folded(party.name), folded(party.district)} - {""}
    named = [
        one
        for one in own
        if {folded(one.name), folded(one.short_name)} & names
        or (one in of_kind and folded(one.name).startswith(folded(party.name)))
    ]
    if named:
        told.used.append(_("Organisation: %(name)s") % {"name": named[0].name})
        return named[0]
    is_own = party.kind == PartyKind.POLICE or _is_own(party, municipality)
    if not of_kind or not is_own:
        return None
    words = _("Organisation “%(known)s” is used for “%(name)s”.")
    told.to_do.append(words % {"known": of_kind[0].name, "name": party.name})
    return of_kind[0]


def _is_own(party: Party, municipality: Municipality) -> bool:
    return party.kind == PartyKind.MUNICIPALITY and same_municipality(
        party.name, municipality.name
    )


def same_municipality(one: str, other: str) -> bool:
    """True if two names mean one municipality: “Storby” and “Storby kommun” do."""
    bare = [re.sub(r"\s(?:kommun|stad)$", "", folded(name)) for name in (one, other)]
    return bare[0] == bare[1] or bare[0] == f"{bare[1]}s" or bare[1] == f"{bare[0]}s"


def _may_be_made(party: Party, municipality: Municipality) -> bool:
    return party.kind == PartyKind.POLICE or _is_own(party, municipality)


def _new_organisation(
    party: Party, municipality: Municipality, told: Told
) -> Organisation:
    is_police = party.kind == PartyKind.POLICE
    organisation = Organisation.objects.create(
        municipality=municipality,
        name=party.name[:150],
        short_name=_("the police").capitalize() if is_police else "",
        kind=OrganisationKind(party.kind.value),
    )
    told.made.append(_("Organisation: %(name)s") % {"name": organisation.name})
    return organisation
