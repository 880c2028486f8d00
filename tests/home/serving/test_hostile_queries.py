"""After the question mark: too much, no text, nonsense."""

import pytest

from tests.home.serving.spreading import spread

pytestmark = pytest.mark.django_db

QUERIES = [
    "%00",
    "q=%00&a=%00",
    "q=a\x00b",
    "q=%ff%fe&fore=%ff&omrade=%ff&amne=%ff",
    "%ff=%ff",
    "q=%ed%a0%80&fore=%ed%a0%80",
    "q=\xff\xfe",
    "q=%",
    "q=%zz&&&&===;;;",
    "=",
    "q=" + "å" * 1900,
    "q=" + "a" * 100_000,
    "q=" + "a+" * 1500,
    "q=" + "%22" * 1000,
    "q=" + "(" * 1500,
    "q=" + "%27%29%3B+OR+1%3D1--+%26+%7C+%21+%3A%2A",
    "q=*&q=**&q=%25_%5C",
    "q[]=a&q[$ne]=1&__proto__=1",
    "&".join(f"a{number}=1" for number in range(500)),
    "&".join(f"a{number}" for number in range(20_000)),
    "format=xml",
    "format=api",
    "format=%00",
    "format=../../etc/passwd",
    "utskrift=%ff",
    "p=abc",
    "p=-1",
    "p=0",
    f"p={10**30}",
    "p=last",
    "p=%D9%A1",
    "page=2",
    "fore=igår",
    "fore=9999-99-99.1",
    "fore=0000-00-00.0",
    "fore=0001-01-01.0",
    f"fore=9999-12-31.{10**18 - 1}",
    f"fore=2026-02-03.{10**30}",
    "fore=%D9%A1%D9%A1%D9%A1%D9%A1-01-01.1",
    "fore=2026-02-03.-1",
    "omrade=&amne=&fore=",
    "omrade=" + "a" * 3000,
    "omrade=%27&amne=%22",
    "next=//ont.example&return_url=//ont.example",
    "return_url=%0d%0aX:%20y",
    "id=abc",
]


# Whoever reads what stands after the question mark meets all of it.
READERS = ["/sok/", "/nyheter/", "/sitemap.xml", "/regler/"]


def test_query_that_nothing_of_ours_makes(doors, knock):
    for path, query in spread(doors, QUERIES, each=4):
        knock(path, QUERY_STRING=query)


@pytest.mark.parametrize("path", READERS)
def test_query_at_a_view_that_reads_it(path, town, knock):
    for query in QUERIES:
        knock(path, QUERY_STRING=query)


def test_query_at_a_discussion(town, knock):
    thread = f"/kommentar/{town['comment'].pk}/svar/"
    page = town["comment"].page.url
    for number, query in enumerate(QUERIES):
        knock((thread, page)[number % 2], QUERY_STRING=query)
