"""The text of a pledge in one fixed form, for its signatures and the archive.

Plain text, UTF-8, lines ended by a line feed, always in this order and with Swedish
labels whatever language runs. It holds no row numbers and no dates of saving, so that
the same words always give the same digest. The keys of measures and indicators are part
of it: the ledger speaks of them by these. What few pledges have – a caption, a page
that evidence leads to – has a line or words of its own only where it is there.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

from home.link_targets import targets_of

if TYPE_CHECKING:
    from .models import Evidence, Indicator, Measure, PledgePage

PARTIES = {
    "municipality": "Kommunen ska",
    "police": "Polisen ska",
    "together": "Tillsammans ska vi",
}


def canonical_text(page: "PledgePage") -> str:
    """Return all that *page* says to residents, in the form told above."""
    return "\n".join(_one_line(line) for line in _lines(page)) + "\n"


def _lines(page: "PledgePage") -> Iterator[str]:
    yield f"Titel: {page.title}"
    yield f"Språk: {page.locale.language_code}"
    yield f"Kort sagt: {page.introduction}"
    yield f"Lättläst: {page.easy_read}"
    yield f"Gäller från: {page.starts_on or ''}"
    yield f"Gäller till: {page.ends_on or ''}"
    yield from _belongs_to(page)
    for focus_area in sorted(one.title for one in page.focus_areas.all()):
        yield f"Fokusområde: {focus_area}"
    for area in sorted(one.name for one in page.areas.all()):
        yield f"Område: {area}"
    yield f"För vem: {page.target_group}"
    yield f"Situationen i dag: {_plain(page.situation)}"
    yield from map(_line_of_evidence, page.evidence.all())
    for commitment in page.commitments.all():
        yield f"{PARTIES[commitment.party]}: {commitment.text}"
    for measure in page.measures.all():
        yield from _lines_of_measure(measure)
    for indicator in page.indicators.all():
        yield from _lines_of_indicator(indicator)
    for day in page.follow_up_days.all():
        yield f"Uppföljning: {day.due_on}; {day.what}"
    yield f"Så har invånarna påverkat: {_plain(page.influence)}"
    yield f"Olika grupper: {page.equality_note}"
    yield f"Ansvarig: {page.responsible_role}"
    yield f"Diarienummer kommunen: {page.municipal_case_number}"
    yield f"Diarienummer polisen: {page.police_case_number}"
    if page.picture_caption:
        yield f"Bildtext: {page.picture_caption}"


def _belongs_to(page: "PledgePage") -> Iterator[str]:
    """What has been agreed and decided before it."""
    yield f"Hör till: {page.agreement.title if page.agreement else ''}"
    if page.action_plan is not None:
        yield f"Åtgärdsplan: {page.action_plan.title}"


def _line_of_evidence(evidence: "Evidence") -> str:
    """What it shows, and where that stands."""
    linked = f"; {evidence.linked_page.title}" if evidence.linked_page else ""
    return f"Hur vet vi det: {evidence.text} {evidence.url}{linked}"


def _lines_of_measure(measure: "Measure") -> Iterator[str]:
    """Who does what, how many and until when."""
    partner = measure.together_with
    yield f"Åtgärd: {measure.title}; nyckel {measure.key}"
    yield f"Vem: {measure.responsible.name}; {partner.name if partner else ''}"
    count = "" if measure.target_count is None else measure.target_count
    yield (
        f"Hur mycket: {measure.kind}; {count}; {measure.rate_period}; "
        f"{measure.unit_one}; {measure.unit_many}; senast {measure.due_on}"
    )
    yield f"Hur: {measure.how}; {measure.expected_effect}"


def _lines_of_indicator(indicator: "Indicator") -> Iterator[str]:
    """What is measured, from where to where, by whom."""
    yield f"Mått: {indicator.name}; {indicator.unit}; nyckel {indicator.key}"
    yield (
        f"Från och till: {_number(indicator.baseline)}; {indicator.baseline_on or ''}; "
        f"{indicator.baseline_answers or ''}; {_number(indicator.target)}; "
        f"{indicator.direction}"
    )
    yield f"Källa: {indicator.source}; {indicator.scale}"


def _number(value: object) -> str:
    return "" if value is None else f"{value:.3f}"


def _plain(html: str) -> str:
    """Return rich text without its tags, each part on its own; its links at the end."""
    words = strip_tags((html or "").replace("<", " <"))
    return " ".join([words, *targets_of(html)])


def _one_line(text: str) -> str:
    return " ".join(text.split())
