"""What the words around a number say of it.

A number of ten digits can be a person's and an invoice's at once. People nearly always
say which, just before it or just after.
"""

import re

WORDS_BEFORE = 48  # characters
WORDS_AFTER = 40

IDENTITY = re.compile(
    r"""
    person\W{0,2}(?:nummer|numret|nr)|persn(?:r|ummer)|pers\W{1,2}n(?:r|ummer)
    |(?<![a-z])p-?n(?:umm)?e?r(?![a-z])|f[öo]dd?(?:a|d|elsenummer)?(?![a-zåäö])
    |samordnings?\W{0,2}n(?:umm(?:er|ret)|r)|personal\ (?:identity\ )?number
    |(?:sista|sist)(?:\ fyra)?|identitetsn
    """,
    re.IGNORECASE | re.VERBOSE,
)
SOMETHING_ELSE = re.compile(
    r"""
    (?<![a-zåäö])(?:ocr|dnr|diarien|bg|pg|giro|swish|isbn|issn|ean|iban|imei|gtin)
    |(?:bank|plus|post)giro|faktur|ref(?:erens|\.|\ ?nr)|order|best[äa]llning
    |[äa]rende|kolli|paket|sp[åa]rning|ramn|serien|artikel|streckkod|kvitto|biljett
    |avgift|anm[äa]lan|bokning|r[äa]kning|chip|[öo]ronn|belopp|budget|kronor|stolp|m[äa]tar|tidsst[äa]mpel
    |(?<![a-z])k-num
    """,
    re.IGNORECASE | re.VERBOSE,
)
DIRECTLY = re.compile(
    rf"(?:{SOMETHING_ELSE.pattern})[a-zåäö]*\W{{0,3}}(?:n(?:umm(?:er|ret)|r))?\W{{0,4}}$",
    re.IGNORECASE | re.VERBOSE,
)
# “Låneskortsnummer”, but not those that often are a person's own.
OTHER_NUMBER = re.compile(
    r"(?<![a-zåäö])(?!person|pers|samordn|f[öo]d|kund|medlem|id)"
    r"(?:[a-zåäö]{3,20}(?:nummer|numret|nr)|[a-zåäö]{0,20}kort)\W{0,4}$",
    re.IGNORECASE,
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
        self.after = END_OF_WORDS.split(text[end : end + WORDS_AFTER], maxsplit=1)[0]
        self._just_before = text[max(0, start - 200) : start]

    @property
    def say_identity(self) -> bool:
        """Whether the nearest word says that the number is a person's."""
        identity = _last(IDENTITY, self.before)
        other = _last(SOMETHING_ELSE, self.before)
        if identity >= 0 or other >= 0:
            return identity > other
        return bool(IDENTITY.search(self.after))

    @property
    def say_something_else(self) -> bool:
        """Whether the nearest word says that it is an invoice's, a case's or such."""
        if self.say_identity:
            return False
        around = (self.before, self.after)
        if any(SOMETHING_ELSE.search(words) for words in around):
            return True
        return bool(AN_ADDRESS.search(self._just_before))

    @property
    def begin_otherwise(self) -> bool:
        """Whether the words before it alone say that it is something else."""
        is_named = SOMETHING_ELSE.search(self.before) is not None
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
        """Whether a letter stands directly before, as within a code."""
        return self._just_before[-1:].isalpha()


def _last(words: re.Pattern[str], text: str) -> int:
    """Return where the last of *words* begins in *text*, or -1."""
    return max((match.start() for match in words.finditer(text)), default=-1)
