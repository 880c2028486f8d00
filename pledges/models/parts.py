"""What a pledge is made of: commitments, measures, indicators, evidence, follow-ups."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from home.models import Organisation

from ..choices import (
    Direction,
    Effect,
    MeasureKind,
    MeasureStatus,
    PartyToIt,
    Period,
)
from .states import MeasureState


class Commitment(Orderable):
    """One thing that is promised, in the words that residents read."""

    page = ParentalKey(
        "pledges.PledgePage", on_delete=models.CASCADE, related_name="commitments"
    )
    party = models.CharField(
        _("who"), max_length=12, choices=PartyToIt, default=PartyToIt.MUNICIPALITY
    )
    text = models.CharField(
        _("shall do what"),
        max_length=300,
        help_text=_("Begin with a verb: measure the speed in six places."),
    )

    panels = [FieldRowPanel([FieldPanel("party"), FieldPanel("text")])]

    class Meta(Orderable.Meta):
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")

    def __str__(self) -> str:
        return self.text


class Evidence(Orderable):
    """How we know that there is a problem: a survey, a dialogue, a statistic."""

    page = ParentalKey(
        "pledges.PledgePage", on_delete=models.CASCADE, related_name="evidence"
    )
    text = models.CharField(
        _("what it shows"),
        max_length=300,
        help_text=_("Such as: 62 contributions at the dialogue on 14 May 2025."),
    )
    linked_page = models.ForeignKey(
        Page,
        verbose_name=_("page here"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    url = models.URLField(_("address elsewhere"), blank=True)

    panels = [
        FieldPanel("text"),
        FieldRowPanel([PageChooserPanel("linked_page"), FieldPanel("url")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("evidence of the problem")
        verbose_name_plural = _("evidence of the problem")

    def __str__(self) -> str:
        return self.text


class FollowUpDay(Orderable):
    """A day on which we have promised to tell how it went."""

    page = ParentalKey(
        "pledges.PledgePage", on_delete=models.CASCADE, related_name="follow_up_days"
    )
    due_on = models.DateField(_("date"))
    what = models.CharField(
        _("what we tell then"),
        max_length=200,
        blank=True,
        help_text=_("Such as: the final follow-up."),
    )

    panels = [FieldRowPanel([FieldPanel("due_on"), FieldPanel("what")])]

    class Meta(Orderable.Meta):
        verbose_name = _("day of a follow-up")
        verbose_name_plural = _("days of follow-ups")

    def __str__(self) -> str:
        return self.due_on.isoformat()


class Measure(Orderable):
    """One thing that an organisation does to keep a pledge."""

    page = ParentalKey(
        "pledges.PledgePage", on_delete=models.CASCADE, related_name="measures"
    )
    # Kept by publication, revert and translation, new in a copy (see ``copies``):
    # the ledger speaks of it by this.
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(
        _("what is done"),
        max_length=200,
        help_text=_("Such as: speed checks near the schools."),
    )
    responsible = models.ForeignKey(
        Organisation,
        verbose_name=_("who does it"),
        on_delete=models.PROTECT,
        related_name="measures",
    )
    together_with = models.ForeignKey(
        Organisation,
        verbose_name=_("together with"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="shared_measures",
    )
    kind = models.CharField(
        _("kind of measure"),
        max_length=12,
        choices=MeasureKind,
        default=MeasureKind.COUNT,
    )
    target_count = models.PositiveIntegerField(
        _("how many, at least"), null=True, blank=True
    )
    rate_period = models.CharField(
        _("in what period"), max_length=8, choices=Period, blank=True
    )
    unit_one = models.CharField(
        _("one of them is called"),
        max_length=40,
        blank=True,
        help_text=_("Such as: check."),
    )
    unit_many = models.CharField(
        _("several are called"),
        max_length=40,
        blank=True,
        help_text=_("Such as: checks."),
    )
    due_on = models.DateField(_("to be done by"))
    how = models.TextField(
        _("how it is done"),
        max_length=500,
        blank=True,
        help_text=_("So that a follow-up can tell whether it was done as intended."),
    )
    expected_effect = models.CharField(
        _("when an effect can be seen"), max_length=5, choices=Effect, blank=True
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("responsible"), FieldPanel("together_with")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("due_on")]),
        FieldRowPanel([FieldPanel("target_count"), FieldPanel("rate_period")]),
        FieldRowPanel([FieldPanel("unit_one"), FieldPanel("unit_many")]),
        FieldPanel("how"),
        FieldPanel("expected_effect"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        indexes = [models.Index(fields=["key"], name="measure_by_key")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Ask for the count that its kind speaks of, and for nothing more."""
        super().clean()
        if self.kind in {MeasureKind.COUNT, MeasureKind.RATE} and not self.target_count:
            raise ValidationError({"target_count": _("Write how many, at least.")})
        if self.kind == MeasureKind.RATE and not self.rate_period:
            raise ValidationError({"rate_period": _("Choose a period.")})
        if self.together_with_id and self.together_with_id == self.responsible_id:
            message = _("Choose another organisation, or leave it empty.")
            raise ValidationError({"together_with": message})

    @property
    def target(self) -> int | None:
        """How many times make it done; None where no number of times does."""
        return self.target_count if self.kind == MeasureKind.COUNT else None

    @property
    def is_counted(self) -> bool:
        """Whether it is done by doing it often enough."""
        return self.target is not None

    @property
    def recurs(self) -> bool:
        """Whether it goes on as long as it holds."""
        return self.kind in {MeasureKind.RATE, MeasureKind.STANDING}

    @property
    def is_vague(self) -> bool:
        """Whether nobody could say afterwards that it was not done."""
        return self.kind == MeasureKind.QUALITATIVE

    def is_of(self, organisation: Organisation | None) -> bool:
        """Whether *organisation* does it, alone or together with another."""
        if organisation is None:
            return False
        return organisation.pk in {self.responsible_id, self.together_with_id}

    def status_on(
        self,
        today: date,
        state: MeasureState | None,
        *,
        starts_on: date | None,
        has_ended: bool = False,
    ) -> MeasureStatus:
        """How it stands on the day *today*.

        state      what has been entered about it, None for nothing
        starts_on  the first day of the pledge
        has_ended  whether the pledge has been assessed: then nothing is late any more
        """
        state = state or MeasureState(key=self.key)
        has_begun = state.done > 0 or bool(starts_on and today >= starts_on)
        running = MeasureStatus.RECURRING if self.recurs else MeasureStatus.ONGOING
        rules = (
            (state.is_cancelled, MeasureStatus.CANCELLED),
            (state.finished_on is not None, MeasureStatus.DONE),
            (has_ended, MeasureStatus.UNFINISHED),
            (state.is_paused, MeasureStatus.PAUSED),
            (today > self.due_on, MeasureStatus.LATE),
            (not has_begun, MeasureStatus.PLANNED),
        )
        return next((status for holds, status in rules if holds), running)


class Indicator(Orderable):
    """Something measured, to see whether the problem itself becomes smaller."""

    page = ParentalKey(
        "pledges.PledgePage", on_delete=models.CASCADE, related_name="indicators"
    )
    # Kept by publication, revert and translation, new in a copy (see ``copies``):
    # the ledger speaks of it by this.
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(
        _("what is measured"),
        max_length=200,
        help_text=_("Such as: problems with cars that drive too fast."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=60,
        blank=True,
        help_text=_("Such as: index 0–6, per cent, km/h."),
    )
    direction = models.CharField(
        _("direction"), max_length=4, choices=Direction, default=Direction.DOWN
    )
    baseline = models.DecimalField(
        _("value before"), max_digits=12, decimal_places=3, null=True, blank=True
    )
    baseline_on = models.DateField(_("measured"), null=True, blank=True)
    baseline_answers = models.PositiveIntegerField(
        _("answers (n)"), null=True, blank=True
    )
    target = models.DecimalField(
        _("target"), max_digits=12, decimal_places=3, null=True, blank=True
    )
    source = models.CharField(
        _("source"),
        max_length=200,
        help_text=_("Who has measured, and how."),
    )
    scale = models.CharField(
        _("how to read it"),
        max_length=200,
        blank=True,
        help_text=_("Such as: 0 = nearly no problem, 6 = a very large problem."),
    )
    next_reading_on = models.DateField(_("measured next"), null=True, blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("direction")]),
        FieldRowPanel(
            [
                FieldPanel("baseline"),
                FieldPanel("baseline_on"),
                FieldPanel("baseline_answers"),
            ]
        ),
        FieldRowPanel([FieldPanel("target"), FieldPanel("next_reading_on")]),
        FieldPanel("source"),
        FieldPanel("scale"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a target that asks for no change."""
        super().clean()
        if self.target is not None and self.target == self.baseline:
            raise ValidationError(
                {"target": _("A target must differ from the value before.")}
            )
