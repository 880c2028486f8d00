"""The words by which pages speak of their focus areas."""

import re

# Who says one of these means focus areas.
CALLED = re.compile(
    r"\b(?:fokus(?:område|fråg)\w*|"
    r"(?:prioriterade?|prioriterat|gemensamma?|utpekade|särskilda|valda)\s+(?:\w+\s+)?"
    r"(?:\w*område\w*|frågor|frågorna|problem\w*|utmaningar\w*)|"
    r"(?:insats|samverkans|mål|utvecklings|problem|prioriterings|verksamhets|arbets|tema|"
    r"prio)område\w*|"
    r"områden(?:a)? (?:som )?(?:vi |är )?\w*\s?prioriter\w*)\b",
    re.IGNORECASE,
)
# Who says one of these may mean them.
HINTED = re.compile(
    r"\b(?:inriktning\w*|gemensamma mål|delmål\w*|övergripande mål|prioritera\w*|"
    r"prioriteringar\w*|fokus(?:erar|era)?|målsättning\w*|utmaningar\w*|mål för|"
    r"målen är(?=:))\b"
    r"|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2}|följande|dessa)"
    r" (?:mål(?:en)?|områden(?:a)?)\s*:?$"
    r"|\b(?:arbeta|jobba|samarbeta|samverka)r?\s+(?:\w+\s+)?(?:med|kring|för)\s*:$",
    re.IGNORECASE,
)
# “Vi fokuserar på trygghet, trafik och ungdomar.”
HINTED_INLINE = re.compile(
    r"\b(?:fokus(?:er\w+|\s+ligger)?|inrikt\w+(?:\s+(?:oss|sig))?)\s+(?:\w+\s+)?på\s+"
    r"(?P<list>[^.:!?]{3,200})",
    re.IGNORECASE,
)
# Lists after these hold something else.
OTHER_LIST = re.compile(
    r"\b(?:forum|grupper|deltagare|ledamöter|dokument\w*|läs mer|länkar|kontakt\w*|"
    r"åtgärder|aktiviteter|representanter|överenskommelsen ska beskriva)\b",
    re.IGNORECASE,
)
INLINE = re.compile(
    rf"(?P<cue>{CALLED.pattern})(?P<between>[^.:;!?]{{0,120}}?)"
    r"(?:\s+(?:är|blir|handlar om|omfattar)\s+(?!det\b|de\b|en\b|ett\b|att\b|vi\b|"
    r"också\b|gemensamma\b|viktig|beslutad|framtagn|desamma|fortsatt)|\s*:\s*)"
    r"(?P<list>[^.!?]{3,600})",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"\b(?:ett|en|två|tre|några) av\b[^.]{0,60}$", re.IGNORECASE)
ADVERB = re.compile(
    r"^(?:därför|främst|bland annat|bl\.?a\.?|fortsatt|just nu|alltså)\s+",
    re.IGNORECASE,
)
COUNTED = {
    "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12,
}  # fmt: skip
NUMBER_BEFORE = re.compile(
    rf"\b(?P<number>{'|'.join(COUNTED)}|\d{{1,2}})\s+(?:\w+\s+){{0,2}}?"
    rf"(?={CALLED.pattern})",
    re.IGNORECASE,
)
_NUMBERED = (
    r"(?:\w*område|prioritering|prioriterat område|mål)\s*\d{1,2}\b\s*[:.)–-]?\s*"
)
# What stands before the label itself: “Fokusområde 1:”, “2.”
NUMBERING = re.compile(rf"^(?:{_NUMBERED}|\d{{1,2}}\s*[.)]\s*)(?=\S)", re.IGNORECASE)
NUMBERED_HEADING = re.compile(rf"^{_NUMBERED}\S", re.IGNORECASE)
# “Trafik – vi ska ha minst tolv kontroller”, “Trafik: vi ska …”
WITH_DESCRIPTION = re.compile(
    r"^(?P<label>[^–—:.]{3,60}?)(?:\s+[–—-]\s+|:\s+|\.\s+)\S.{25,}$", re.DOTALL
)
# What parts of such pages are called.
SECTION = re.compile(
    r"^(?:bakgrund|syfte|organisation|kontakt|dokument|läs mer|så |hur |vad |varför|"
    r"vem |när |om |mer om|relaterad|uppföljning|medborgarlöften?$|samverkan$|polisen$|"
    r"kommunen$|ansvar|parter|forum|samverkansforum|giltighet|revidering|utvärdering|"
    r"kommunikation$)",
    re.IGNORECASE,
)
