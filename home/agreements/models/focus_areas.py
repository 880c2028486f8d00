"""What an agreement is about: problems and ways of working."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
)
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import SupportLineBlock
from home.models import BasePage
from home.models.pages import BodyPage
from home.visibility import readable


class FocusAreaIndexPage(BasePage):
    """All focus areas, in the order of the agreement."""

    old_after = None
    template = "home/agreements/focus_area_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home_agreements.FocusAreaPage"]
    max_count_per_parent = 1
    page_description = _("The list of focus areas.")

    class Meta:
        verbose_name = _("list of focus areas")
        verbose_name_plural = _("lists of focus areas")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the public focus areas: the problems, and the ways of working."""
        context = super().get_context(request, *args, **kwargs)
        areas = list(readable(FocusAreaPage.objects.child_of(self))[:200])
        context["focus_areas"] = areas
        context["problems"] = [area for area in areas if area.is_problem]
        context["methods"] = [area for area in areas if not area.is_problem]
        return context


class FocusAreaKind(models.TextChoices):
    """Focus areas name both what is wrong and ways of working."""

    PROBLEM = "problem", _("A problem")
    METHOD = "method", _("A way of working")


class FocusAreaPage(BodyPage):
    """Something the parties have agreed to work with."""

    shown_relations = ("picture",)

    kind = models.CharField(
        _("kind"), max_length=10, choices=FocusAreaKind, default=FocusAreaKind.PROBLEM
    )
    picture = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    is_sensitive = models.BooleanField(
        _("somebody near may not see this"),
        default=False,
        help_text=_(
            "Shows a button that leaves the site quickly and the support lines first. "
            "Residents' comments are never open on such a page."
        ),
    )
    support_lines = StreamField(
        [("line", SupportLineBlock())],
        verbose_name=_("where to get help"),
        blank=True,
    )

    template = "home/agreements/focus_area_page.html"
    parent_page_types = ["home_agreements.FocusAreaIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        MultiFieldPanel(
            [FieldPanel("is_sensitive"), FieldPanel("support_lines")],
            heading=_("Help and safety"),
        ),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*BodyPage.search_fields, index.FilterField("kind")]
    api_fields = [*BodyPage.api_fields, APIField("kind")]
    page_description = _("A problem or a way of working that an agreement names.")

    class Meta:
        verbose_name = _("focus area")
        verbose_name_plural = _("focus areas")

    @property
    def is_problem(self) -> bool:
        """Whether it names a problem and not a way of working."""
        return self.kind == FocusAreaKind.PROBLEM
