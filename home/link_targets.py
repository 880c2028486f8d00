"""Where the links of a text lead, for what must say so in plain words."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

HREF = re.compile(r'\bhref="([^"]+)"')


def targets_of(value: Any) -> Iterator[str]:
    """Yield the addresses elsewhere that *value* leads to, in their order.

    It is rich text, or the plain lists and mappings as which building blocks are kept.
    """
    if isinstance(value, str):
        yield from map(unescape, HREF.findall(value))
    elif isinstance(value, list):
        for one in value:
            yield from targets_of(one)
    elif isinstance(value, dict):
        if value.get("url"):
            yield value["url"]
        for one in value.values():
            yield from targets_of(one)
