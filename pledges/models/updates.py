from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from home.models import Area, BasePage, SiteImage
from home.models.pages import BodyPage


class UpdatePage(BodyPage):
    """What has happened with a pledge, told by one organisation, with evidence."""

    old_after = timedelta(days=10 * 365)
    shown_relations = ("picture",)

    happened_on = models.DateField(_("day it happened"), default=timezone.localdate)
    picture = models.ForeignKey(
        SiteImage,
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = models.CharField(_("caption"), max_length=300, blank=True)
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="updates",
    )

    template = "pledges/update_page.html"
    parent_page_types = ["pledges.PledgePage"]
    subpage_types: list[str] = []
    page_description = _("What has happened with this pledge.")
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_caption")],
            heading=_("Picture"),
        ),
        FieldRowPanel([FieldPanel("happened_on"), FieldPanel("area")]),
        FieldPanel(
            "responsible",
            heading=_("who tells"),
            help_text=_("The organisation that the update is from."),
        ),
    ]

    class Meta:
        verbose_name = _("update on a pledge")
        verbose_name_plural = _("updates on pledges")

    def missing(self) -> list[str]:
        """It must say who tells, and lie beneath a pledge that has a number."""
        lacking = super().missing()
        if self.responsible_id is None:
            lacking.append(gettext("Choose the organisation that tells this."))
        return lacking

    @property
    def area_name(self) -> str:
        """Where it happened; nothing where that is not told."""
        return Area.names().get(self.area_id, "") if self.area_id else ""

    @property
    def told_of(self) -> Page | None:
        """The page of the pledge that it tells of."""
        return self.get_parent()
