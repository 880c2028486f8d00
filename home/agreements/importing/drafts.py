"""Fills in the draft of an agreement with what was understood of the old page."""

from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks import StreamValue

from home.agreements.models import (
    AgreementPage,
    FocusAreaPage,
    NamedFocusArea,
    Party,
)
from home.models import Municipality, Organisation, SiteImage

from .local_pictures import LocalPictures
from .matching import Told, same_municipality
from .parties import PartyKind
from .pictures import shortened
from .pieces import Picture, Quote
from .stream import (
    LONGEST_CAPTION,
    StoredBlock,
    body_blocks,
    forum_blocks,
    related_blocks,
)
from .understanding import Understanding

Row = TypeVar("Row", NamedFocusArea, Party)


@dataclass
class Draft:
    """The draft of an agreement, while it is being filled in.

    With ``keeps_own``, what an editor has added beside the text stays: forums, parties
    and focus areas that the old page does not name.
    """

    page: AgreementPage
    keeps_own: bool
    pictures: LocalPictures
    told: Told

    def fill(self, understanding: Understanding) -> None:
        """Take over text, period, dates and picture."""
        page = self.page
        page.title = understanding.title[:255]
        page.draft_title = page.title
        page.introduction = understanding.introduction
        page.starts_on = understanding.period.starts_on
        page.ends_on = understanding.period.ends_on
        page.content_changed_on = understanding.updated_on or understanding.published_on
        first = next((p for p in understanding.body if isinstance(p, Picture)), None)
        if first is not None:
            self._take_picture(first)
        rest = [piece for piece in understanding.body if piece is not first]
        page.body = body_blocks(rest, self._image)
        page.forums = self._merged(
            page.forums, forum_blocks(understanding.forums), "name"
        )
        page.related_agreements = self._merged(
            page.related_agreements,
            related_blocks(understanding.related),
            "municipality",
        )

    def _take_picture(self, picture: Picture) -> None:
        image = self._image(picture)
        caption = picture.caption
        if image is not None:
            self.page.picture = image
        elif picture.photographer:
            credit = _("Photo: %(name)s") % {"name": picture.photographer}
            caption = f"{caption} {credit}".strip()
        self.page.picture_caption = caption[:LONGEST_CAPTION]

    def _image(self, picture: Picture) -> SiteImage | None:
        image = self.pictures.image(picture)
        if image is None:
            shown = picture.caption or picture.alt or picture.src or "–"
            words = _("Upload the picture “%(words)s”: pictures are not fetched.")
            self.told.to_do.append(words % {"words": shortened(shown)})
        return image

    def _merged(
        self, stream: StreamValue, blocks: list[StoredBlock], name: str
    ) -> list[StoredBlock]:
        """*blocks*, and those of an editor that they do not name."""
        if not self.keeps_own:
            return blocks
        named = {block["value"][name] for block in blocks}
        own = [raw for raw in stream.raw_data if raw["value"].get(name) not in named]
        return [*blocks, *own]

    def connect(
        self, focus_areas: list[FocusAreaPage], organisations: list[Organisation]
    ) -> None:
        """Name the focus areas and the parties, in the order of the old page."""
        named = {row.focus_area_id: row for row in self.page.named_focus_areas.all()}
        rows = [
            named.pop(area.pk, None) or NamedFocusArea(focus_area=area)
            for area in focus_areas
        ]
        self.page.named_focus_areas = self._in_order(rows, named)
        known = {row.organisation_id: row for row in self.page.parties.all()}
        parties = [
            known.pop(one.pk, None) or Party(organisation=one) for one in organisations
        ]
        self.page.parties = self._in_order(parties, known)

    def _in_order(self, rows: list[Row], others: dict[int, Row]) -> list[Row]:
        if self.keeps_own:
            rows = [*rows, *others.values()]
        for number, row in enumerate(rows):
            row.sort_order = number
        return rows

    def tell_what_is_left(
        self, understanding: Understanding, municipality: Municipality
    ) -> None:
        """Tell what somebody has to see to before the page can be published."""
        to_do = self.told.to_do
        images = self.pictures.stored
        if images:
            words = _(
                "Pictures found beside the page: %(names)s. Check the description of "
                "each, and that those shown have agreed."
            )
            to_do.append(words % {"names": ", ".join(image.title for image in images)})
        if understanding.updated_on is None and understanding.published_on:
            words = _("“Last updated” was set to the day of publication, %(date)s.")
            to_do.append(words % {"date": understanding.published_on.isoformat()})
        self._tell_of_another_municipality(understanding, municipality)
        self._tell_of_persons(understanding)

    def _tell_of_another_municipality(
        self, understanding: Understanding, municipality: Municipality
    ) -> None:
        named = [
            party.name
            for party in understanding.parties
            if party.kind == PartyKind.MUNICIPALITY
        ]
        if named and not any(same_municipality(n, municipality.name) for n in named):
            words = _("The page is about %(named)s, but this is the site of %(own)s.")
            values = {"named": ", ".join(named), "own": municipality.name}
            self.told.to_do.insert(0, words % values)

    def _tell_of_persons(self, understanding: Understanding) -> None:
        quotes = [piece for piece in understanding.body if isinstance(piece, Quote)]
        names = list(dict.fromkeys(q.speaker_name for q in quotes if q.speaker_name))
        if names:
            words = ngettext(
                "The name of %(names)s came along. Keep it only with that person's "
                "consent; the role is enough.",
                "The names of %(names)s came along. Keep them only with those persons' "
                "consent; the roles are enough.",
                len(names),
            )
            self.told.to_do.append(words % {"names": ", ".join(names)})
