"""The accessibility statement, with what the law lists.

Source: lag (2018:1937) om tillgänglighet till digital offentlig service, 10–15 §§, and
the regulations of the Agency for Digital Government (MDFFS 2019:2).
"""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from .pages import BasePage


class Conformity(models.TextChoices):
    """How far the site meets the law's demands; the law's own three words."""

    FULL = "full", _("fully compliant")
    PARTIAL = "partial", _("partly compliant")
    NONE = "none", _("not compliant")


class Situation(models.TextChoices):
    """Whom a flaw stops, as the law's template sorts flaws."""

    NO_SIGHT = "no_sight", _("Using the site without sight")
    LOW_SIGHT = "low_sight", _("Using the site with low sight")
    COLOUR = "colour", _("Using the site without perceiving colour")
    HEARING = "hearing", _("Using the site with no or low hearing")
    VOICE = "voice", _("Using the site without voice")
    MOTOR = "motor", _("Using the site with limited dexterity or strength")
    SEIZURES = "seizures", _("Using the site with a risk of seizures")
    COGNITIVE = "cognitive", _("Using the site with limited cognition")


class Reason(models.TextChoices):
    """Why something is not accessible."""

    FLAW = "flaw", _("It does not meet the demands yet")
    BURDEN = "burden", _("It would be a disproportionate burden (12 §)")
    EXEMPT = "exempt", _("The law does not cover it (9 §)")


class FlawBlock(blocks.StructBlock):
    """Something that is not accessible, whom it stops, and what is done about it."""

    what = blocks.TextBlock(label=_("What does not work"))
    situation = blocks.ChoiceBlock(
        label=_("Whom it stops"), choices=Situation.choices, default=Situation.NO_SIGHT
    )
    reason = blocks.ChoiceBlock(
        label=_("Why"), choices=Reason.choices, default=Reason.FLAW
    )
    motivation = blocks.TextBlock(
        label=_("Motivation, and the way round"),
        required=False,
        help_text=_("Compulsory for a disproportionate burden."),
    )
    fixed_by = blocks.CharBlock(
        label=_("When it will be mended"), required=False, max_length=80
    )

    class Meta:
        icon = "warning"
        label = _("Flaw")


class AccessibilityStatementPage(BasePage):
    """How accessible the site is, what is not, and how to tell us."""

    old_after = timedelta(days=365)

    service_name = models.CharField(
        _("name of the service"),
        max_length=150,
        help_text=_("Such as: Löftet, Storby kommun."),
    )
    conformity = models.CharField(
        _("how the site meets the law"),
        max_length=10,
        choices=Conformity,
        default=Conformity.PARTIAL,
    )
    flaws = StreamField(
        [("flaw", FlawBlock())], verbose_name=_("what is not accessible"), blank=True
    )
    assessed_on = models.DateField(
        _("assessed on"), help_text=_("The day the site was last tested.")
    )
    published_on = models.DateField(_("first published on"), null=True, blank=True)
    method = models.TextField(
        _("how it was tested"),
        help_text=_("Who tested, how, and on what: a self-assessment of ten pages."),
    )
    report_email = models.EmailField(_("e-mail for flaws"), blank=True)
    report_phone = models.CharField(_("phone for flaws"), max_length=30, blank=True)
    answer_within = models.CharField(
        _("when we answer"),
        max_length=100,
        blank=True,
        help_text=_("Such as: within two working days."),
    )

    template = "home/accessibility_statement_page.html"
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("service_name"), FieldPanel("conformity")]),
        FieldPanel("flaws"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("assessed_on"), FieldPanel("published_on")]),
                FieldPanel("method"),
            ],
            heading=_("How it was tested"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("report_email"), FieldPanel("report_phone")]),
                FieldPanel("answer_within"),
            ],
            heading=_("Where residents tell of flaws"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("flaws"),
        index.AutocompleteField("flaws"),
    ]
    page_description = _("What the law asks every public site to tell.")

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    @property
    def flaws_by_situation(self) -> list[tuple[str, list[blocks.StructValue]]]:
        """The flaws under the heading of whom they stop, in the law's order."""
        sorted_flaws: dict[str, list[blocks.StructValue]] = {}
        for child in self.flaws:
            sorted_flaws.setdefault(child.value["situation"], []).append(child.value)
        return [
            (str(situation.label), sorted_flaws[situation.value])
            for situation in Situation
            if situation.value in sorted_flaws
        ]
