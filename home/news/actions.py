"""What is done with news: posted from a phone, once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import IO, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from home.accounts.models import User
from home.models import Area, SiteImage
from home.models.media import Consent
from home.pictures import bounded

from .additions import Addition
from .models import NewsPage, SentNews
from .newsroom import Newsroom

LONGEST_SIDE = 2560  # pixels, of a photo
REMEMBERED_FOR = timedelta(days=30)  # that something has been sent; a draft lives three


@dataclass(frozen=True)
class Written:
    """What somebody has written, checked by its form."""

    title: str
    text: str
    area: Area
    picture: IO[bytes] | None = None
    picture_description: str = ""
    wait: timedelta = timedelta()
    answers: Mapping[str, Any] = field(default_factory=dict)


def post_news(
    written: Written,
    *,
    newsroom: Newsroom,
    by: User,
    key: UUID,
    additions: Sequence[Addition] = (),
) -> SentNews:
    """Publish *written*, or pass it to the editors; return that it has been sent.

    The same *key* of the same person gives what was sent the first time, and changes
    nothing. News, photo and what *additions* do are stored together or not at all.
    """
    with ExitStack() as undo, transaction.atomic():
        sent, is_new = SentNews.objects.get_or_create(by=by, key=key)
        if not is_new:
            return sent
        news = _page(written, newsroom)
        if written.picture is not None:
            news.picture = _stored(written, newsroom, by, undo)
        newsroom.index.add_child(instance=news)
        _pass_on(news, newsroom, by)
        news = NewsPage.objects.get(pk=news.pk)  # as it stands now
        told = [one.do(written.answers, news=news, by=by) for one in additions]
        sent.page, sent.told = news, "\n".join(filter(None, told))
        sent.save(update_fields=["page", "told"])
        undo.pop_all()
    return sent


def _page(written: Written, newsroom: Newsroom) -> NewsPage:
    shown_at = timezone.now() + written.wait
    news = NewsPage(
        title=written.title,
        introduction=written.text,
        responsible=newsroom.organisation,
        published_on=timezone.localdate(shown_at),
        go_live_at=shown_at if written.wait else None,
        locale=newsroom.index.locale,
        live=False,
    )
    news.areas = [written.area]
    return news


def _stored(
    written: Written, newsroom: Newsroom, by: User, undo: ExitStack
) -> SiteImage:
    """Store the photo made anew; *undo* takes its file away if all comes to nothing."""
    picture = SiteImage(
        title=written.title,
        file=bounded(written.picture, longest=LONGEST_SIDE),  # type: ignore[arg-type]
        description=written.picture_description,
        consent=Consent.NOBODY,
        collection=newsroom.organisation.municipality.collection,
        uploaded_by_user=by,
    )
    picture.full_clean()
    picture.save()
    undo.callback(picture.file.storage.delete, picture.file.name)
    return picture


def _pass_on(news: NewsPage, newsroom: Newsroom, by: User) -> None:
    revision = news.save_revision(user=by, log_action=True)
    if newsroom.is_direct:
        news.publish(revision, user=by)
        return
    workflow = news.get_workflow()
    if workflow is not None:
        workflow.start(news, by)


def sent_news_to_forget() -> Iterator[partial]:
    """The traces of what was sent so long ago that nobody sends it again."""
    old = SentNews.objects.filter(sent_at__lt=timezone.now() - REMEMBERED_FOR)
    if old.exists():
        yield partial(old.delete)
