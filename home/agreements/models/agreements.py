"""The agreement between the municipality and the police."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
)
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from home.blocks import ForumBlock, RelatedAgreementBlock
from home.checklist import TabsWithChecklist
from home.generation import remember
from home.models import BasePage
from home.models.pages import BasePageForm, BodyPage
from home.models.periods import check_period, ends_after_it_starts
from home.models.signatures import Lack, SignablePage
from home.visibility import is_readable, readable

from ..canonical import canonical_text
from .focus_areas import FocusAreaPage
from .parts import Party


class AgreementState(models.TextChoices):
    """How an agreement stands on a day. Derived from dates, never typed."""

    UPCOMING = "upcoming", _("Upcoming")
    IN_FORCE = "in_force", _("In force")
    EXPIRED = "expired", _("Has expired")
    REPLACED = "replaced", _("Replaced")


class AgreementIndexPage(BasePage):
    """All agreements, the one in force first."""

    old_after = None
    template = "home/agreements/agreement_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home_agreements.AgreementPage"]
    max_count_per_parent = 1
    page_description = _("The list of agreements with the police.")

    class Meta:
        verbose_name = _("list of agreements")
        verbose_name_plural = _("lists of agreements")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the public agreements, newest first, each with its state today."""
        context = super().get_context(request, *args, **kwargs)
        agreements = (
            readable(AgreementPage.objects.child_of(self))
            .select_related("successor")
            .order_by("-starts_on", "-pk")[:100]
        )
        context["agreements"] = sorted(
            agreements, key=lambda agreement: not agreement.is_in_force
        )
        return context


class AgreementQuerySet(PageQuerySet):
    """The questions we ask about agreements."""

    def in_force(self, today: date) -> Self:
        """Those whose period holds *today*."""
        return self.filter(starts_on__lte=today).filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=today)
        )


class AgreementPageForm(BasePageForm):
    """Lets an unfinished agreement be saved, but not published."""

    def clean(self) -> dict[str, Any]:
        """Add what the law asks of an agreement, unless only a draft is saved."""
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        parties = {
            form.cleaned_data["organisation"].kind
            for form in self.formsets["parties"].forms
            if form.is_valid()
            and form.cleaned_data.get("organisation")
            and not form.cleaned_data.get("DELETE")
        }
        focus_areas = [
            form
            for form in self.formsets["named_focus_areas"].forms
            if form.is_valid()
            and form.cleaned_data.get("focus_area")
            and not form.cleaned_data.get("DELETE")
        ]
        for lack in missing_for_publication(
            purpose=cleaned.get("introduction", ""),
            starts_on=cleaned.get("starts_on"),
            party_kinds=parties,
            focus_area_count=len(focus_areas),
        ):
            self.add_error(None, lack.words)
        return cleaned


def missing_for_publication(
    *,
    purpose: str,
    starts_on: date | None,
    party_kinds: set[str],
    focus_area_count: int,
) -> list[Lack]:
    """Return what an agreement lacks before it can be public.

    Source: lag (2023:196) om kommuners ansvar för brottsförebyggande arbete, 9 §: a
    written agreement with at least its purposes and its areas.
    """
    checks = (
        (
            purpose.strip(),
            "introduction",
            gettext("Write in the introduction what the agreement is for."),
        ),
        (
            starts_on,
            "starts_on",
            gettext("Fill in the day from which the agreement holds."),
        ),
        (
            len(party_kinds) > 1,
            "parties",
            gettext(
                "Name at least two parties of different kinds: municipality and police."
            ),
        ),
        (
            focus_area_count,
            "named_focus_areas",
            gettext("Choose at least one focus area."),
        ),
    )
    return [Lack(words, field) for has, field, words in checks if not has]


class AgreementPage(SignablePage, BodyPage):
    """What the municipality and the police have agreed for a period of years."""

    old_after = None  # its period tells, better than any age
    shown_relations = ("picture", "document", "successor")
    open_after_signing = ("successor",)

    starts_on = models.DateField(_("holds from"), null=True, blank=True)
    ends_on = models.DateField(_("holds to and including"), null=True, blank=True)
    case_number = models.CharField(
        _("case number"),
        max_length=60,
        blank=True,
        help_text=_("As in the register, such as KS 2026/123."),
    )
    picture = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_("The photographer is added by itself."),
    )
    document = models.ForeignKey(
        "home.SiteDocument",
        verbose_name=_("the agreement as a document"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    forums = StreamField(
        [("forum", ForumBlock())], verbose_name=_("where the parties meet"), blank=True
    )
    related_agreements = StreamField(
        [("agreement", RelatedAgreementBlock())],
        verbose_name=_("agreements in other municipalities"),
        blank=True,
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text=_("The agreement that came after this one."),
    )

    objects = PageManager.from_queryset(AgreementQuerySet)()

    base_form_class = AgreementPageForm
    template = "home/agreements/agreement_page.html"
    parent_page_types = ["home_agreements.AgreementIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        InlinePanel("parties", heading=_("Parties"), label=_("party")),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_caption")],
            heading=_("Picture"),
        ),
        FieldPanel("body"),
        InlinePanel(
            "named_focus_areas", heading=_("Focus areas"), label=_("focus area")
        ),
        FieldPanel("forums"),
        MultiFieldPanel(
            [
                FieldPanel("case_number"),
                FieldPanel("document"),
                PageChooserPanel("successor", "home_agreements.AgreementPage"),
            ],
            heading=_("Papers and what came after"),
        ),
        FieldPanel("related_agreements"),
    ]
    edit_handler = TabsWithChecklist(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(BasePage.promote_panels, heading=_("In the site")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
    search_fields = [
        *BodyPage.search_fields,
        index.SearchField("forums"),
        index.AutocompleteField("forums"),
        index.FilterField("starts_on"),
    ]
    api_fields = [
        *BodyPage.api_fields,
        APIField("starts_on"),
        APIField("ends_on"),
        APIField("case_number"),
    ]
    page_description = _("What the municipality and the police have agreed.")

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [ends_after_it_starts("agreement_ends_after_it_starts")]

    def clean(self) -> None:
        """Refuse a period that ends before it starts, and an agreement after itself."""
        super().clean()
        check_period(self.starts_on, self.ends_on)
        if self.successor_id is not None and self.successor_id == self.pk:
            message = _("An agreement cannot replace itself. Choose another one.")
            raise ValidationError({"successor": message})

    def missing(self) -> list[str]:
        """What it lacks before it can be public, in words; see the law's 9 §."""
        return [*(one.words for one in self._unwritten()), *super().missing()]

    def lacks(self) -> list[Lack]:
        """What it lacks before it can be signed, each with the field that mends it."""
        unwritten = self._unwritten()
        known = {one.words for one in unwritten}
        others = (one for one in super().lacks() if one.words not in known)
        return [*unwritten, *others]

    def _unwritten(self) -> list[Lack]:
        return missing_for_publication(
            purpose=self.introduction,
            starts_on=self.starts_on,
            party_kinds={party.organisation.kind for party in self.parties.all()},
            focus_area_count=self.named_focus_areas.count(),
        )

    def canonical_text(self) -> str:
        """Return all that the agreement says to residents, see ``canonical``."""
        return canonical_text(self)

    def state_on(self, today: date) -> AgreementState:
        """How the agreement stands on the day *today*."""
        if self.starts_on and today < self.starts_on:
            return AgreementState.UPCOMING
        if self.ends_on and today > self.ends_on:
            return AgreementState.EXPIRED
        after = self.public_successor
        if after is not None and after.starts_on and after.starts_on <= today:
            return AgreementState.REPLACED
        return AgreementState.IN_FORCE

    @property
    def state(self) -> AgreementState:
        """How the agreement stands today."""
        return self.state_on(timezone.localdate())

    @property
    def is_in_force(self) -> bool:
        """Whether it holds today."""
        return self.state == AgreementState.IN_FORCE

    @property
    def is_history(self) -> bool:
        """Whether the page is kept for history alone."""
        return self.state in {AgreementState.EXPIRED, AgreementState.REPLACED}

    @property
    def public_successor(self) -> "AgreementPage | None":
        """The agreement that came after, if everybody may know of it."""
        after = self.successor
        if after is None or not is_readable(after):
            return None
        return after

    @property
    def period_label(self) -> str:
        """The years, such as 2021–2024, or 2021 where it begins and ends in it."""
        if self.starts_on is None:
            return ""
        if self.ends_on is None:
            return f"{self.starts_on.year}–"
        if self.starts_on.year == self.ends_on.year:
            return str(self.starts_on.year)
        return f"{self.starts_on.year}–{self.ends_on.year}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add parties and public focus areas, each list in one query."""
        context = super().get_context(request, *args, **kwargs)
        if getattr(request, "is_preview", False):
            parties = self.parties.all()
            chosen = [row.focus_area_id for row in self.named_focus_areas.all()]
            focus_areas = FocusAreaPage.objects.filter(pk__in=chosen)
        else:
            parties = self.parties.select_related("organisation")
            named = FocusAreaPage.objects.filter(naming_agreements__agreement=self.pk)
            focus_areas = readable(named).order_by("naming_agreements__sort_order")
        context["parties"] = self._with_signatures(parties)
        context["focus_areas"] = focus_areas
        context["successor"] = self.public_successor
        return context

    def _with_signatures(self, parties: Iterable[Party]) -> list[Party]:
        """Return *parties*, each with its signature here if both sides have signed."""
        # Asked for once a generation: each signature begins a new one.
        signatures = remember(
            ("signatures", self.pk), lambda: tuple(self.signatures_that_count)
        )
        given = {one.organisation_id: one for one in signatures}
        shown = list(parties)
        for party in shown:
            party.signature = given.get(party.organisation_id)
        return shown
