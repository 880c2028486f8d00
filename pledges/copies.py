"""Keys of what is counted and measured: the same in every language, new in a copy.

The ledger speaks of a measure by its key, so no other pledge may have the same one.
Pages with one translation key are one pledge. A copy gets another translation key,
and from that and the old key comes the new one: the same in its rows as in each
revision that was copied with it. An alias only shows what another page says.
"""

from typing import Any
from uuid import UUID, uuid5

from wagtail.models import Page, Revision

KEYED = ("measures", "indicators")


def key_in(page: Page, key: UUID) -> UUID:
    """The key in *page* of what has the key *key* in the page that was copied."""
    return uuid5(page.translation_key, str(key))


def give_own_keys(page: Page) -> None:
    """Let what was copied into *page* from another pledge have keys of its own."""
    if page.alias_of_id is not None:
        return
    for name in KEYED:
        for part in getattr(page, name).all():
            part.key = key_in(page, part.key)


def keep_own_keys(revision: Revision, page: Page) -> None:
    """Let *revision* have the keys of *page*, if it was copied from another pledge."""
    content: dict[str, Any] = revision.content
    own = str(page.translation_key)
    if content.get("translation_key", own) == own:
        return
    for name in KEYED:
        for part in content.get(name, ()):
            part["key"] = str(key_in(page, UUID(part["key"])))
    content["translation_key"] = own
