"""Every form that somebody without an account may send.

A wing that adds a form adds a line here; the tests of hostile forms do the rest, and
one of them fails if a form is missing.
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
        lambda town: "/redaktion/login/",
        {"username": "kim@example.org", "password": "fel", "next": "/redaktion/"},
    ),
    PublicForm(
        "forgotten password",
        lambda town: "/redaktion/password_reset/",
        {"email": "kim@example.org"},
    ),
    PublicForm(
        "new password",
        lambda town: "/redaktion/password_reset/confirm/MQ/set-password/",
        {"new_password1": "fel", "new_password2": "fel"},
    ),
]
