from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models import Area, Municipality, Organisation

from ..choices import READABLE, TAKEN_AWAY, Desk, Handling, Kind, Review, Way
from ..querysets import ContributionQuerySet
from .notices import Notice
from .threads import Thread

LONGEST_TEXT = 1500  # characters, of residents
LONGEST_ANSWER = 4000  # characters, of staff
LONGEST_NAME = 60

SELDOM_FILLED = (
    "parent",
    "in_answer_to",
    "area",
    "organisation",
    "written_by",
    "asked",
)


class Contribution(models.Model):
    """Anything that a resident sends us; official answers to it are ones, too.

    Whether the public may read it (``review``) and what has become of it
    (``handling``) are told apart. Written by ``dialogue.actions`` alone. The sender's
    words are never rewritten; a mask covers parts of them, see ``masks``.
    """

    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="contributions",
        db_index=False,
    )
    kind = models.CharField(_("kind"), max_length=30, choices=Kind)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    page_title = models.CharField(_("the page's title then"), max_length=255)
    page_address = models.CharField(_("the page's address then"), max_length=500)
    thread = models.ForeignKey(
        Thread,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        db_index=False,
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("reply to"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        db_index=False,
    )
    in_answer_to = models.ForeignKey(
        "self",
        verbose_name=_("answers what"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="official_answers",
        help_text="Of an official answer; its parent is where it stands.",
        db_index=False,
    )
    text = models.TextField(_("text"))
    mask = models.JSONField(
        _("masked parts"),
        default=list,
        blank=True,
        help_text="Pairs: place of the first letter, place after the last.",
    )
    author_name = models.CharField(
        _("name or alias"), max_length=LONGEST_NAME, blank=True
    )
    language = models.CharField(_("language"), max_length=10, default="sv")
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        db_index=False,
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("answers for"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        db_index=False,
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        db_index=False,
    )
    speaker = models.CharField(_("the writer's role then"), max_length=100, blank=True)
    notice = models.ForeignKey(
        Notice,
        verbose_name=_("what the form told"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    came_by = models.CharField(
        _("how it came"), max_length=10, choices=Way, default=Way.WEB
    )
    receipt_digest = models.CharField(
        max_length=64, unique=True, null=True, blank=True, editable=False
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    due_at = models.DateTimeField(_("to be read by"), null=True, blank=True)
    marks = models.JSONField(
        _("to look at"),
        default=list,
        blank=True,
        help_text="What the receiving side noticed: words from marks.Mark.",
    )
    review = models.CharField(
        _("review"), max_length=12, choices=Review, default=Review.WAITING
    )
    handling = models.CharField(
        _("handling"), max_length=20, choices=Handling, default=Handling.RECEIVED
    )
    first_published_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)
    is_escalated = models.BooleanField(_("second opinion asked for"), default=False)
    asked = models.ForeignKey(
        Organisation,
        verbose_name=_("who is to answer"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="asked_for_answers",
        db_index=False,
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    case_number = models.CharField(_("case number"), max_length=40, blank=True)
    # 1 where it takes a place in the public thread, 0 elsewhere; a number, since
    # SQLite uses no index for a bare condition.
    has_place = models.GeneratedField(
        expression=Case(
            When(
                Q(review__in=READABLE)
                | Q(review__in=TAKEN_AWAY, first_published_at__isnull=False),
                then=Value(1),
            ),
            default=Value(0),
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    # Where it lies on the desk, so that a hundred thousand are counted on an index.
    desk = models.GeneratedField(
        expression=Case(
            When(organisation__isnull=False, then=Value(Desk.NOWHERE)),
            When(is_escalated=True, then=Value(Desk.ESCALATED)),
            When(
                Q(review=Review.WAITING)
                | Q(review=Review.PRIVATE, handling=Handling.RECEIVED)
                | Q(review=Review.PUBLISHED, reviewed_at__isnull=True),
                then=Value(Desk.TO_READ),
            ),
            default=Value(Desk.READ),
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["pk"]
        default_permissions = ("view",)
        permissions = [
            ("moderate_contribution", _("Can review what residents send")),
            ("answer_contribution", _("Can answer for the own organisation")),
            ("register_contribution", _("Can register it as a case")),
        ]
        # A row for each comment is written to each index: none begins as another does,
        # and where nearly all have nothing, only those that have something stand there.
        indexes = [
            *(
                models.Index(
                    fields=[name],
                    condition=Q((f"{name}__isnull", False)),
                    name=f"contribution_{name}",
                )
                for name in SELDOM_FILLED
            ),
            models.Index(
                fields=["thread", "parent", "has_place", "id"], name="thread_in_order"
            ),
            models.Index(
                "municipality",
                "desk",
                Coalesce("due_at", "received_at"),
                "id",
                name="desk_by_urgency",
            ),
            models.Index(
                fields=["municipality", "asked", "due_at"],
                condition=Q(asked__isnull=False, answered_at__isnull=True),
                name="waits_for_answer",
            ),
            models.Index(
                fields=["municipality", "received_at"], name="received_in_order"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(receipt_digest__isnull=True),
                name="answers_have_no_receipt",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True, written_by__isnull=True)
                | Q(organisation__isnull=False, written_by__isnull=False),
                name="answers_are_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True)
                | Q(thread__isnull=False)
                | Q(review=Review.PRIVATE),
                name="replies_stand_in_a_thread",
            ),
            models.CheckConstraint(
                condition=~Q(review__in=(*READABLE, Review.HIDDEN))
                | Q(first_published_at__isnull=False),
                name="published_since_some_moment",
            ),
            models.CheckConstraint(
                condition=~Q(review=Review.MASKED) | ~Q(mask=[]),
                name="masked_by_a_mask",
            ),
            models.CheckConstraint(
                condition=Q(review__in=Review.values), name="contribution_review"
            ),
            models.CheckConstraint(
                condition=Q(handling__in=Handling.values), name="contribution_handling"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def is_readable(self) -> bool:
        """Whether anyone may read it."""
        return self.review in READABLE

    @property
    def awaits_review(self) -> bool:
        """Whether nobody has said yet that anyone may read it."""
        was_shown_at_once = self.review == Review.PUBLISHED and self.reviewed_at is None
        is_for_public = self.review == Review.WAITING or was_shown_at_once
        return is_for_public and not self.is_answer

    @property
    def is_private(self) -> bool:
        """Whether it was sent to the municipality alone."""
        return self.review == Review.PRIVATE

    @property
    def can_be_taken_back(self) -> bool:
        """Whether its sender may still withdraw it.

        What came to the municipality alone: until the municipality has answered.
        """
        waits_for_answer = self.is_private and self.answered_at is None
        may_be_public = self.review in (Review.WAITING, *READABLE)
        return not self.is_answer and (may_be_public or waits_for_answer)

    @property
    def is_answer(self) -> bool:
        """Whether it is an official answer."""
        return self.organisation_id is not None

    @property
    def was_public(self) -> bool:
        """Whether the public has been able to read it at some time."""
        return self.first_published_at is not None
