"""What the words around a number say of it.

A number of ten digits can be a person's and an invoice's at once. People nearly always
say which, just before it or just after.
"""

import re

WORDS_BEFORE = 48  # characters
WORDS_AFTER = 40
REACH_AFTER = 60  # within which the next number is looked for

IDENTITY = re.compile(
    r"""
    pers(?:on|o)?\W{0,2}n(?:um+e?r|r)|personal\ (?:identity\ )?number|identitetsn
    |(?<![a-z])p\W?n(?:umm)?e?r(?![a-z])|f[öo]dd?(?:a|d|elsenummer)?(?![a-zåäö])
    |sam+ordn(?:ings?)?\W{0,2}n(?:um+e?r|r)|sista?\ (?:fyra|siff)|fyra\ sista
    """,
    re.IGNORECASE | re.VERBOSE,
)
SOMETHING_ELSE = re.compile(
    r"""
    (?<![a-zåäö])(?:ocr|dnr|diarien|bg|pg|giro|swish|isbn|issn|ean|iban|imei|gtin)
    |(?:bank|plus|post)giro|faktur|ref(?:erens|\.|\ ?nr|(?=\W))|order|best[äa]llning
    |[äa]rende|kolli|paket|sp[åa]rning|ramn|serien|artikel|streckkod|kvitto|biljett
    |avgift|anm[äa]lan|bokning|r[äa]kning|chip|[öo]ronn|belopp|budget|kronor|stolp|m[äa]tar|tidsst[äa]mpel
    |(?<![a-z])k-num
    """,
    re.IGNORECASE | re.VERBOSE,
)
DIRECTLY = re.compile(
    rf"(?:{SOMETHING_ELSE.pattern})[a-zåäö]*\W{{0,3}}(?:n(?:um+e?r(?:et)?|r))?\W{{0,4}}$",
    re.IGNORECASE | re.VERBOSE,
)
# “Låneskortsnummer”, but not those that often are a person's own.
OTHER_NUMBER = re.compile(
    r"(?<![a-zåäö])(?!person|pers|samordn|f[öo]d|kund|medlem|id|k[öo]r|patient|leg)"
    r"(?:[a-zåäö]{3,20}(?:nummer|numret|nr)|[a-zåäö]{0,20}kort)\W{0,4}$",
    re.IGNORECASE,
)
# Between such a word and the number that it names, or the other way round.
FILLERS = (
    r"(?:\W{1,3}(?:n(?:um+e?r(?:et)?|r)|id|är|e|på|med|som|blev|mitt|min|ett|en|var)"
    r"(?![a-zåäö])){0,3}"
)
NAMED_BEFORE = re.compile(
    rf"(?:{SOMETHING_ELSE.pattern})[a-zåäö]*{FILLERS}\W{{0,4}}$",
    re.IGNORECASE | re.VERBOSE,
)
NAMED_AFTER = re.compile(
    rf"[ ]?[(]?(?:[ ]?(?:är|på|mitt|min|ett|en))*[ ]?(?:{SOMETHING_ELSE.pattern})",
    re.IGNORECASE | re.VERBOSE,
)
IDENTITY_BEFORE = re.compile(
    rf"(?:{IDENTITY.pattern})[a-zåäö]*{FILLERS}\W{{0,4}}$", re.IGNORECASE | re.VERBOSE
)
PHONE = re.compile(
    r"(?<![a-zåäö])(?:ring|tel|tfn|telefon|mobil|n[åa]s|sms|swish)", re.IGNORECASE
)
AN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
END_OF_WORDS = re.compile(r"[\d\n]|[.!?]\s+[A-ZÅÄÖ]")


class Surroundings:
    """The words on either side of ``text[start:end]``, up to the next number."""

    def __init__(self, text: str, start: int, end: int) -> None:
        before = text[max(0, start - WORDS_BEFORE) : start]
        self.before = END_OF_WORDS.split(before)[-1]
        reach = END_OF_WORDS.split(text[end : end + REACH_AFTER], maxsplit=1)[0]
        self.after = reach[:WORDS_AFTER]
        # “070… eller Kim, pnr 8501…”: the word belongs to the number after it.
        is_the_next = text[end + len(reach) : end + len(reach) + 1].isdigit()
        self._names_the_next = is_the_next and bool(IDENTITY_BEFORE.search(reach))
        self._just_before = text[max(0, start - 200) : start]

    @property
    def say_identity(self) -> bool:
        """Whether the nearest word says that the number is a person's."""
        identity = _last(IDENTITY, self.before)
        other = _last(SOMETHING_ELSE, self.before)
        if identity >= 0 or other >= 0:
            return identity > other
        return not self._names_the_next and bool(IDENTITY.search(self.after))

    @property
    def name_identity(self) -> bool:
        """Whether a word for a person's number stands directly before."""
        return bool(IDENTITY_BEFORE.search(self.before))

    @property
    def say_something_else(self) -> bool:
        """Whether words beside it say that it is an invoice's, a case's or such."""
        return bool(
            self.begin_otherwise
            or (self.after[:1] in {" ", "("} and NAMED_AFTER.match(self.after))
        )

    @property
    def begin_otherwise(self) -> bool:
        """Whether the words before it alone say that it is something else."""
        is_named = NAMED_BEFORE.search(self.before) is not None
        return is_named or AN_ADDRESS.search(self._just_before) is not None

    @property
    def name_a_number(self) -> bool:
        """Whether a word for some number stands directly before; see OTHER_NUMBER."""
        return bool(OTHER_NUMBER.search(self.before))

    @property
    def name_something_else(self) -> bool:
        """Whether the number follows directly upon such a word, as its name."""
        return bool(DIRECTLY.search(self.before))

    @property
    def say_phone(self) -> bool:
        """Whether a word before it says that it is to be rung."""
        return bool(PHONE.search(self.before))

    @property
    def touch(self) -> bool:
        """Whether a letter stands directly before, as within a code.

        A word with its space forgotten, “tel070…”, is no code.
        """
        letters = self._just_before[-3:]
        is_word = len(letters) == 3 and letters.isalpha() and letters[1:].islower()
        return letters[-1:].isalpha() and not is_word


def _last(words: re.Pattern[str], text: str) -> int:
    """Return where the last of *words* begins in *text*, or -1."""
    return max((match.start() for match in words.finditer(text)), default=-1)
