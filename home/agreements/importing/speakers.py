"""Who said what, where a paragraph alone does not tell."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from .names import names_in, people_with_roles
from .notes import Notes
from .pictures import shortened
from .pieces import Paragraph, Piece, Quote
from .quotes import Said, read_quote, speaker


def as_quote(said: Said, earlier: list[Piece], notes: Notes) -> Quote:
    """Return *said* as a quote; who “she” and “he” are, the *earlier* pieces tell."""
    name, role = said.speaker_name, said.speaker_role
    if said.is_earlier_speaker:
        name, role = _earlier_speaker(said, earlier, notes)
    if not name:
        doubt = _("Nothing tells who said “%(words)s”.")
        notes.doubt(doubt % {"words": shortened(said.text)})
    return Quote(said.text, name, role)


def _earlier_speaker(said: Said, earlier: list[Piece], notes: Notes) -> tuple[str, str]:
    """Whom the page means by “she”, “he” or a single name.

    Nobody, if several have spoken and none of them just before.
    """
    named = _named_just_before(earlier)
    if named and not said.speaker_name:
        doubt = _(
            "“%(words)s” is taken to be said by %(name)s, who is named just before."
        )
        notes.doubt(doubt % {"words": shortened(said.text), "name": named})
        return named, ""
    quotes = _named_quotes(earlier)
    is_next = bool(earlier) and isinstance(earlier[-1], Quote)
    several = len({quote.speaker_name for quote in quotes}) > 1
    if not said.speaker_name and several and not is_next:
        return "", ""
    for quote in reversed(quotes):
        if said.speaker_name in ("", *quote.speaker_name.split()):
            doubt = _("“%(words)s” is taken to be said by %(name)s as well.")
            values = {"words": shortened(said.text), "name": quote.speaker_name}
            notes.doubt(doubt % values)
            return quote.speaker_name, quote.speaker_role
    return said.speaker_name, said.speaker_role


def _named_just_before(earlier: list[Piece]) -> str:
    """The one person whom a paragraph right above the quote names, if it names one."""
    last = earlier[-1] if earlier else None
    if not isinstance(last, Paragraph):
        return ""
    names = [name for name in names_in(last.text) if not _OTHER_NAME.search(name)]
    return names[0] if len(set(names)) == 1 else ""


# “Östra Storvik”, “Region Skåne”: names, but not of persons.
_OTHER_NAME = re.compile(
    r"^(?:Norra|Södra|Östra|Västra|Gamla|Nya|Stora|Lilla|Region|Länsstyrelsen)\b"
)


def _named_quotes(pieces: Iterable[Piece]) -> list[Quote]:
    return [p for p in pieces if isinstance(p, Quote) and p.speaker_name]


def with_roles(pieces: list[Piece], texts: Iterable[str], notes: Notes) -> list[Piece]:
    """Return *pieces*, where a speaker without a role has the one told elsewhere."""
    from_quotes = {q.speaker_name: q.speaker_role for q in _named_quotes(pieces)[::-1]
                   if q.speaker_role}  # fmt: skip
    from_text = {
        person.name: person.role for text in texts for person in people_with_roles(text)
    }
    result: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Quote) and piece.speaker_name and not piece.speaker_role:
            name = piece.speaker_name
            role = from_quotes.get(name) or from_text.get(name, "")
            if name not in from_quotes:
                _tell_of_role(name, role, notes)
            result.append(Quote(piece.text, name, role))
        else:
            result.append(piece)
    return result


def _tell_of_role(name: str, role: str, notes: Notes) -> None:
    if role:
        doubt = _("The role of %(name)s, %(role)s, stands elsewhere on the page.")
    else:
        doubt = _("The page does not tell which role %(name)s has.")
    notes.doubt(doubt % {"name": name, "role": role})


def said_by(text: str, named: str) -> Said:
    """Return the quote *text* with the speaker whom the line *named* tells."""
    said = read_quote(text) or Said(text.strip('”“"»« '))
    name, role = speaker(named.lstrip("–—- ")) if named else ("", "")
    return Said(said.text, name, role) if name else said


def names_a_speaker(text: str) -> bool:
    """True for a line that is a name and a role, and nothing else."""
    words = text.lstrip("–—- ")
    if len(words) > 120 or words.endswith("."):
        return False
    name, role = speaker(words)
    is_all = len(name) + len(role) > len(words) * 0.7
    return bool(name) and words.startswith(name) and is_all
