from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import PreviewableMixin

from ..colours import validate_colour, validate_readable
from ..personal_data.forms import NoIdentityNumbers

DEFAULT_BRAND = "#0f5c63"


@register_setting(icon="cogs")
class SiteSettings(PreviewableMixin, BaseSiteSetting):
    """What one municipality's site is called, looks like, and whom it tells to ring."""

    site_name = models.CharField(
        _("name of the site"),
        max_length=60,
        default="Löftet",
        help_text=_("Shown first on every page."),
    )
    tagline = models.CharField(
        _("who stands behind it"),
        max_length=100,
        blank=True,
        help_text=_("Beneath the name, such as: Storby kommun and the police."),
    )
    logo = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("logotype"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Replaces the drawn thread. Arms and emblems need permission."),
    )
    brand_colour = models.CharField(
        _("colour"),
        max_length=7,
        default=DEFAULT_BRAND,
        validators=[validate_colour, validate_readable],
        help_text=_(
            "All colours of the site follow from this one. It must be readable on "
            "white."
        ),
    )
    contact_role = models.CharField(
        _("whom to ask"),
        max_length=100,
        blank=True,
        help_text=_("A role, never a person's name: the safety coordinator."),
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=30, blank=True)
    contact_address = models.CharField(_("postal address"), max_length=200, blank=True)
    fault_report_url = models.URLField(
        _("page for fault reports"),
        blank=True,
        help_text=_("Where residents report what is broken in streets and parks."),
    )
    responsible_publisher = models.CharField(
        _("who answers for the site"),
        max_length=150,
        blank=True,
        help_text=_("Such as: the municipal board of Storby kommun."),
    )
    has_publishing_certificate = models.BooleanField(
        _("the site has a certificate of publication"),
        default=False,
        help_text=_(
            "Then the footer names the responsible publisher, as the law asks."
        ),
    )
    emergency_question = models.CharField(
        _("before “Ring 112”"),
        max_length=120,
        blank=True,
        help_text=_("Empty: “Is a crime going on, or is somebody in danger?”"),
    )
    emergency_question_en = models.CharField(
        _("the same in English"), max_length=120, blank=True
    )
    report_question = models.CharField(
        _("before “Ring 114 14”"),
        max_length=120,
        blank=True,
        help_text=_("Empty: “Do you want to report or tip about a crime?”"),
    )
    report_question_en = models.CharField(
        _("the same in English"), max_length=120, blank=True
    )
    quick_exit_url = models.URLField(
        _("where “Leave quickly” leads"),
        default="https://www.smhi.se/",
        help_text=_(
            "An everyday page, for those who read about violence with somebody near."
        ),
    )
    is_demo = models.BooleanField(
        _("example content"),
        default=False,
        help_text=_("Shows a ribbon that says so, and keeps search engines away."),
    )

    base_form_class = NoIdentityNumbers
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("site_name"),
                FieldPanel("tagline"),
                FieldPanel("logo"),
                FieldPanel("brand_colour"),
            ],
            heading=_("Name and look"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_role"),
                FieldRowPanel(
                    [FieldPanel("contact_email"), FieldPanel("contact_phone")]
                ),
                FieldPanel("contact_address"),
                FieldPanel("fault_report_url"),
                FieldPanel("responsible_publisher"),
                FieldPanel("has_publishing_certificate"),
            ],
            heading=_("Who to ask, and who answers for the site"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("emergency_question"),
                        FieldPanel("emergency_question_en"),
                    ]
                ),
                FieldRowPanel(
                    [FieldPanel("report_question"), FieldPanel("report_question_en")]
                ),
                FieldPanel("quick_exit_url"),
            ],
            heading=_("Emergencies"),
        ),
        FieldPanel("is_demo"),
    ]

    class Meta:
        verbose_name = _("site settings")

    def __str__(self) -> str:
        return self.site_name

    @property
    def theme_url(self) -> str | None:
        """The stylesheet that carries the colour; None for the colour as shipped."""
        if self.brand_colour.lower() == DEFAULT_BRAND:
            return None
        return reverse("theme", args=[self.brand_colour.lower().removeprefix("#")])

    def in_language(self, field: str) -> str:
        """What *field* says in the reader's language, or nothing."""
        suffix = "_en" if get_language() == "en" else ""
        return getattr(self, field + suffix)

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """The frame of a page, with the new name, colour and contacts."""
        return "home/site_settings_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Let the frame show the settings that have not been saved yet."""
        request.previewed_settings = self
        return super().get_preview_context(request, mode_name)
