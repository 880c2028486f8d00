"""What a form tells before its field, kept word for word."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from home.generation import remember

from .models import Notice


@dataclass(frozen=True)
class Told:
    """What a form tells, one sentence or two in each line, and in which language."""

    lines: tuple[str, ...]
    language: str

    @classmethod
    def now(cls, lines: Sequence[object]) -> "Told":
        """Return *lines* in the language that is spoken now."""
        return cls(tuple(map(str, lines)), get_language() or "sv")

    @property
    def words(self) -> str:
        """All of it, as it is kept."""
        return "\n".join(self.lines)

    @property
    def digest(self) -> str:
        """What tells these words from all others."""
        return hashlib.sha256(self.words.encode()).hexdigest()

    def kept(self) -> Notice:
        """Return the row that holds these words; written when they are first needed."""

        def keep() -> Notice:
            notice, _is_new = Notice.objects.get_or_create(
                digest=self.digest,
                defaults={"words": self.words, "language": self.language},
            )
            return notice

        return remember(("notice", self.digest), keep)
