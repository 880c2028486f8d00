from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models.pages import BodyPage

from .rules import sections


class CommentRulesPage(BodyPage):
    """What may be written, why something is not published, and how to be heard again.

    The reasons are the closed list that moderators choose from; what editors write
    stands around them.
    """

    template = "dialogue/comments/rules_page.html"
    subpage_types: list[str] = []
    max_count_per_parent = 1

    page_description = _(
        "The rules for comments, with all reasons for not publishing one. Each "
        "version is kept."
    )

    class Meta:
        verbose_name = _("rules for comments")
        verbose_name_plural = _("rules for comments")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict:
        """Add the history, and the earlier version that the address asks for."""
        versions = list(self.rules_versions.order_by("number"))
        chosen = request.GET.get("version", "")
        return {
            **super().get_context(request, *args, **kwargs),
            "sections": sections(),
            "versions": versions[::-1],
            "version": _chosen(versions, chosen) if chosen else None,
        }


def _chosen(versions: "list[RulesVersion]", number: str) -> "RulesVersion":
    """Return the version of this number. Raises Http404 if there is none."""
    for version in versions:
        if str(version.number) == number:
            return version
    raise Http404


class RulesVersion(models.Model):
    """The rules exactly as residents could read them from a moment on.

    Written by ``actions.store_rules`` alone, never changed and never deleted.
    """

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="rules_versions",
    )
    number = models.PositiveIntegerField(_("version"))
    published_at = models.DateTimeField(_("published"))
    title = models.CharField(_("title at that time"), max_length=255)
    text = models.TextField(_("the rules"))
    digest = models.CharField(_("SHA-256 of the text"), max_length=64)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("version of the rules for comments")
        verbose_name_plural = _("versions of the rules for comments")
        ordering = ["-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["page", "number"], name="one_version_for_each_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {timezone.localtime(self.published_at):%Y-%m-%d %H:%M}"
