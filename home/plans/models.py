"""The action plan against crime, and the clock that the law has set for it."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField

from home.models import BasePage
from home.models.pages import BodyPage
from home.visibility import readable

YEARS_BETWEEN = 2


class ActionPlanIndexPage(BasePage):
    """All action plans, the newest first."""

    old_after = None
    template = "home/plans/action_plan_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home_plans.ActionPlanPage"]
    max_count_per_parent = 1
    page_description = _("The list of action plans.")

    class Meta:
        verbose_name = _("list of action plans")
        verbose_name_plural = _("lists of action plans")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the public plans, the one decided last first."""
        context = super().get_context(request, *args, **kwargs)
        plans = readable(ActionPlanPage.objects.child_of(self))
        context["plans"] = plans.order_by("-decided_on", "-pk")[:100]
        return context


class ActionPlanPage(BodyPage):
    """What the municipality will do against crime, decided on a day by somebody.

    Source: lag (2023:196) om kommuners ansvar för brottsförebyggande arbete, 5 and
    6 §§: a plan, followed up and brought up to date at least every second year.
    """

    old_after = None  # its own clock tells
    shown_relations = ("document",)

    decided_by = models.CharField(
        _("decided by"),
        max_length=120,
        blank=True,
        help_text=_("Such as: the municipal board."),
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    updated_on = models.DateField(
        _("followed up and updated"),
        null=True,
        blank=True,
        help_text=_("The last time. The law asks for it at least every second year."),
    )
    case_number = models.CharField(
        _("case number"),
        max_length=60,
        blank=True,
        help_text=_("As in the register, such as KS 2026/123."),
    )
    document = models.ForeignKey(
        "home.SiteDocument",
        verbose_name=_("the plan as a document"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    template = "home/plans/action_plan_page.html"
    parent_page_types = ["home_plans.ActionPlanIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("decided_by"), FieldPanel("decided_on")]),
        FieldPanel("updated_on"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("case_number"), FieldPanel("document")], heading=_("Papers")
        ),
    ]
    api_fields = [
        *BodyPage.api_fields,
        APIField("decided_by"),
        APIField("decided_on"),
        APIField("updated_on"),
        APIField("case_number"),
    ]
    page_description = _("What the municipality has decided to do against crime.")

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")

    def clean(self) -> None:
        """Refuse an update before the decision."""
        super().clean()
        if self.decided_on and self.updated_on and self.updated_on < self.decided_on:
            message = _("It is updated after it has been decided.")
            raise ValidationError({"updated_on": message})

    def missing(self) -> list[str]:
        """A plan is public once somebody has decided it, on a day."""
        lacking = super().missing()
        if not self.decided_by.strip():
            lacking.append(gettext("Say who has decided the plan."))
        if self.decided_on is None:
            lacking.append(gettext("Fill in the day on which it was decided."))
        return lacking

    @property
    def due_by(self) -> date | None:
        """The last day on which it is to have been followed up and updated."""
        latest = self.updated_on or self.decided_on
        return years_after(latest, YEARS_BETWEEN) if latest is not None else None

    def is_late_on(self, today: date) -> bool:
        """Whether that day has passed on the day *today*."""
        return self.due_by is not None and today > self.due_by

    @property
    def is_late(self) -> bool:
        """Whether that day has passed today."""
        return self.is_late_on(timezone.localdate())


def years_after(day: date, years: int) -> date:
    """Return the same day *years* later; of a leap day, the last of February.

    >>> years_after(date(2024, 2, 29), 2)
    datetime.date(2026, 2, 28)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
