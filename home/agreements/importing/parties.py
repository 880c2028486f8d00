"""Who has agreed with whom."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from .notes import Notes
from .sentences import sentences

_CAPITALISED = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_MUNICIPALITY = re.compile(
    rf"\b(?P<name>(?:(?:Västra|Östra|Norra|Södra|Stora|Lilla|Upplands|Nya|Gamla|"
    rf"Mellersta)\s)?"
    rf"{_CAPITALISED})\s+(?P<kind>kommun|stad)(?:s|en|ens)?\b(?!\w)"
)
_NO_MUNICIPALITY = {
    "Som", "Din", "Vår", "En", "Varje", "Denna", "Hela", "Var", "Trygg", "Både", "Att",
    "Om",
    "Region", "Läs", "Sveriges", "Mellan", "Hur", "När", "Polis", "Medan", "Samverkan",
    "Kontakta", "Egen", "Annan", "Mer", "Tryggare", "Säker", "Min",
}  # fmt: skip
_NO_NAME = re.compile(
    r"överenskommelse|avtal|löfte|samverka|samarbet|trygghet|medborgar"
)
_POLICE = re.compile(
    r"\b(?P<name>(?i:polismyndigheten)|"
    r"(?P<unit>(?i:lokalpolisområde|polisområde|LPO))(?:t)?\s+"
    r"(?P<place>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)|(?i:lokalpolisen|polisen))s?\b"
)
_OTHER = re.compile(
    r"\b(?P<region>Region\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)"
    r"|\b(?P<authority>Länsstyrelsen(?:\si\s[A-ZÅÄÖ][\w-]+)?|Kriminalvården|"
    r"Räddningstjänsten(?:\s[A-ZÅÄÖ]\w+)?)"
    r"|\b(?P<company>(?:AB|Stiftelsen)\s[A-ZÅÄÖ][\w-]+|"
    r"[A-ZÅÄÖ][\w-]+(?:hem|bostäder|hus|fastigheter)\b(?:\sAB)?|"
    r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?\sAB\b|"
    r"Länsförsäkringar(?:\s[A-ZÅÄÖ]\w+)?)"
)
_AGREES = re.compile(
    r"\b(?:överens\w*|samverkansöverenskommelse\w*|samverkansavtal\w*|avtal\w*|"
    r"part(?:er|erna)\b|medborgarlöft\w*|tecknat?|enats|enades|skrivit under|tecknar|"
    r"undertecknat?|ingått|förnyat|mellan)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:liknande|motsvarande|likadan\w*|samma (?:slag|typ|sorts)|"
    r"också (?:tecknat|ingått|slutit)|andra kommuner|grannkommun\w*|"
    r"redan (?:tecknat|ingått|skrivit)|på gång|sedan tidigare)\b",
    re.IGNORECASE,
)


class PartyKind(StrEnum):
    """What sort of party it is, in the words that organisations use."""

    MUNICIPALITY = "municipality"
    POLICE = "police"
    MUNICIPAL_COMPANY = "municipal_company"
    ASSOCIATION = "association"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class Party:
    """One that has agreed. ``district`` is the police's own name of their part."""

    name: str
    kind: PartyKind
    district: str = ""


@dataclass(frozen=True)
class RelatedAgreement:
    """Another municipality that has, or is about to have, an agreement of the kind."""

    municipality: str
    found_in: str


def read_parties(title: str, texts: list[str], frame: str, notes: Notes) -> list[Party]:
    """Return the parties that *title* and *texts* name.

    *frame* is what stands around the article: header, footer and the name of the site.
    """
    near = [title, *filter(_is_about_the_parties, map_sentences(texts))]
    municipalities = _municipalities(near)
    if not municipalities:
        municipalities = _from_elsewhere(texts, frame, notes)
    police = _police([title, *texts], notes)
    others = _others(near, texts, notes)
    if not municipalities:
        notes.doubt(
            _("Which municipality it is about was not found. Choose the parties.")
        )
    return [*municipalities, *police, *others]


def map_sentences(texts: list[str]) -> list[str]:
    """All sentences of *texts*."""
    return [sentence for text in texts for sentence in sentences(text)]


def _is_about_the_parties(sentence: str) -> bool:
    return bool(_AGREES.search(sentence)) and not _ELSEWHERE.search(sentence)


def municipality_names(text: str) -> list[str]:
    """Names such as “Storby kommun” in *text*, each once, in their order.

    >>> municipality_names("Storby kommuns invånare och Lillköpings stad")
    ['Storby kommun', 'Lillköpings stad']
    """
    found = [
        f"{match['name']} {match['kind']}"
        for match in _MUNICIPALITY.finditer(text)
        if match["name"].split()[0] not in _NO_MUNICIPALITY
        and not _NO_NAME.search(match["name"])
    ]
    return list(dict.fromkeys(found))


def _municipalities(near: list[str]) -> list[Party]:
    counted = Counter(name for text in near for name in municipality_names(text))
    return [Party(name, PartyKind.MUNICIPALITY) for name in counted]


def _from_elsewhere(texts: list[str], frame: str, notes: Notes) -> list[Party]:
    """The municipality of the page, where its sentences only say “kommunen”."""
    everywhere = Counter(name for text in texts for name in municipality_names(text))
    if everywhere:
        name = everywhere.most_common(1)[0][0]
        doubt = _(
            "%(name)s is taken for a party, since it is the municipality that the page "
            "names most often."
        )
        notes.doubt(doubt % {"name": name})
        return [Party(name, PartyKind.MUNICIPALITY)]
    for name in municipality_names(frame)[:1]:
        doubt = _(
            "The text only says “the municipality”; that it is %(name)s was read from "
            "the header, footer or title of the page."
        )
        notes.doubt(doubt % {"name": name})
        return [Party(name, PartyKind.MUNICIPALITY)]
    return []


def _police(texts: list[str], notes: Notes) -> list[Party]:
    matches = [match for text in texts for match in _POLICE.finditer(text)]
    if not matches:
        notes.doubt(_("The police are not mentioned as a party. Choose the parties."))
        return []
    districts = Counter(
        f"{_unit(match['unit'])} {match['place']}"
        for match in matches
        if match["place"]
    )
    district = districts.most_common(1)[0][0] if districts else ""
    if not any(match["name"].lower().startswith("polismyndighet") for match in matches):
        notes.doubt(
            _("“%(words)s” is taken to mean Polismyndigheten, the police authority.")
            % {"words": matches[0]["name"]}
        )
    return [Party("Polismyndigheten", PartyKind.POLICE, district=district)]


def _unit(word: str) -> str:
    return "Polisområde" if word.lower() == "polisområde" else "Lokalpolisområde"


_BETWEEN = re.compile(
    r"\bmellan\s+(?P<list>[^.;:!?]{5,250})|^(?P<subject>[^.;:!?]{5,200}?)\s+"
    r"(?:har\s+(?:tillsammans\s+)?(?:gjort|tecknat|ingått|slutit|undertecknat|förnyat|"
    r"kommit överens|enats|skrivit under)|tecknar|ingår|enades)\b"
)


def _others(near: list[str], texts: list[str], notes: Notes) -> list[Party]:
    """Others than municipality and police, where a sentence lists who agreed."""
    found: dict[str, Party] = {}
    for text in near:
        for between in _BETWEEN.finditer(text):
            listed = between["list"] or between["subject"]
            for match in _OTHER.finditer(listed):
                is_authority = match["region"] or match["authority"]
                kind = (
                    PartyKind.AUTHORITY if is_authority else PartyKind.MUNICIPAL_COMPANY
                )
                found.setdefault(match[0], Party(match[0], kind))
    for party in found.values():
        if party.kind is PartyKind.MUNICIPAL_COMPANY:
            doubt = _("%(name)s is taken for a municipal company. Check what it is.")
            notes.doubt(doubt % {"name": party.name})
    return list(found.values())


_PLACES_THAT = re.compile(
    rf"(?:\b(?i:i|med|även|och|för|kommunerna|av|samt)\s+|,\s*|^)"
    rf"(?P<name>{_CAPITALISED})(?:s)?"
    r"(?=\s+(?:och|samt|kommun|har|finns|är|tecknat|stad|sedan|där|på|redan)|\s*[,.]|$)"
)
_NO_PLACE = {
    "Sedan", "Liknande", "Motsvarande", "Det", "Även", "Nu", "Också", "Polisen", "Vi",
    "Här",
    "Polismyndigheten", "Tidigare", "Parterna", "Kommunen", "Samma", "Överenskommelsen",
    "Överenskommelser", "Sverige", "Samtidigt", "Idag", "Dessutom", "Likadana", "Redan",
    "Flera",
}  # fmt: skip


def read_related(
    texts: list[str], parties: list[Party], speakers: list[str]
) -> list[RelatedAgreement]:
    """Return the neighbours that sentences about similar agreements name."""
    own = {re.sub(r"s? (?:kommun|stad)$", "", party.name) for party in parties}
    persons = {word for name in speakers for word in name.split()}
    found: dict[str, RelatedAgreement] = {}
    for text in texts:
        for sentence in sentences(text):
            is_of_agreements = re.search(
                r"överenskommelse|avtal|medborgarlöft", sentence, re.I
            )
            if not (is_of_agreements and _ELSEWHERE.search(sentence)):
                continue
            for match in _PLACES_THAT.finditer(sentence):
                name = match["name"]
                if name not in _NO_PLACE | own | persons:
                    found.setdefault(name, RelatedAgreement(name, sentence))
    return list(found.values())
