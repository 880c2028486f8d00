"""The password of all demo accounts: from the environment, else made once and kept."""

import os
import secrets
from pathlib import Path

from django.conf import settings

# No letter that one mishears or that a foreign keyboard lacks.
CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiou"
WORDS, SYLLABLES = 4, 3


def demo_password() -> str:
    """Return ``DEMO_PASSWORD``, else the one kept among the data, made if need be."""
    return os.environ.get("DEMO_PASSWORD") or kept_password(
        Path(settings.DATA_DIR) / "demo-password"
    )


def kept_password(path: Path) -> str:
    """Return the password in the file; a new file is for its owner's eyes alone."""
    if not path.exists():
        path.touch(mode=0o600)
    password = path.read_text().strip()
    if not password:
        password = made_up_password()
        path.write_text(f"{password}\n")
    return password


def made_up_password() -> str:
    """Return four words that can be said aloud, such as ``tolavi-…``: 72 bits."""
    return "-".join(_word() for _ in range(WORDS))


def _word() -> str:
    return "".join(
        secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(SYLLABLES)
    )
