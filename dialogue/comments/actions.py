"""What is done with comments and their rules."""

import hashlib
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from home.models import BasePage, Municipality

from ..actions.receiving import Place, Post, receive
from ..models import Thread
from ..senders import Sender
from .discussions import Discussion
from .models import CommentRulesPage, RulesVersion
from .rules import text_of


def receive_comment(
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
    with transaction.atomic():
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


@transaction.atomic
def store_rules(
    page: CommentRulesPage, *, by: AbstractUser | None
) -> RulesVersion | None:
    """Keep the rules as they now read. None if they read as they last did."""
    text = text_of(page)
    digest = hashlib.sha256(text.encode()).hexdigest()
    latest = RulesVersion.objects.filter(page=page.pk).order_by("-number").first()
    if latest is not None and latest.digest == digest:
        return None
    return RulesVersion.objects.create(
        page_id=page.pk,
        number=latest.number + 1 if latest else 1,
        published_at=timezone.now(),
        title=page.title,
        text=text,
        digest=digest,
        published_by_id=by.pk if by is not None else None,
    )
