"""What a page shows of the thread about it: one part of it, with the latest replies."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import (
    Count,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
)
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site

from home.frame import OWN_NAMES, Frame
from home.freshness import changes_at
from home.generation import remember
from home.models import Area, BasePage, Municipality, Organisation
from home.visibility import is_readable

from .access import (
    Closed,
    State,
    brake_of,
    municipality_of_site,
    remembered_thread_of,
    schedule_of,
    settings_of,
    state_of,
    takes_questions,
)
from .choices import TAKEN_AWAY, Kind, Step
from .models import Contribution, DialogueSettings, ReviewDecision, Thread
from .notices import Told
from .reasons import public_words
from .telling import provider, told_before_writing

# All top comments have no parent; PostgreSQL takes their order from the index only if
# it is asked for by all that the index is ordered by.
IN_ORDER = ("parent_id", "pk")

PER_PART = 20
MOST_REPLIES = 10

BEFORE, AFTER, ORDER = "kommentarer_fore", "kommentarer_efter", "ordning"
OLDEST_FIRST = "aldst"


@dataclass(frozen=True)
class Entry:
    """A comment, a reply or an official answer; or the mark where one was."""

    contribution: Contribution
    replies: list["Entry"] = field(default_factory=list)
    has_more_replies: bool = False

    @property
    def number_of_replies(self) -> int:
        """How many replies to it there are, shown here or not."""
        return getattr(self.contribution, "number_of_replies", None) or 0

    @property
    def is_question(self) -> bool:
        """Whether it asks something of those who answer on this page."""
        return self.contribution.kind == Kind.QUESTION

    @property
    def is_removed(self) -> bool:
        """Whether only a mark is left of it."""
        return self.contribution.review in TAKEN_AWAY

    @property
    def removed_because(self) -> str:
        """What follows “Reason:”; empty if its sender has taken it back."""
        return public_words(getattr(self.contribution, "removed_for", "") or "")

    @property
    def role(self) -> str:
        """In which role an official answers, as it stands within a sentence."""
        role = self.contribution.speaker
        is_word = role[1:2].islower()
        return role[:1].lower() + role[1:] if is_word else role

    @property
    def area(self) -> str:
        """The area that a question is about; nothing of anything else."""
        one = self.contribution
        if one.kind != Kind.QUESTION or one.area_id is None:
            return ""
        return Area.names().get(one.area_id, "")

    @property
    def all_that_shows(self) -> list[object]:
        """Everything that tells how it looks: two that agree in this look the same."""
        organisation = self.organisation
        return [
            _values_of(self.contribution),
            _values_of(organisation) if organisation else None,
            self.has_more_replies,
            *[reply.all_that_shows for reply in self.replies],
        ]

    @property
    def organisation(self) -> Organisation | None:
        """For whom it answers."""
        number = self.contribution.organisation_id
        return Organisation.remembered().get(number) if number else None


def _values_of(row: Model) -> list[tuple[str, object]]:
    """All that has been read of *row*, its annotations included."""
    return [(name, one) for name, one in vars(row).items() if not name.startswith("_")]


@dataclass(frozen=True)
class Part:
    """Some of the comments of a thread, and where the others are."""

    entries: list[Entry]
    next_url: str | None = None
    first_url: str | None = None
    is_oldest_first: bool = False


@dataclass(frozen=True)
class Way:
    """Where a page is; and the code of its language, if it is not the reader's."""

    url: str
    foreign: str

    @property
    def language(self) -> str:
        """What readers of its language call it, where it is not the reader's."""
        return OWN_NAMES[self.foreign].lower() if self.foreign else ""


class Discussion:
    """The thread about *page* as one request meets it."""

    def __init__(self, page: BasePage, request: HttpRequest) -> None:
        site = Site.find_for_request(request)
        if site is None:
            raise Http404
        self.page, self.request, self.site = page, request, site
        is_sensitive = getattr(page, "is_sensitive", False)
        self.thread = None if is_sensitive else remembered_thread_of(page)

    @cached_property
    def municipality(self) -> Municipality | None:
        """To whom the page belongs."""
        return municipality_of_site(self.site.pk)

    @cached_property
    def settings(self) -> DialogueSettings:
        """How comments work on this site."""
        return settings_of(self.site.pk)

    @property
    def can_reply(self) -> bool:
        """Whether residents may reply to each other here and now."""
        return self.state.is_open and not takes_questions(self.page)

    @cached_property
    def state(self) -> State:
        """Whether one can write now."""
        if self.municipality is None or self.page.pk is None:
            return State(Closed.NEVER)
        now = timezone.now()
        state = state_of(self.page, self.thread, site_id=self.site.pk, now=now)
        if state.closed is not Closed.NEVER:
            changes_at(self.request, schedule_of(self.site.pk).next_change(now))
            brake = brake_of(self.site.pk, now=now)
            changes_at(self.request, brake.ends_at if brake is not None else None)
        return state

    @cached_property
    def told(self) -> Told:
        """What is told before the text field."""
        municipality = self.municipality
        if municipality is None:
            raise Http404
        frame = Frame(self.request, None)
        return remember(
            ("told", self.site.pk, frame.language),
            lambda: told_before_writing(municipality, frame.settings, self.settings),
        )

    @property
    def provider(self) -> str:
        """Who answers for the service."""
        if self.municipality is None:
            raise Http404
        return provider(self.municipality, Frame(self.request, None).settings)

    @property
    def rules(self) -> Way | None:
        """The rules for comments, if public: those chosen, or the site's own."""
        return self._way_to("rules", self._rules_page)

    @property
    def privacy(self) -> Way | None:
        """What is done with personal data, if the page is public."""
        return self._way_to("privacy", lambda: self.settings.privacy_page)

    def _rules_page(self) -> Page | None:
        """The page with the rules, as far as the settings name one."""
        return self.settings.rules_page

    def _way_to(self, what: str, find: Callable[[], Page | None]) -> Way | None:
        """The page that *find* gives, in the reader's language if it is there."""
        language = get_language()

        def make() -> Way | None:
            page = find()
            if page is None:
                return None
            locale = Locale.objects.filter(language_code=language).first()
            spoken = page.get_translation_or_none(locale) if locale else None
            for one in (spoken, page):
                if one is not None and is_readable(one):
                    code = one.locale.language_code
                    foreign = "" if code == language else code
                    return Way(one.get_url(self.request), foreign)
            return None

        # Each kind of thread looks for its own rules.
        key = ("told_in_form", type(self), what, self.site.pk, language)
        return remember(key, make)

    @property
    def stamp_place(self) -> str:
        """What the form's stamp is made for: the page, and the words it is told by.

        So what is kept with a comment is what its sender has read.
        """
        return f"comment:{self.site.pk}:{self.page.pk}:{self.told.digest[:16]}"

    @cached_property
    def part(self) -> Part:
        """The part of the thread that the address asks for."""
        if self.thread is None:
            return Part([])
        return part_of(self.thread, self.request.GET)


def part_of(thread: Thread, query: Mapping[str, str]) -> Part:
    """Return 20 comments of *thread*, the newest first, with their first replies.

    Two questions, however many comments and replies there are, and one more if some
    were taken away. The query may hold ``kommentarer_fore`` (a comment: what is older),
    ``ordning=aldst`` (the oldest first) and ``kommentarer_efter`` (what is newer). What
    is no number is left aside.
    """
    is_oldest_first = query.get(ORDER) == OLDEST_FIRST
    comments = in_place(thread).filter(parent=None)
    if is_oldest_first:
        cursor = _number(query.get(AFTER))
        comments = comments.order_by(*IN_ORDER)
        comments = comments.filter(pk__gt=cursor) if cursor else comments
    else:
        cursor = _number(query.get(BEFORE))
        comments = comments.order_by(*IN_ORDER).reverse()
        comments = comments.filter(pk__lt=cursor) if cursor else comments
    replies = Contribution.objects.filter(thread=thread, parent=OuterRef("pk"))
    number = replies.with_a_place().order_by().values("parent").annotate(n=Count("pk"))
    counted = comments.annotate(number_of_replies=Subquery(number.values("n")))
    found = list(counted[: PER_PART + 1])
    shown = found[:PER_PART]
    order = {ORDER: OLDEST_FIRST} if is_oldest_first else {}
    has_more = len(found) > PER_PART
    after_this = (
        {**order, AFTER if is_oldest_first else BEFORE: shown[-1].pk}
        if has_more
        else {}
    )
    return Part(
        entries=_with_replies(shown, thread),
        next_url=f"?{urlencode(after_this)}#kommentarer" if has_more else None,
        first_url=f"?{urlencode(order)}#kommentarer" if cursor else None,
        is_oldest_first=is_oldest_first,
    )


def replies_of(comment: Contribution, query: Mapping[str, str]) -> Part:
    """Return 20 replies to *comment*, the oldest first, after the query's ``efter``."""
    thread = comment.thread
    if thread is None:
        return Part([])
    replies = in_place(thread).filter(parent=comment).order_by("pk")
    cursor = _number(query.get("efter"))
    if cursor:
        replies = replies.filter(pk__gt=cursor)
    found = list(replies[: PER_PART + 1])
    shown = found[:PER_PART]
    know_removals(shown)
    has_more = len(found) > PER_PART
    return Part(
        entries=[Entry(one) for one in shown],
        next_url=f"?efter={shown[-1].pk}" if has_more else None,
        first_url="?" if cursor else None,
    )


def in_place(thread: Thread) -> QuerySet[Contribution]:
    """All that has a place in *thread*."""
    return Contribution.objects.filter(thread=thread).with_a_place().order_by()


def know_removals(contributions: Sequence[Contribution]) -> None:
    """Let those of *contributions* that were taken away know when and why.

    One question, and none where nothing was: most threads never ask it.
    """
    away = {one.pk: one for one in contributions if one.review in TAKEN_AWAY}
    if not away:
        return
    decisions = ReviewDecision.objects.filter(
        contribution__in=away, step__in=(Step.HIDE, Step.WITHDRAW)
    ).order_by("pk")
    for number, review, reason, day in decisions.values_list(
        "contribution", "review_after", "reason", "decided_at"
    ):
        one = away[number]
        if one.review == review:
            # The last of them stays, as the decisions come in their order.
            one.removed_for, one.removed_at = reason, day  # type: ignore[attr-defined]


def _with_replies(comments: Sequence[Contribution], thread: Thread) -> list[Entry]:
    """Return each of *comments* with its first replies, asked for all at once."""
    if not comments:
        return []
    # One search for each comment that very many have answered: together, databases read
    # the whole thread. A reply is always younger than what it answers; told so, they
    # need not look among what is older.
    few = in_place(thread).filter(
        parent__in=[one.pk for one in comments if not _is_crowded(one)]
    )
    many = [
        Contribution.objects.filter(pk__in=_first_replies(one).values("pk")).order_by()
        for one in comments
        if _is_crowded(one)
    ]
    found = few.union(*many, all=True) if many else few
    in_order = sorted(found, key=lambda reply: reply.pk)
    know_removals([*comments, *in_order])
    replies: dict[int | None, list[Entry]] = {}
    for reply in in_order:
        replies.setdefault(reply.parent_id, []).append(Entry(reply))
    return [
        Entry(one, replies.get(one.pk, []), has_more_replies=_is_crowded(one))
        for one in comments
    ]


def _is_crowded(comment: Contribution) -> bool:
    """Whether it has more replies than are shown beneath it."""
    return (getattr(comment, "number_of_replies", None) or 0) > MOST_REPLIES


def _first_replies(comment: Contribution) -> QuerySet[Contribution]:
    replies = Contribution.objects.filter(
        thread=comment.thread_id, parent=comment, pk__gt=comment.pk
    )
    return replies.with_a_place().order_by("pk")[:MOST_REPLIES]


def _number(text: str | None) -> int | None:
    """Return *text* as the number of a row, if it is one."""
    is_one = text and re.fullmatch(r"[0-9]{1,18}", text)
    return int(text) if text and is_one else None
