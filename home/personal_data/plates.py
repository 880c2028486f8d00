"""Finds registration plates of vehicles.

Three letters, two digits, and a digit or a letter. I, Q, V, Å, Ä and Ö are never used,
nor is O in the last place. Personalised plates are words like others: not looked for.
Source: Transportstyrelsen, registreringsnummer, form since 2019.
"""

import re

from .finding import Finding, Kind
from .reading import Reading

LETTER = "A-HJ-PR-UW-Z"
PLATE = re.compile(
    r"(?:(?<![\w@/.=-])|(?<=reg[.=])|(?<=regnr[.=]))"
    rf"(?P<letters>[{LETTER}]{{3}})(?P<joiner>[ -]?)"
    rf"(?P<rest>\d\d[0-9A-HJ-NPR-UW-Z])(?![\w%])(?!-\d)",
    re.IGNORECASE,
)
PLATE_WORD = re.compile(
    r"(?<![a-zåäö])(?:reg|skylt|plåt|(?:skåp|last|moped)?bil(?:en|ens|nr|nummer)?(?![a-zåäö])|"
    r"moped(?:en)?(?![a-zåäö])|moppe|mc(?![a-zåäö])|fordon|släp|"
    r"(?:audi|bmw|ford|kia|merca|mercedes|saab|skoda|tesla|toyota|volvo|vw)(?![a-zåäö]))",
    re.IGNORECASE,
)
VEHICLE_BEFORE, VEHICLE_AFTER = 40, 40
# What stands before a number and is no plate: money, standards, makes, places, papers.
NO_PLATE = re.compile(
    r"""
    SEK|EUR|USD|DKK|NOK|GBP|PLN|SKR|TKR|MAX|PER|TOM|FOM|ANT|HUR|MOT
    |ISO|SHA|USB|LED|RAL|RTX|GTX|PDF|SFS|DNS|NTU|SCB
    |BMW|DAF|MAN
    |DNR|KAP|ART|RUM|SAL|LGH|SMS|SOS|TEL|FAX
    |FEB|MAR|APR|MAJ|JUN|JUL|AUG|SEP|OKT|DEC
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Words that stand before numbers, “HEL 100 meter kö”: plates only if that is said.
WORD = re.compile(
    r"""
    ALL|ATT|BAR|BOR|BRA|BUS|BYT|DEM|DEN|DET|DOM|DYR|ETT|FAR|FEL|FEM|GEN|GER
    |HAN|HAR|HEL|HEM|HON|HOS|HUS|JAG|KAN|KLO|KOM|KUL|LAG|MED|MEN|MER|NED|NER
    |NUM|NYA|OCH|OSS|PAR|RAD|RES|SEN|SES|SEX|SKA|SOM|TAG|TAL|TAR|TOG|TON|TOT
    |TRE|TUR|TYP|UPP|UTE|YTA
    """,
    re.VERBOSE | re.IGNORECASE,
)
NAMED_AS_PLATE = re.compile(r"(?:reg|skylt|plåt)[\w.]*\W{1,3}(?:är )?$", re.IGNORECASE)
NO_PLATE_BEFORE = re.compile(
    r"(?:kurs(?:en|kod)?|art(?:ikel)?\.?(?:nr|nummer)?|modell(?:en)?|rum|sal|typ"
    r"|kod(?:en)?|[a-zåäö]{3,12}(?:nr|nummer))[ :]{1,3}$",
    re.IGNORECASE,
)


def find_plates(reading: Reading) -> list[Finding]:
    """Return the registration plates of *reading*."""
    return [
        reading.finding(Kind.PLATE, *match.span())
        for match in PLATE.finditer(reading.text)
        if _is_plate(match)
    ]


def _is_plate(match: re.Match[str]) -> bool:
    if NO_PLATE.fullmatch(match["letters"]):
        return False
    if match["joiner"] and WORD.fullmatch(match["letters"]):
        return _is_named(match)
    if _speaks_of_vehicle(match):
        return True
    if NO_PLATE_BEFORE.search(match.string, max(0, match.start() - 20), match.start()):
        return False
    if not match["joiner"]:
        return match["letters"].isupper() or match["letters"].islower()
    is_written_as_plate = (match["letters"] + match["rest"]).isupper()
    return is_written_as_plate and not _is_shouted(match)


def _is_named(match: re.Match[str]) -> bool:
    """Whether a word for plates stands directly before."""
    before = match.string[max(0, match.start() - VEHICLE_BEFORE) : match.start()]
    return NAMED_AS_PLATE.search(before) is not None


def _speaks_of_vehicle(match: re.Match[str]) -> bool:
    start, end = match.span()
    before = match.string[max(0, start - VEHICLE_BEFORE) : start]
    is_after_word = PLATE_WORD.search(before) is not None
    after = match.string[end : end + VEHICLE_AFTER]
    return is_after_word or re.search(r"skylt|regn", after, re.IGNORECASE) is not None


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether the words beside are in capitals too, so that these say nothing."""
    before = match.string[max(0, match.start() - 24) : match.start()].split()
    after = match.string[match.end() : match.end() + 24].split()
    beside = [*before[-1:], *after[:1]]
    return any(len(word) > 1 and word.isupper() for word in beside)
