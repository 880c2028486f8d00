"""Every form that somebody without an account may send.

A wing that adds a form adds a line here; the tests of hostile forms do the rest, and
one of them fails if a form is missing. Where a form carries a stamp, its own page gives
one that holds, so that what is hostile gets as far as what is done with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

# Name of a page or restriction in the fixture `town`, and what it is.
Town = dict[str, Any]


@dataclass(frozen=True)
class PublicForm:
    """Where a form is sent, and what a well-meaning sender fills in."""

    name: str
    address: Callable[[Town], str]
    fields: dict[str, str]
    method: str = "POST"
    is_stamped: bool = False


def in_both_languages(
    name: str, place: Callable[[Town], str], fields: dict[str, str]
) -> list[PublicForm]:
    """The same form of the dialogue in each language."""
    return [
        PublicForm(
            f"{name}, {language}", address_in(home, place), fields, is_stamped=True
        )
        for language, home in (("Swedish", "/"), ("English", "/en/"))
    ]


def address_in(home: str, place: Callable[[Town], str]) -> Callable[[Town], str]:
    return lambda town: home + place(town)


def at_a_receipt(name: str, end: str, fields: dict[str, str]) -> list[PublicForm]:
    """A form at the receipt of the town's comment."""
    return in_both_languages(
        name, lambda town: f"inlagg/{town['receipt']}/{end}", fields
    )


FORMS = [
    PublicForm("search", lambda town: "/sok/", {"q": "belysning"}, "GET"),
    PublicForm("search in English", lambda town: "/en/sok/", {"q": "lamp"}, "GET"),
    PublicForm(
        "filters of the news",
        lambda town: "/nyheter/",
        {"omrade": "nasum", "amne": "trafik", "fore": "2026-02-03.1"},
        "GET",
    ),
    PublicForm(
        "password of a page",
        lambda town: (
            f"/_util/authenticate_with_password/{town['page lock'].pk}/"
            f"{town['locked page'].pk}/"
        ),
        {"password": "hemligt", "return_url": "/last/"},
    ),
    PublicForm(
        "password of a document",
        lambda town: f"/dokument/authenticate_with_password/{town['shelf lock'].pk}/",
        {"password": "hemligt", "return_url": "/dokument/"},
    ),
    PublicForm(
        "login",
        lambda town: "/konto/logga-in/",
        {"login": "kim@example.org", "password": "fel", "next": "/redaktion/"},
    ),
    PublicForm(
        "forgotten password",
        lambda town: "/konto/losenord/glomt/",
        {"email": "kim@example.org"},
    ),
    PublicForm(
        "new password",
        lambda town: "/konto/losenord/nytt/1-set-password/",
        {"password1": "fel", "password2": "fel"},
    ),
    PublicForm(
        "first password",
        lambda town: "/konto/inbjudan/forged/",
        {"password": "fel"},
    ),
    PublicForm(
        "second step of the login",
        lambda town: "/konto/logga-in/steg-2/",
        {"code": "1"},
    ),
    PublicForm(
        "passkey",
        lambda town: "/konto/logga-in/nyckel/",
        {"credential": '{"id": "", "response": {}}', "next": "/redaktion/"},
    ),
    PublicForm("find a receipt", lambda town: "/inlagg/", {"receipt": "ABCD"}),
    PublicForm("the same in English", lambda town: "/en/inlagg/", {"receipt": "ABCD"}),
    *at_a_receipt("take it back", "dra-tillbaka/", {}),
    *at_a_receipt("ask for a new look", "ny-bedomning/", {"text": "Se igen."}),
    *at_a_receipt(
        "where to mail", "e-post/", {"email": "kim@example.org", "wish": "decision"}
    ),
    *at_a_receipt("no more mail", "e-post/ta-bort/", {}),
    *in_both_languages(
        "comment",
        lambda town: f"dialog/kommentarer/{town['comment'].page_id}/",
        {
            "text": "Bra!",
            "author_name": "Kim",
            "is_private": "",
            "email": "kim@example.org",
            "wish": "decision",
            "parent": "",
            "send_anyway": "on",
            "website": "",
        },
    ),
    *in_both_languages(
        "question",
        lambda town: f"dialog/fragor/{town['officers'].pk}/",
        {
            "area": "1",
            "text": "När?",
            "author_name": "Kim",
            "email": "kim@example.org",
            "wish": "decision",
            "send_anyway": "on",
            "website": "",
        },
    ),
    *in_both_languages(
        "flag on a comment",
        lambda town: f"kommentar/{town['comment'].pk}/anmal/",
        {"reason": "threat", "text": "Ett hot.", "website": ""},
    ),
    *in_both_languages(
        "an obstacle",
        lambda town: "tillganglighet/anmal/",
        {
            "text": "Videon saknar text.",
            "address": "/nyheter/",
            "other_format": "text",
            "email": "kim@example.org",
            "website": "",
        },
    ),
]
