"""The thread on a page: what is read there, in which order, and what leaks nowhere."""

import json

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Review
from dialogue.discussions import MOST_REPLIES
from dialogue.models import Contribution, Thread
from dialogue.models.settings import DialogueSettings
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory, ThreadFactory
from tests.home.factories import (
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    restrict,
    staff_of,
)

pytestmark = pytest.mark.django_db

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7|add:7 }}"


@pytest.fixture
def read(client, agreement):
    """What a reader of a page meets, as soup and in words."""

    def read(address=None):
        answer = client.get(address or agreement.url)
        assert answer.status_code == 200, address
        soup = BeautifulSoup(answer.content, "html.parser")
        soup.words = " ".join(soup.select_one("main").get_text(" ").split())
        return soup

    return read


def shown_in(soup):
    """The numbers of what stands in the thread, in order."""
    return [
        int(one["id"].removeprefix("kommentar-")) for one in soup.select(".comment[id]")
    ]


def many(page, number, **fields):
    """Publish *number* comments at once and return their numbers."""
    thread = ThreadFactory(page=page)
    example = CommentFactory.build(page=page, thread=thread, published=True, **fields)
    last = Contribution.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    Contribution.objects.bulk_create(
        [
            Contribution(
                municipality_id=thread.municipality_id,
                kind=example.kind,
                page_id=page.pk,
                page_title=page.title,
                page_address=page.url,
                thread=thread,
                text=f"Kommentar {count}",
                review=Review.PUBLISHED,
                received_at=example.received_at,
                first_published_at=example.received_at,
                **fields,
            )
            for count in range(number)
        ],
        batch_size=500,
    )
    Thread.objects.filter(pk=thread.pk).update(shown_comments=number)
    return list(
        Contribution.objects.filter(pk__gt=last)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def test_thread_stands_on_the_four_kinds_of_page(read, agreement, home_page):
    focus = FocusAreaPageFactory(parent=FocusAreaIndexPageFactory(parent=home_page))
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home_page))
    ordinary = StandardPageFactory(parent=home_page)
    ThreadFactory(page=ordinary, opening="open")

    for page in (agreement, focus, news, ordinary):
        soup = read(page.url)
        assert soup.select_one("#kommentarer h2").text.strip() == (
            "Frågor och kommentarer"
        )
        assert soup.select_one('.tools a[href="#skriv"]').text == "Kommentera"
        assert soup.select_one("#skriv")


def test_ordinary_page_that_nobody_opened_has_none(read, home_page):
    soup = read(StandardPageFactory(parent=home_page).url)

    assert not soup.select("#kommentarer, a[href='#skriv']")


def test_empty_thread_says_so(read):
    assert "Inga kommentarer ännu. Har du en fråga eller synpunkt?" in read().words


def test_count_stands_in_words(read, agreement, moderator):
    comment = CommentFactory(page=agreement)
    reviewing.publish(comment, Line(by=moderator))
    assert "1 kommentar " in read().words

    answering.answer(
        comment,
        Line(by=moderator),
        text="Tack, det tar vi med.",
        organisation=moderator.organisation,
    )

    assert "1 kommentar och 1 svar från de ansvariga" in read().words


def test_newest_come_first_twenty_at_a_time(read, agreement):
    numbers = many(agreement, 45)

    first = read()
    older = first.find("a", string="Äldre kommentarer")["href"]
    second = read(agreement.url + older.partition("#")[0])
    oldest = second.find("a", string="Äldre kommentarer")["href"]
    third = read(agreement.url + oldest.partition("#")[0])

    shown = shown_in(first) + shown_in(second) + shown_in(third)
    assert shown == numbers[::-1]
    assert third.find("a", string="Äldre kommentarer") is None
    assert third.find("a", string="Till de nyaste kommentarerna")


def test_oldest_first_twenty_at_a_time(read, agreement):
    numbers = many(agreement, 25)

    first = read(agreement.url + "?ordning=aldst")
    newer = first.find("a", string="Nyare kommentarer")["href"]
    second = read(agreement.url + newer.partition("#")[0])

    assert shown_in(first) + shown_in(second) == numbers


@pytest.mark.parametrize(
    "query",
    [
        "kommentarer_fore=x",
        "kommentarer_fore=-1",
        "kommentarer_fore=" + "9" * 30,
        "kommentarer_fore=١",
        "ordning=x&kommentarer_efter=x",
    ],
)
def test_cursor_that_is_none_shows_the_newest(read, agreement, query):
    numbers = many(agreement, 3)

    assert shown_in(read(f"{agreement.url}?{query}")) == numbers[::-1]


@pytest.mark.parametrize("place", [0, 4, 5, 24])
def test_permanent_address_leads_to_the_comment(client, read, agreement, place):
    numbers = many(agreement, 25)

    answer = client.get(f"/kommentar/{numbers[place]}/")

    address, _hash, mark = answer.headers["Location"].partition("#")
    assert answer.status_code == 302
    assert mark == f"kommentar-{numbers[place]}"
    assert numbers[place] in shown_in(read(address))


def test_permanent_address_of_a_reply(client, read, agreement):
    comment = CommentFactory(page=agreement, published=True)
    replies = many(agreement, MOST_REPLIES + 25, parent_id=comment.pk)

    for number in (replies[0], replies[MOST_REPLIES - 1], replies[-1]):
        answer = client.get(f"/kommentar/{number}/")
        address, _hash, mark = answer.headers["Location"].partition("#")
        assert mark == f"kommentar-{number}"
        assert number in shown_in(read(address))


def test_first_replies_are_shown_with_the_way_to_the_rest(read, agreement):
    comment = CommentFactory(page=agreement, published=True)
    quiet = CommentFactory(page=agreement, published=True)
    only = CommentFactory(page=agreement, published=True, parent=quiet)
    replies = many(agreement, MOST_REPLIES + 15, parent_id=comment.pk)

    soup = read()
    assert shown_in(soup) == [quiet.pk, only.pk, comment.pk, *replies[:MOST_REPLIES]]
    all_of_them = soup.select_one(f'a[href="/kommentar/{comment.pk}/svar/"]')["href"]
    first = read(all_of_them)
    later = first.find("a", string="Senare svar")["href"]
    second = read(all_of_them + later)
    assert shown_in(first)[1:] + shown_in(second)[1:] == replies


def test_official_answer_names_role_and_organisation(read, agreement, municipality):
    police = OrganisationFactory(police=True, short_name="polisen")
    officer = staff_of(municipality, email="polis@example.org", title="områdespolis")
    comment = CommentFactory(page=agreement, published=True)
    answering.answer(
        comment, Line(by=officer), text="Vi kommer på torsdag.", organisation=police
    )

    answer = read().select_one(".comment--answer")

    words = " ".join(answer.text.split())
    assert "Svar från polisen, områdespolis" in words
    assert "Vi kommer på torsdag." in words
    assert "Anmäl" not in words


def test_mask_is_told_in_words(read, agreement, moderator):
    comment = CommentFactory(page=agreement, text="Ring Anna Ek så får du veta.")
    reviewing.publish_masked(comment, Line(by=moderator), spans=[(5, 12)])

    soup = read()

    assert "Anna" not in str(soup)
    assert soup.select_one(".masked").text == "en personuppgift är dold"
    assert "Redaktören har dolt en personuppgift." in soup.words


def test_removed_comment_leaves_day_and_reason(read, agreement, moderator):
    comment = CommentFactory(page=agreement, text="Köp min bil!", author_name="Olle")
    reviewing.publish(comment, Line(by=moderator))
    reply = CommentFactory(page=agreement, published=True, parent=comment)

    reviewing.hide(comment, Line(by=moderator, reason=Reason.SPAM_AD, note="Olle igen"))

    soup = read()
    today = timezone.localdate()
    assert f"Kommentaren är borttagen {today.day} " in soup.words
    assert "Skäl: den är reklam eller skräppost." in soup.words
    for secret in ("Köp min bil", "Olle"):
        assert secret not in str(soup)
    assert shown_in(soup) == [comment.pk, reply.pk]
    assert "0 kommentar" not in soup.words


def test_case_number_given_later_does_not_lose_the_reason(read, agreement, moderator):
    comment = CommentFactory(page=agreement)
    reviewing.publish(comment, Line(by=moderator))
    reviewing.hide(comment, Line(by=moderator, reason=Reason.SPAM_AD))
    answering.register(comment, Line(by=moderator, case_number="KS 2026/1"))

    assert "Skäl: den är reklam" in read().words
    assert "KS 2026/1" not in read().words


def test_comment_that_its_sender_took_back(read, agreement, moderator):
    comment = CommentFactory(page=agreement, text="Jag ångrar mig.")
    reviewing.publish(comment, Line(by=moderator))

    reviewing.withdraw(comment)

    assert "avsändaren har dragit tillbaka den" in read().words
    assert "ångrar" not in read().words


def test_foreign_text_says_its_language_and_direction(read, agreement):
    CommentFactory(page=agreement, published=True, language="ar", text="شكرا جزيلا")

    text = read().select_one(".comment__text")

    assert (text["lang"], text["dir"]) == ("ar", "auto")


def test_links_are_plain_and_only_whole_ones(read, agreement):
    CommentFactory(
        page=agreement,
        published=True,
        text=(
            "Se https://example.org/a?b=1&c=2. javascript:alert(1) www.example.org "
            'anna@example.org ftp://example.org data:text/html,x http://x.se/"onclick=1'
        ),
    )

    links = read().select(".comment__text a")

    assert [link["href"] for link in links] == [
        "https://example.org/a?b=1&c=2",
        "http://x.se/",
    ]
    assert all(link["rel"] == ["nofollow", "ugc", "noopener"] for link in links)
    assert all(set(link.attrs) == {"href", "rel"} for link in links)


def test_lines_stay_lines(read, agreement):
    CommentFactory(page=agreement, published=True, text="Ett.\nTvå.\n\n\n\n\nTre.")

    assert read().select_one(".comment__text").text == "Ett.\nTvå.\n\nTre."


def test_nothing_displayed_becomes_markup(read, client, agreement, municipality):
    officer = staff_of(municipality, email="a@example.org", title=MARKUP)
    organisation = OrganisationFactory(name=MARKUP[:150])
    comment = CommentFactory(
        page=agreement,
        published=True,
        text=MARKUP + " ████ http://a.se/" + MARKUP,
        author_name=MARKUP[:60],
        language='"><b>'[:10],
    )
    answering.answer(comment, Line(by=officer), text=MARKUP, organisation=organisation)
    ThreadFactory(page=agreement)
    Thread.objects.update(closed_because=MARKUP)
    agreement.title = MARKUP
    agreement.save()

    addresses = [
        agreement.url,
        f"/dialog/kommentarer/{agreement.pk}/?svar_pa={comment.pk}",
        f"/kommentar/{comment.pk}/svar/",
        f"/kommentar/{comment.pk}/anmal/",
    ]
    Thread.objects.update(opening="by_kind")
    for address in addresses:
        soup = read(address)
        assert not soup.select("main script:not([src]), main img, main b"), address
        assert not [one for one in soup.find_all() if "onerror" in one.attrs]
        assert "14" not in soup.select_one("main h1").text
    sent = client.post(
        f"/dialog/kommentarer/{agreement.pk}/",
        {"text": MARKUP, "author_name": MARKUP, "email": MARKUP, "website": MARKUP},
    )
    assert b"<script>alert" not in sent.content
    Thread.objects.update(opening="closed")
    assert not read().select("main script:not([src]), main img")


@pytest.fixture
def secrets(agreement, moderator):
    """One of each that nobody may read, with the word that must not show."""
    declined = CommentFactory(page=agreement, text="HEMLIGT", author_name="HEMLIGT")
    reviewing.decline(declined, Line(by=moderator, reason=Reason.OFF_TOPIC))
    early = CommentFactory(page=agreement, text="HEMLIGT")
    reviewing.withdraw(early)
    return [
        CommentFactory(page=agreement, text="HEMLIGT", author_name="HEMLIGT"),
        CommentFactory(page=agreement, text="HEMLIGT", review=Review.PRIVATE),
        declined,
        early,
    ]


def test_what_is_not_published_shows_nowhere(client, agreement, secrets):
    addresses = [
        agreement.url,
        f"/dialog/kommentarer/{agreement.pk}/",
        "/",
        "/sok/?q=hemligt",
        "/sitemap.xml",
        "/nyheter/feed.atom",
        "/api/v2/pages/",
        f"/api/v2/pages/{agreement.pk}/",
    ]

    for address in addresses:
        answer = client.get(address)
        text = answer.content.decode()
        assert "HEMLIGT" not in text, address
        assert "1 kommentar" not in text
    for one in secrets:
        for more in ("", "svar/", "anmal/"):
            assert client.get(f"/kommentar/{one.pk}/{more}").status_code == 404


@pytest.mark.parametrize("how", ["draft", "private", "sensitive"])
def test_comments_of_a_closed_page_are_closed_too(client, agreement, home_page, how):
    page = agreement
    if how == "sensitive":
        index = FocusAreaIndexPageFactory(parent=home_page)
        page = FocusAreaPageFactory(parent=index, is_sensitive=True)
    comment = CommentFactory(page=page, published=True)
    if how == "draft":
        page.unpublish()
    if how == "private":
        restrict(page)

    for more in ("", "svar/", "anmal/"):
        address = f"/kommentar/{comment.pk}/{more}"
        assert client.get(address).status_code == 404
        assert client.post(address, {"reason": "other"}).status_code in {404, 405}


def test_comments_of_another_site_are_not_here(client, agreement):
    other = MunicipalityFactory(host="annan.example", name="Lillby kommun")
    comment = CommentFactory(page=agreement, published=True, municipality=other)

    assert client.get(f"/kommentar/{comment.pk}/").status_code == 404


def test_closed_everywhere_keeps_what_is_published(read, agreement, site_id):
    CommentFactory(page=agreement, published=True, text="Det var bra.")
    Thread.objects.update(shown_comments=1)
    DialogueSettings.objects.create(site_id=site_id, comments_open=False)

    soup = read()

    assert "Det var bra." in soup.words
    assert not soup.select("textarea, a[href='#skriv'], a[href*='svar_pa']")


def test_print_view_holds_the_comments(read, agreement):
    CommentFactory(page=agreement, published=True, text="Det var bra.")

    soup = read(agreement.url + "?utskrift")

    assert "Det var bra." in soup.words
    form = soup.select_one("form[method=post]")
    assert form.find_parent(class_="no-print")


def test_data_of_pages_tells_nothing_of_comments(client, agreement):
    CommentFactory(page=agreement, published=True)

    data = json.loads(client.get(f"/api/v2/pages/{agreement.pk}/").content)

    assert not [key for key in data if "contribution" in key or "comment" in key]
