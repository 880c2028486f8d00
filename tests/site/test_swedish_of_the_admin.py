"""Staff meet no English in the admin, and nothing of ours is left behind.

Wagtail's own Swedish has gaps, and words that we do not use. The catalogue in
``site/locale_wagtail`` fills the ones and replaces the others.
"""

import re
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.utils import translation
from django.utils.translation import trans_real
from wagtail.admin.views.i18n import localized_js_catalog

OURS = Path(__file__).resolve().parents[2] / "site/locale_wagtail"
DOMAINS = ["django", "djangojs"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w+\}")
TAG = re.compile(r"</?\w+|\w[\w-]*=\"[^\"]*\"")
NOT_OUR_WORDS = re.compile(
    r"\b(vänligen|ledsen|sajt|snutt|slugg|moderering|föräldersida|framgångsrikt)", re.I
)


def folder_of(package):
    return Path(find_spec(package).origin).parent


WAGTAIL = folder_of("wagtail")
FILTERS = folder_of("django_filters") / "locale"
ALLAUTH = folder_of("allauth") / "locale"  # complete; we say a part of it otherwise
# Those that come with a list of all their texts, which is the English catalogue.
FOLDERS = [*sorted(WAGTAIL.glob("**/locale")), folder_of("taggit") / "locale"]
CATALOGUES = [
    pytest.param(folder, domain, id=f"{folder.parent.name}-{domain}")
    for folder in FOLDERS
    for domain in DOMAINS
    if (folder / f"en/LC_MESSAGES/{domain}.po").exists()
]


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def forms(entry):
    """Return what an entry says: one text, or one for each number."""
    if entry.msgid_plural:
        return [text for _, text in sorted(entry.msgstr_plural.items())]
    return [entry.msgstr]


@cache
def read(folder, language, domain):
    """Return all entries in use by their key; none where there is no catalogue."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    entries = polib.pofile(path) if path.exists() else []
    return {key(entry): entry for entry in entries if not entry.obsolete}


def swedish(folder, domain, wanted):
    """Return the entry that a text resolves to: ours, or else the package's own."""
    for place in [OURS, folder]:
        entry = read(place, "sv", domain).get(wanted)
        if entry and entry.translated():
            return entry
    return None


@pytest.mark.parametrize(("folder", "domain"), CATALOGUES)
def test_no_text_is_left_in_english(folder, domain):
    texts = read(folder, "en", domain)

    lacking = [wanted for wanted in texts if not swedish(folder, domain, wanted)]

    assert texts
    assert not lacking


@pytest.mark.parametrize(("folder", "domain"), CATALOGUES)
def test_translations_keep_placeholders_and_markup(folder, domain):
    def outline(text):
        return set(PLACEHOLDER.findall(text)), Counter(TAG.findall(text))

    wrong = []
    for wanted in read(folder, "en", domain):
        entry = swedish(folder, domain, wanted)
        allowed = [outline(text) for text in wanted[1:] if text]
        if entry and any(outline(text) not in allowed for text in forms(entry)):
            wrong.append(entry.msgid)

    assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_ours_are_whole(domain):
    """Each number has its text, with the placeholders of that number."""
    entries = read(OURS, "sv", domain).values()

    wrong = [
        entry.msgid
        for entry in entries
        for source, text in zip(
            [entry.msgid, entry.msgid_plural], forms(entry), strict=False
        )
        if not entry.translated()
        or set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(text))
        or source[-1:].isspace() != text[-1:].isspace()
    ]

    assert entries
    assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_of_ours_has_gone_from_the_packages(domain):
    known = {wanted for folder in FOLDERS for wanted in read(folder, "en", domain)}
    # This one has no English catalogue; every other language lists its texts.
    for language in FILTERS.iterdir():
        known |= set(read(FILTERS, language.name, domain))
    known |= set(read(ALLAUTH, "en", domain))

    stale = [wanted for wanted in read(OURS, "sv", domain) if wanted not in known]

    assert not stale, "Wagtail no longer says these: take them away"


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_of_ours_repeats_what_the_packages_say_themselves(domain):
    def already_said(entry):
        own = [
            forms(read(folder, "sv", domain).get(key(entry), polib.POEntry()))
            for folder in FOLDERS
            if key(entry) in read(folder, "en", domain)
        ]
        return bool(own) and all(said == forms(entry) for said in own)

    entries = read(OURS, "sv", domain).values()

    needless = [entry.msgid for entry in entries if already_said(entry)]

    assert not needless, "Wagtail says the same by now: take them away"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_admin_speaks_in_our_words(domain):
    installed = {Path(config.path) / "locale" for config in apps.get_app_configs()}

    found = [
        text
        for folder in FOLDERS
        if folder in installed
        for wanted in read(folder, "en", domain)
        if (entry := swedish(folder, domain, wanted))
        for text in forms(entry)
        if NOT_OUR_WORDS.search(text)
    ]

    assert not found


@pytest.fixture
def compiled(settings, tmp_path, monkeypatch):
    """Our catalogue where the site finds it, compiled anew."""
    place = tmp_path / "locale"
    (place / "sv/LC_MESSAGES").mkdir(parents=True)
    for domain in DOMAINS:
        source = polib.pofile(OURS / f"sv/LC_MESSAGES/{domain}.po")
        source.save_as_mofile(place / f"sv/LC_MESSAGES/{domain}.mo")
    settings.LOCALE_PATHS = [place]
    monkeypatch.setattr(trans_real, "_translations", {})


def test_site_reads_our_catalogue(settings):
    assert OURS in settings.LOCALE_PATHS


def test_ours_win_over_those_of_the_packages(compiled):
    entries = read(OURS, "sv", "django").values()

    with translation.override("sv"):
        lost = [
            entry.msgid
            for entry in entries
            if not entry.msgid_plural
            and not entry.msgctxt
            and translation.gettext(entry.msgid) != entry.msgstr
        ]

    assert not lost


def test_ours_reach_the_parts_that_are_written_in_javascript(compiled, rf):
    request = rf.get("/")
    request.user = AnonymousUser()

    with translation.override("sv"):
        answer = localized_js_catalog(request).content.decode()

    assert '"Expand all": "F\\u00e4ll ut alla"' in answer
