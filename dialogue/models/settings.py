from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page


class OutsideHours(models.TextChoices):
    """What becomes of comments while nobody is there to read them."""

    READ_FIRST = "read_first", _("They are taken in, and read before they are shown")
    CLOSED = "closed", _("The form is closed")


class Weekday(models.IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


@register_setting(icon="comment")
class DialogueSettings(ClusterableModel, BaseSiteSetting):
    """How one municipality takes in, reads and answers what residents write."""

    comments_open = models.BooleanField(
        _("take comments"),
        default=True,
        help_text=_("Off: no page takes comments; those that are published remain."),
    )
    on_agreements = models.BooleanField(_("on agreements"), default=True)
    on_focus_areas = models.BooleanField(_("on focus areas"), default=True)
    on_news = models.BooleanField(_("on news"), default=True)
    on_pledges = models.BooleanField(_("on pledges"), default=True)
    on_officers = models.BooleanField(_("questions to area officers"), default=True)
    publish_at_once = models.BooleanField(
        _("show comments at once during staffed hours"),
        default=False,
        help_text=_(
            "Off: everything is read before it is shown. On: only what looks doubtful "
            "is held."
        ),
    )
    outside_hours = models.CharField(
        _("outside staffed hours"),
        max_length=10,
        choices=OutsideHours,
        default=OutsideHours.READ_FIRST,
    )
    closed_on_holidays = models.BooleanField(
        _("nobody reads on Swedish public holidays"), default=True
    )
    read_within_days = models.PositiveSmallIntegerField(
        _("we read within so many working days"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(7)],
        help_text=_(
            "The form promises it, and the desk shows what is late. More than a week "
            "is not supervision as the law sees it."
        ),
    )
    rules_page = models.ForeignKey(
        Page,
        verbose_name=_("rules for comments"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The form links to it."),
    )
    privacy_page = models.ForeignKey(
        Page,
        verbose_name=_("page about personal data"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The form links to it."),
    )
    fault_report_email = models.EmailField(
        _("fault reports go to"), blank=True, help_text=_("An office, never a person.")
    )
    registrar_email = models.EmailField(
        _("cases go to the registrar at"),
        blank=True,
        help_text=_("An office, never a person."),
    )
    police_email = models.EmailField(
        _("what is for the police goes to"),
        blank=True,
        help_text=_("An office, never a person."),
    )
    tell_moderators = models.BooleanField(
        _("mail moderators when something waits"),
        default=True,
        help_text=_("One mail until somebody has looked, not one for each comment."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("comments_open"),
                FieldRowPanel(
                    [
                        FieldPanel("on_agreements"),
                        FieldPanel("on_focus_areas"),
                        FieldPanel("on_news"),
                        FieldPanel("on_pledges"),
                        FieldPanel("on_officers"),
                    ]
                ),
                FieldPanel("publish_at_once"),
                FieldPanel("outside_hours"),
                FieldPanel("read_within_days"),
            ],
            heading=_("Comments"),
        ),
        MultiFieldPanel(
            [
                InlinePanel("staffed_hours", label=_("staffed hours")),
                FieldPanel("closed_on_holidays"),
                InlinePanel("closed_periods", label=_("period without staff")),
            ],
            heading=_("When somebody reads"),
        ),
        MultiFieldPanel(
            [FieldPanel("rules_page"), FieldPanel("privacy_page")],
            heading=_("What the form links to"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("tell_moderators"),
                FieldPanel("fault_report_email"),
                FieldPanel("registrar_email"),
                FieldPanel("police_email"),
            ],
            heading=_("Mail"),
        ),
    ]

    class Meta:
        verbose_name = _("settings for comments")

    def __str__(self) -> str:
        return f"{self.site_id}"


class StaffedHours(models.Model):
    """When, in each week, somebody reads what comes in. None at all: working hours."""

    settings = ParentalKey(
        DialogueSettings, on_delete=models.CASCADE, related_name="staffed_hours"
    )
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens_at = models.TimeField(_("from"))
    closes_at = models.TimeField(_("to"))

    panels = [
        FieldRowPanel(
            [FieldPanel("weekday"), FieldPanel("opens_at"), FieldPanel("closes_at")]
        )
    ]

    class Meta:
        verbose_name = _("staffed hours")
        verbose_name_plural = _("staffed hours")
        ordering = ["weekday", "opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("closes_at")),
                name="hours_open_before_they_close",
                violation_error_message=_("It opens before it closes."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens_at}–{self.closes_at}"


class ClosedPeriod(models.Model):
    """Days on which nobody reads, such as between Christmas and New Year."""

    settings = ParentalKey(
        DialogueSettings, on_delete=models.CASCADE, related_name="closed_periods"
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    panels = [FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")])]

    class Meta:
        verbose_name = _("period without staff")
        verbose_name_plural = _("periods without staff")
        ordering = ["first_day"]

    def __str__(self) -> str:
        return f"{self.first_day}–{self.last_day}"

    def clean(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("It ends after it begins.")})
