"""Every text of ours has its translation."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ["home", "pledges", "dialogue", "site", "templates"]


@pytest.fixture
def copy(tmp_path):
    """Return a copy of all that holds texts, in which they may be collected anew."""
    for name in SOURCES:
        if (ROOT / name).exists():
            leave_out = shutil.ignore_patterns("node_modules", "static", "__pycache__")
            shutil.copytree(ROOT / name, tmp_path / name, ignore=leave_out)
    shutil.copy(ROOT / "manage.py", tmp_path)
    return tmp_path


@pytest.mark.skipif(not shutil.which("msgmerge"), reason="needs GNU gettext")
def test_no_text_lacks_its_translation(copy):
    languages = sorted(path.name for path in (ROOT / "site/locale").iterdir())
    chosen = [f"--locale={language}" for language in languages]

    subprocess.run(
        [sys.executable, "manage.py", "makemessages", *chosen],
        cwd=copy,
        env={**os.environ, "DATA_DIR": str(copy / "var")},
        check=True,
        capture_output=True,
    )

    lacking = [
        f"{language}: {entry.msgid}"
        for language in languages
        for entry in polib.pofile(
            copy / f"site/locale/{language}/LC_MESSAGES/django.po"
        )
        if not entry.obsolete and not entry.translated()
    ]
    assert not lacking, "./run messages adds these to the catalogue"
