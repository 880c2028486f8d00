"""The text of an agreement in one fixed form, for the archive and its digest.

Plain text, UTF-8, lines ended by a line feed, always in this order and in Swedish
labels whatever language runs: title, period, case number, introduction, text, parties,
focus areas, forums, and where they are there the document, the agreements of others and
the caption. It holds no row numbers and no dates of saving, so that the same words
always give the same digest.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue, StructValue

from home.link_targets import targets_of

if TYPE_CHECKING:
    from .models import AgreementPage, Party


def canonical_text(agreement: "AgreementPage") -> str:
    """Return all that *agreement* says to residents, in the form told above."""
    lines = [
        f"Titel: {agreement.title}",
        f"Språk: {agreement.locale.language_code}",
        f"Gäller från: {agreement.starts_on or ''}",
        f"Gäller till: {agreement.ends_on or ''}",
        f"Diarienummer: {agreement.case_number}",
        f"Inledning: {_one_line(agreement.introduction)}",
        *_lines_of_body(agreement.body),
    ]
    lines += [_line_of_party(party) for party in agreement.parties.all()]
    lines += [
        f"Fokusområde: {named.focus_area.title}"
        for named in agreement.named_focus_areas.all()
    ]
    for child in agreement.forums:
        lines += _lines_of_forum(child.value)
    lines += _lines_beside(agreement)
    return "\n".join(_one_line(line) for line in lines) + "\n"


def _line_of_party(party: "Party") -> str:
    """Who has signed, in which role and when."""
    signed = party.signed_on or ""
    return (
        f"Part: {party.organisation.name}; {party.signatory_role}; "
        f"{party.signatory_name}; {signed}"
    )


def _lines_beside(agreement: "AgreementPage") -> Iterable[str]:
    """What goes with the text; a document by the SHA-1 that Wagtail keeps of it."""
    document = agreement.document
    if document is not None:
        yield f"Dokument: {document.title}; SHA-1 {document.get_file_hash()}"
    for child in agreement.related_agreements:
        other = child.value
        yield (
            f"Överenskommelse på annat håll: {other['municipality']}; "
            f"{other['title']}; {other['url']}; {other['note']}"
        )
    if agreement.picture_caption:
        yield f"Bildtext: {agreement.picture_caption}"


def _lines_of_forum(forum: StructValue) -> Iterable[str]:
    """A forum, and each of its seats."""
    yield f"Forum: {forum['name']}; {forum['purpose']}; {forum['rhythm']}"
    for member in forum["members"]:
        yield f"Ledamot: {member['organisation']}; {member['role']}"


def _lines_of_body(body: StreamValue) -> Iterable[str]:
    """One line for each piece: what kind it is, its words, and where links lead."""
    for child in body:
        words = map(str, child.block.get_searchable_content(child.value))
        links = targets_of(child.get_prep_value()["value"])
        yield f"{child.block_type}: {' | '.join([*words, *links])}"


def _one_line(text: str) -> str:
    """Return *text* without tags, its white space made single."""
    return " ".join(strip_tags(text or "").split())
