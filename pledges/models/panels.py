"""The form in which editors write a pledge: one tab for each question it answers."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
)

from home.checklist import TabsWithChecklist
from home.models import BasePage

PROMISE = [
    *BasePage.content_panels,
    InlinePanel("commitments", heading=_("What we promise"), label=_("commitment")),
    InlinePanel("measures", heading=_("Measures"), label=_("measure")),
    FieldPanel("easy_read"),
]
REASONS = [
    FieldPanel("situation"),
    InlinePanel(
        "evidence", heading=_("How do we know?"), label=_("evidence of the problem")
    ),
    FieldPanel("influence"),
    FieldPanel("target_group"),
    FieldPanel("equality_note"),
    MultiFieldPanel(
        [FieldPanel("picture"), FieldPanel("picture_caption")],
        heading=_("Picture"),
    ),
]
FOLLOW_UP = [
    InlinePanel("indicators", heading=_("How we measure"), label=_("indicator")),
    InlinePanel(
        "follow_up_days",
        heading=_("When we tell how it went"),
        label=_("day of a follow-up"),
    ),
]
ABOUT = [
    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    FieldPanel("views_until"),
    PageChooserPanel("agreement", "home_agreements.AgreementPage"),
    PageChooserPanel("action_plan", "home_plans.ActionPlanPage"),
    FieldPanel("focus_areas", widget=forms.CheckboxSelectMultiple),
    FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
    FieldPanel("responsible_role"),
    FieldRowPanel(
        [FieldPanel("municipal_case_number"), FieldPanel("police_case_number")]
    ),
    FieldPanel("wanted_number"),
]
FORM = TabsWithChecklist(
    [
        ObjectList(PROMISE, heading=_("What we promise")),
        ObjectList(REASONS, heading=_("Why")),
        ObjectList(FOLLOW_UP, heading=_("Follow-up")),
        ObjectList(ABOUT, heading=_("Time, place and papers")),
        ObjectList(BasePage.promote_panels, heading=_("In the site")),
    ]
)
