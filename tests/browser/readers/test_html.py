"""Every page is HTML as the standard has it, and its parts hang together."""

from collections import Counter
from itertools import pairwise

import html5lib
import pytest

from tests.browser.readers.conftest import ON_THEIR_OWN, page_on_its_own

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
REFERENCES = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "list"]
FIELDS = ["input", "select", "textarea"]


@pytest.fixture(scope="package")
def documents(ask, addresses, server):
    """The pages as the server sends them: address, tree, mistakes of the grammar."""
    texts = {
        address: page_on_its_own(server, address)
        if address in ON_THEIR_OWN
        else ask(address).text()
        for address in addresses
    }
    found = {}
    for address, text in texts.items():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(text)
        found[address] = (tree, [f"{place} {code}" for place, code, _ in parser.errors])
    return found


def on_each(documents, check):
    """What *check* says about each page's tree, where it says anything."""
    said = {address: check(tree) for address, (tree, _) in documents.items()}
    return {address: words for address, words in said.items() if words}


def elements(tree, *names):
    """All elements, or those called one of *names*."""
    return [
        one
        for one in tree.iter()
        if isinstance(one.tag, str) and (not names or one.tag in names)
    ]


def identifiers(tree):
    return [one.get("id") for one in elements(tree) if one.get("id") is not None]


def test_a_strict_parser_has_nothing_to_say(documents):
    mistakes = {address: found for address, (_, found) in documents.items() if found}

    assert mistakes == {}


def test_each_page_has_a_language_and_a_title(documents):
    def lacks(tree):
        language, title = tree.get("lang"), tree.findtext("head/title") or ""
        return language not in {"sv", "en"} or not title.strip()

    assert on_each(documents, lacks) == {}


def test_no_two_pages_of_the_tree_share_a_title(documents, listed):
    titles = Counter(documents[one][0].findtext("head/title") for one in listed)

    assert [title for title, times in titles.items() if times > 1] == []


def test_headings_begin_with_the_only_h1_and_skip_no_level(documents):
    def trouble(tree):
        levels = [int(one.tag[1]) for one in elements(tree, *HEADINGS)]
        steps = [
            f"h{before} → h{after}"
            for before, after in pairwise(levels)
            if after > before + 1
        ]
        return steps if levels[:1] == [1] and levels.count(1) == 1 else levels

    assert on_each(documents, trouble) == {}


def test_each_page_has_one_main_part_and_a_skip_link_to_it(documents):
    def trouble(tree):
        mains = elements(tree, "main")
        first = next((one for one in elements(tree, "a")), None)
        leads = first is not None and first.get("href") == f"#{mains[0].get('id')}"
        return len(mains) != 1 or not leads

    bare = {"/?fel=%00", "/__500"}  # nothing stands before their main part
    assert set(on_each(documents, trouble)) <= bare


def test_identifiers_are_unique(documents):
    def twice(tree):
        counted = Counter(identifiers(tree))
        return [name for name, times in counted.items() if times > 1]

    assert on_each(documents, twice) == {}


def test_what_an_attribute_or_a_link_points_to_exists(documents):
    def astray(tree):
        known = set(identifiers(tree))
        named = [
            name
            for one in elements(tree)
            for attribute in REFERENCES
            for name in one.get(attribute, "").split()
        ]
        linked = [one.get("href", "") for one in elements(tree, "a")]
        named += [href[1:] for href in linked if href.startswith("#")]
        return [name for name in named if name not in known]

    assert on_each(documents, astray) == {}


def test_each_field_has_a_label(documents):
    def nameless(tree):
        labelled = {one.get("for") for one in elements(tree, "label")}
        return [
            one.get("name")
            for one in elements(tree, *FIELDS)
            if one.get("type") != "hidden" and one.get("id") not in labelled
        ]

    assert on_each(documents, nameless) == {}


def test_pictures_have_words_and_keep_their_place(documents):
    def trouble(tree):
        return [
            one.get("src")
            for one in elements(tree, "img")
            if None in (one.get("alt"), one.get("width"), one.get("height"))
        ]

    assert on_each(documents, trouble) == {}


def test_style_and_script_stand_in_files(documents):
    def inline(tree):
        blocks = [one.tag for one in elements(tree, "style")]
        blocks += [one.tag for one in elements(tree, "script") if not one.get("src")]
        attributes = [name for one in elements(tree) for name in one.attrib]
        return blocks + [
            name for name in attributes if name == "style" or name.startswith("on")
        ]

    assert on_each(documents, inline) == {}


def test_nothing_opens_a_window_and_no_order_of_tabs_is_forced(documents):
    def trouble(tree):
        return [
            one.tag
            for one in elements(tree)
            if one.get("target") or one.get("tabindex", "0") not in {"0", "-1"}
        ]

    assert on_each(documents, trouble) == {}
