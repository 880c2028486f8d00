"""What an agreement consists of: its parties, and the focus areas it names."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable

from home.models import Organisation, Signature

from .focus_areas import FocusAreaPage


class Party(Orderable):
    """Somebody who has signed an agreement, by role and day."""

    agreement = ParentalKey(
        "home_agreements.AgreementPage",
        on_delete=models.CASCADE,
        related_name="parties",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    signatory_role = models.CharField(
        _("signed by (role)"),
        max_length=120,
        blank=True,
        help_text=_("Such as: chair of the municipal board."),
    )
    signatory_name = models.CharField(
        _("signed by (name)"),
        max_length=120,
        blank=True,
        help_text=_("Only if the person has agreed. The role is enough."),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)

    # The signature given here, which says more than what somebody has typed.
    signature: Signature | None = None

    panels = [
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("signatory_role"), FieldPanel("signatory_name")]),
        FieldPanel("signed_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")

    def __str__(self) -> str:
        return str(self.organisation)


class NamedFocusArea(Orderable):
    """A focus area as an agreement names it, in the agreement's order."""

    agreement = ParentalKey(
        "home_agreements.AgreementPage",
        on_delete=models.CASCADE,
        related_name="named_focus_areas",
    )
    focus_area = models.ForeignKey(
        FocusAreaPage,
        verbose_name=_("focus area"),
        on_delete=models.PROTECT,
        related_name="naming_agreements",
    )

    panels = [PageChooserPanel("focus_area", "home_agreements.FocusAreaPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("named focus area")
        verbose_name_plural = _("named focus areas")

    def __str__(self) -> str:
        return str(self.focus_area)
