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
    parts = (
        re.split(r"\s+(?:och|samt)\s+(?![^(]*\))", current) if members else [current]
    )
    if not members and re.search(r"\s(?:och|samt)\s", current):
        parts = re.split(r"\s+(?:och|samt)\s+(?![^(]*\))", current, maxsplit=1)
    # “, och c”: the comma has already done the work.
    parts = [re.sub(r"^(?:och|samt)\s+", "", part.strip()) for part in parts]
    return [part.strip() for part in [*members, *parts] if part.strip()]
