"""The pages of pledges with all that they are made of, asked for in one question."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from wagtail.models import PageQuerySet

from home.agreements.models import FocusAreaPage
from home.models import Area, Organisation, Signature

from ..choices import EntryKind, MatterKind
from ..gathering import GATHERED, fields_of, rebuilt, rows_of
from .ledger import Matter
from .parts import Commitment, Evidence, FollowUpDay, Indicator, Measure
from .states import MeasureState

if TYPE_CHECKING:
    from .pages import PledgePage

# What a pledge's text is made of, and lies in tables of their own.
PARTS: dict[str, type[models.Model]] = {
    "commitments": Commitment,
    "evidence": Evidence,
    "follow_up_days": FollowUpDay,
    "measures": Measure,
    "indicators": Indicator,
}
# What is shown of an area, and of a page that is only named and led to.
OF_AREA = ("id", "name", "slug", "kind", "municipality_id", "part_of_id")
OF_PAGE = ("id", "page_ptr_id", "title", "path", "depth", "live", "url_path")


class PledgePageQuerySet(PageQuerySet):
    """The questions we ask about the pages of pledges."""

    def numbered(self) -> Self:
        """Those that speak of a pledge; a copy of a page does not, until published."""
        return self.filter(pledge__isnull=False, alias_of__isnull=True)

    def for_lists(self) -> Self:
        """With all that a list of pledges shows of each."""
        shown = ("measures", "states", "areas", "focus_areas", "outcomes")
        return self.select_related("pledge__state").with_parts(*shown)

    def with_parts(self, *names: str) -> Self:
        """With what they are made of, in the same question; with *names* only that."""
        own = models.OuterRef("pk")
        gathered = {name: rows_of(model, page=own) for name, model in PARTS.items()}
        areas = self.model.areas.through.objects.filter(pledgepage=own)
        focus_areas = self.model.focus_areas.through.objects.filter(pledgepage=own)
        gathered["areas"] = fields_of(areas, OF_AREA, "area__")
        gathered["focus_areas"] = fields_of(focus_areas, OF_PAGE, "focusareapage__")
        gathered["signatures"] = rows_of(Signature, page=own)
        outcomes = Matter.objects.filter(
            entry__pledge=models.OuterRef("pledge"),
            entry__kind=EntryKind.OUTCOME,
            kind__in=[MatterKind.TEXT, MatterKind.LESSON],
            sealed_on__isnull=True,
        )
        said = ("id", "kind", "content", "entry__outcome")
        gathered["outcomes"] = fields_of(outcomes, said)
        gathered["states"] = rows_of(MeasureState, pledge=models.OuterRef("pledge"))
        return self.annotate(
            **{
                GATHERED + name: rows
                for name, rows in gathered.items()
                if not names or name in names
            }
        )


def put_together(page: "PledgePage") -> None:
    """Let *page* take what has been asked for together with it for its parts."""
    for name, model in {**PARTS, "areas": Area, "focus_areas": FocusAreaPage}.items():
        if hasattr(page, GATHERED + name):
            getattr(page, name).set(rebuilt(model, _gathered(page, name)))
    if hasattr(page, f"{GATHERED}signatures"):
        page.all_signatures = rebuilt(Signature, _gathered(page, "signatures"))
    if hasattr(page, f"{GATHERED}states"):
        states = rebuilt(MeasureState, _gathered(page, "states"))
        page.measure_states = {state.key: state for state in states}
        _name_organisations(page)
    if hasattr(page, f"{GATHERED}outcomes"):
        page.outcomes = _gathered(page, "outcomes")


def _name_organisations(page: "PledgePage") -> None:
    """Take those who do the measures from memory."""
    known = Organisation.remembered()
    for measure in page.measures.all():
        measure.responsible = known[measure.responsible_id]
        measure.together_with = known.get(measure.together_with_id)


def _gathered(page: "PledgePage", name: str) -> list[dict[str, Any]]:
    rows = getattr(page, GATHERED + name)
    return sorted(rows, key=lambda row: (row.get("sort_order") or 0, row["id"]))
