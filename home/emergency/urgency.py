"""Whether a text sounds as if somebody were in danger while it is written.

It brings the advice to ring 112, and never keeps a text from being sent. Rather too
seldom than too often: advice that is always there is no longer read. A sentence counts
if it cries for help, tells of a danger that is there by itself, or of something grave
that happens *now*; not if it asks what if, tells of what was, or of what happens often.
"""

import re

SENTENCE_ENDS = re.compile(r"[.!?\n]+")
LONGEST_SENTENCE = 400  # characters; what is longer is looked at in parts


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


CRIES_FOR_HELP = _any_of(
    r"^\s*hj[äa]lp(?:\s*$| (?:mig|oss)(?! (?:att|med)(?!\w)))",
    r"hj[äa]lp(?: mig| oss) (?:han|hon|de|dom|det|n[åa]gon)",
    r"(?:vattnet|drunknar) .{0,30}hj[äa]lp",
    r"^\s*ring polisen",
    r"skicka (?:polis|en patrull|ambulans|hj[äa]lp)",
    r"^\s*kom fort(?! tillbaka)",
    r"sn[äa]lla kom",
    r"^\s*help (?:me|us)",
    r"call the police",
)
IN_DANGER = _any_of(
    r"(?:har|med|drog|viftar med)(?: en)? (?:kniv|pistol|vapen|yxa|machete)",
    r"(?:has|with)(?: a)? (?:knife|gun)",
    r"det brinner (?:i|p[åa]|hos|hemma)",
    r"st[åa]r i (?:brand|l[åa]gor)",
    r"(?:de|dom|han|n[åa]gon) skjuter",
    r"h[öo]rde? (?:nyss|precis|just) (?:skott|en sm[äa]ll)",
    r"andas inte",
    r"(?:ligger|[äa]r) medvetsl[öo]s",
    r"ligger .{0,30}bl[öo]der",
    r"f[öo]rs[öo]ker (?:ta|bryta) sig in",
    r"f[öo]ljer efter mig",
    r"l[åa]st in (?:mig|oss)",
    r"(?:ska|hotar att) (?:d[öo]da|sl[åa] ihj[äa]l) (?:mig|oss|henne|honom)",
    r"h[åa]ller p[åa] att sl[åa] ihj[äa]l",
    r"(?:t[äa]nker|ska|vill) (?:ta livet av mig|ta mitt liv|hoppa fr[åa]n)",
    r"(?:orkar|vill) inte leva",
)
NOW = _any_of("just nu", "nu", "i detta nu", "p[åa]g[åa]r", "right now", "precis nu")
GRAVE = _any_of(
    r"sl[åa]r (?:henne|honom|mig|mamma|pappa|oss|ett? \w+)",
    "slåss",
    "slagsm[åa]l",
    r"misshandla[rs]?",
    r"inbrott(?:et)?",
    r"bryter (?:sig|de sig|n[åa]gon sig)(?: n[åa]gon)? in",
    r"r[åa]nar",
    r"(?:ett )?r[åa]n",
    r"hotar",
    r"jagar",
    r"stryper",
    r"v[åa]ldt(?:ar|[äa]kt)",
    r"krossar (?:rutor|f[öo]nster)",
    r"br[åa]k",
    r"brinner",
    r"(?:vinglar|full man k[öo]r|k[öo]r rattfull)",
    r"breaking in(?:to)?",
    r"hitting",
)
CAN_WAIT = _any_of(
    r"om",
    r"if",
    r"n[äa]r",
    r"^\s*hur",
    r"ofta",
    r"brukar",
    r"varje",
    r"alltid",
    r"ibland",
    r"i (?:g[åa]r|fjol|mars|v[åa]ras|somras|lördags|s[öo]ndags|fredags)",
    r"ig[åa]r",
    r"f[öo]rra",
    r"senaste",
    r"sedan|sen",
    r"last",
    r"enligt",
    r"p[åa] (?:helgerna|sommaren|kv[äa]llarna|n[äa]tterna)",
    r"film(?:en)?",
)


def sounds_urgent(text: str) -> bool:
    """Whether a sentence of *text* sounds as if 112 had to be rung now.

    >>> sounds_urgent("Det pågår ett slagsmål utanför Ica just nu")
    True
    >>> sounds_urgent("Förra veckan var det ett slagsmål utanför Ica.")
    False
    """
    return any(_is_urgent(sentence) for sentence in _sentences(text))


def _sentences(text: str) -> list[str]:
    return [
        sentence[start : start + LONGEST_SENTENCE]
        for sentence in SENTENCE_ENDS.split(text)
        for start in range(0, len(sentence), LONGEST_SENTENCE)
    ]


def _is_urgent(sentence: str) -> bool:
    if CAN_WAIT.search(sentence):
        return False
    if CRIES_FOR_HELP.search(sentence) or IN_DANGER.search(sentence):
        return True
    return bool(NOW.search(sentence) and GRAVE.search(sentence))
