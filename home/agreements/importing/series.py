"""Series of words: “a, b och c”."""

import re


def split_series(words: str) -> list[str]:
    """The members of “a, b och c”, leaving alone what stands within brackets.

    >>> split_series("ANDTS (alkohol, narkotika och tobak), trafik samt våld i hemmet")
    ['ANDTS (alkohol, narkotika och tobak)', 'trafik', 'våld i hemmet']
    """
    members, depth, current = [], 0, ""
    for sign in words.strip(" :"):
        depth += (sign == "(") - (sign == ")" and depth > 0)
        if sign in ",;" and depth == 0:
            members.append(current)
            current = ""
        else:
            current += sign
    # “, och c”: the comma has already done the work.
    last = re.sub(r"^\s*(?:och|samt)\s+", "", current)
    return [part.strip() for part in [*members, *_last_two(last)] if part.strip()]


def _last_two(words: str) -> list[str]:
    """The members on both sides of the last conjunction; “samt” joins more loosely."""
    for conjunction in ("samt", "och"):
        places = list(re.finditer(rf"\s+{conjunction}\s+(?![^(]*\))", words))
        if places:
            return [words[: places[-1].start()], words[places[-1].end() :]]
    return [words]
