"""What the documents say of names, links and commands is so."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
OPERATIONS = (ROOT / "docs/operations.md").read_text()

FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<file>[^)#\s]*)(?:#(?P<heading>[^)\s]+))?\)")


def anchors(text):
    """The names by which the headings of *text* can be linked to."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    for link in LINK.finditer(FENCED.sub("", document.read_text())):
        if link["file"].startswith(("http:", "https:", "mailto:")):
            continue
        target = document.parent / link["file"] if link["file"] else document
        assert target.exists(), link[0]
        if link["heading"]:
            assert link["heading"] in anchors(target.read_text()), link[0]


@pytest.mark.parametrize(
    "source", ["site/config/settings/production.py", "deploy/gunicorn.conf.py"]
)
def test_operations_lists_every_name_of_the_environment(source):
    reads = r'(?:required|env(?:\.\w+)?|environ\.get)\(\s*"([A-Z_]+)"'
    names = set(re.findall(reads, (ROOT / source).read_text())) - {"WELCOME"}

    lacking = [name for name in names if f"| `{name}` |" not in OPERATIONS]

    assert names
    assert lacking == []


def test_operations_explains_every_refusal_of_the_script():
    script = (ROOT / "run").read_text()
    refusals = re.findall(r'\bdie "([^"]+)"', script)
    refusals += re.findall(r'\bquietly \w+ "([^"]+)"', script)

    openings = {opening_of(line) for line in refusals} - {"…"}

    assert len(openings) > 15
    assert [line for line in openings if line not in OPERATIONS] == []


def opening_of(line):
    """The first words of a refusal, with "…" for what differs from time to time."""
    fixed = re.sub(r"\$\{?\w+\}?|\$\*", "…", line)
    return re.split(r"[.:;,](?:\s|$|…)| \(", fixed)[0]


def test_operations_names_every_role():
    roles = re.findall(
        r'^    "(\w+)": Role\(',
        (ROOT / "site/config/roles.py").read_text(),
        re.MULTILINE,
    )

    assert roles
    assert [role for role in roles if f"`{role}`" not in OPERATIONS] == []
