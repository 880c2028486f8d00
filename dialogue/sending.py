"""Takes in what somebody has written about a page, into the thread about it."""

from contextlib import nullcontext
from datetime import datetime

from django.db import transaction

from home.models import BasePage, Municipality

from .actions.receiving import Place, Post, receive
from .discussions import Discussion
from .models import Thread
from .senders import Sender


def send(
    post: Post,
    *,
    discussion: Discussion,
    sender: Sender,
    now: datetime,
    is_doubtful: bool,
) -> str:
    """Store *post* and return its receipt. Raises TooMany; then nothing is stored."""
    page, municipality = discussion.page, discussion.municipality
    if municipality is None:
        raise ValueError("Only a page of a municipality takes comments.")
    notice = discussion.told.kept()
    # The first comment on a page makes its thread; of all others one question less each
    # is asked for beginning and ending a part of the transaction.
    with nullcontext() if discussion.thread else transaction.atomic():
        thread = discussion.thread or _thread_for(page, municipality)
        place = Place(
            page=page,
            address=page.get_url(discussion.request) or "",
            municipality=municipality,
            notice=notice,
            thread=thread,
            due_at=discussion.state.read_by,
            at_once=discussion.state.at_once,
        )
        return receive(
            post, place=place, sender=sender, now=now, is_doubtful=is_doubtful
        )


def _thread_for(page: BasePage, municipality: Municipality) -> Thread:
    thread, _is_new = Thread.objects.get_or_create(
        translation_key=page.translation_key, defaults={"municipality": municipality}
    )
    return thread
