from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision

from home.models import Area, BasePage, SiteImage
from home.models.told import ToldPage, tells_for
from home.publishing import NotReady


class UpdatePage(ToldPage):
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

    def teller(
        self, revision: Revision | None, by: AbstractUser
    ) -> AbstractUser | None:
        """Who tells *revision*: *by*, who publishes it, or else the one who wrote it.

        None if neither may tell for its organisation, or it has none.
        """
        if self.responsible is None:
            return None
        for person in (by, revision.user if revision is not None else None):
            if person is not None and tells_for(person, self.responsible):
                return person
        return None

    def publish(
        self, revision: Revision, user: AbstractUser | None = None, **options: Any
    ) -> None:
        """Publish *revision*. Raises NotReady if somebody else would speak in it."""
        by = user or get_active_log_context().user
        update = revision.as_object()
        has_teller = update.responsible is not None
        if by is not None and has_teller and update.teller(revision, by) is None:
            words = gettext(
                "Nobody from %(organisation)s has written it: each organisation tells "
                "for itself."
            )
            raise NotReady(self, [words % {"organisation": update.responsible}])
        super().publish(revision, user=user, **options)

    @property
    def area_name(self) -> str:
        """Where it happened; nothing where that is not told."""
        return Area.names().get(self.area_id, "") if self.area_id else ""

    @property
    def told_of(self) -> Page | None:
        """The page of the pledge that it tells of."""
        return self.get_parent()
