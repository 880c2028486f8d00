"""Addresses that no link of ours has: wrong numbers, bytes that are no text, no end."""

import pytest

from tests.home.serving.spreading import spread

pytestmark = pytest.mark.django_db

WRONG_VALUES = {
    "a word": "abc",
    "less than nothing": "-1",
    "nothing": "0",
    "more than any database counts": str(10**30),
    "more than a column holds": str(2**63),
    "digits of another script": "١٢",
    "a power": "1e9",
    "a null byte": "1%00",
    "no UTF-8": "%ff%fe",
    "half a surrogate": "%ed%a0%80",
    "a way out": "..%2f..%2f..%2fetc%2fpasswd",
    "another way out": "images/../../secret-key",
    "a line break": "1%0d%0aSet-Cookie:%20a=b",
    "a tag": "%3Cscript%3E",
    "a quote": "'%22--",
    "a format": "%25s%25(a)s%7B0%7D",
    "no end": "a" * 3500,
    "no end at all": "a" * 100_000,
    "many steps": "a/" * 1500,
}

SUFFIXES = {
    "a null byte": "%00",
    "a null byte and an ending": "%00.html",
    "no UTF-8": "%ff%fe/",
    "half a surrogate": "%ed%a0%80/",
    "half a character": "%c3",
    "another script": "١٢/",
    "many slashes": "////",
    "a way up": "../../etc/passwd",
    "a backslash": "..%5c..%5c",
    "a line break": "%0d%0aX:%20y",
    "a semicolon": ";a=b",
    "an unfinished escape": "%",
    "no end": "a" * 3900,
    "no end at all": "a" * 100_000,
}

METHODS = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
METHODS += ["TRACE", "PROPFIND", "CONNECT", "FOO"]


def test_resolver_gives_every_public_address(addresses):
    paths = {one.path for one in addresses}

    assert {
        "/sok/",
        "/en/sok/",
        "/nyheter/feed.atom",
        "/api/v2/pages/",
        "/api/v2/pages/find/",
        "/sitemap.xml",
        "/robots.txt",
        "/.well-known/security.txt",
        "/health/live",
        "/health/ready",
        "/tema/a1b2c3.css",
        "/redaktion/login/",
        "/redaktion/password_reset/",
    } <= paths
    assert {"media", "wagtaildocs_serve", "detail"} <= {one.name for one in addresses}


def test_town_is_open(paths, knock):
    answers = {path: knock(path).status_code for path in paths}

    shut = {
        path: status
        for path, status in answers.items()
        if path.startswith(("/en/", "/nyh"))
        and status not in {200, 302}
        # This town has made no pledge; what stands there is tested with the pledges.
        and not path.startswith(("/en/lofte/2", "/en/lofte/huv", "/en/medborgarlof"))
    }
    assert shut == {}
    assert answers["/borta/"] == 410


def test_wrong_value_in_an_address(addresses, knock):
    values = list(WRONG_VALUES.values())
    swedish = [one for one in addresses if not one.template.startswith("/en/")]
    english = [one for one in addresses if one not in swedish and one.values]
    for value in values:
        for address in swedish:
            for path in address.with_wrong(value):
                knock(path)
    for address, value in spread(english, values, each=4):
        for path in address.with_wrong(value):
            knock(path)


def test_address_that_goes_on_too_far(paths, knock):
    suffixes = list(SUFFIXES.values())
    for path, suffix in spread(paths, suffixes, each=2):
        knock(path + suffix)
    for path in ("/nyheter/", "/en/sok/", "/media/images/a.jpg"):
        for suffix in suffixes:
            knock(path + suffix)


def test_unusual_method(paths, knock):
    for path, method in spread(paths, METHODS, each=3):
        knock(path, method)
