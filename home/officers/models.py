"""Area officers. The role stands here; the person in it is dated, and not shown."""

from datetime import date
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.models import Orderable, RevisionMixin

from home.accounts.models import User
from home.forms import OfOwnMunicipalityForm
from home.models import Area, BasePage, Municipality, Organisation
from home.models.organisations import OrganisationKind
from home.policies import municipality_of


class AreaOfficerIndexPage(BasePage):
    """All area officers: where they work, when one meets them, how one asks."""

    old_after = None
    template = "home/officers/area_officer_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("The list of area officers.")

    class Meta:
        verbose_name = _("list of area officers")
        verbose_name_plural = _("lists of area officers")


class AreaOfficerForm(OfOwnMunicipalityForm):
    """Offers what belongs to one's own municipality, and to the police."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        police = Organisation.objects.filter(kind=OrganisationKind.POLICE)
        user = self.for_user
        if user is None:
            return
        if not user.is_superuser:
            police = police.filter(municipality=municipality_of(user))
            areas = self.fields["areas"]
            areas.queryset = areas.queryset.filter(municipality=municipality_of(user))
        self.fields["organisation"].queryset = police
        if user.organisation is not None and user.organisation.is_police:
            own = police.filter(pk=user.organisation_id)
            self.fields["organisation"].queryset = own
        self.initial.setdefault("organisation", police.first())


class AreaOfficerQuerySet(models.QuerySet):
    """The questions we ask about area officers."""

    def at_work(self, day: date) -> Self:
        """Those whose role there is on *day*."""
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day),
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
        )

    def held_by(self, user: User, day: date) -> Self:
        """Those in whose role *user* is on *day*."""
        held = Posting.objects.filter(user=user, starts_on__lte=day).filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        )
        return self.filter(pk__in=held.values("officer"))


class AreaOfficer(RevisionMixin, ClusterableModel):
    """The role of working in some areas: what residents turn to, whoever is in it."""

    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="area_officers",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("works for"),
        on_delete=models.PROTECT,
        related_name="area_officers",
    )
    title = models.CharField(
        _("title"),
        max_length=100,
        help_text=_("The role, never a person's name: Area officer in Storby."),
    )
    title_en = models.CharField(_("the same in English"), max_length=100, blank=True)
    slug = models.SlugField(_("short name in addresses"), max_length=100)
    areas = ParentalManyToManyField(
        Area, verbose_name=_("areas"), related_name="officers"
    )
    description = models.CharField(
        _("what one can ask about"),
        max_length=300,
        blank=True,
        help_text=_("One sentence for residents."),
    )
    description_en = models.CharField(
        _("the same in English"), max_length=300, blank=True
    )
    phone = models.CharField(_("phone"), max_length=30, default="114 14")
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("An office, never a person.")
    )
    absence_text = models.CharField(
        _("when nobody is in place"),
        max_length=300,
        blank=True,
        help_text=_(
            "Residents read this while it lasts, such as: The area officers are needed "
            "elsewhere. Ask your question here, and we answer when we are back."
        ),
    )
    absence_text_en = models.CharField(
        _("the same in English"), max_length=300, blank=True
    )
    absent_from = models.DateField(_("first day away"), null=True, blank=True)
    absent_until = models.DateField(
        _("last day away"), null=True, blank=True, help_text=_("Empty: until further.")
    )
    starts_on = models.DateField(_("the role began"), null=True, blank=True)
    ends_on = models.DateField(_("the role ends"), null=True, blank=True)

    objects = AreaOfficerQuerySet.as_manager()

    base_form_class = AreaOfficerForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("municipality"),
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
                FieldPanel("slug"),
                FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
                FieldPanel("description"),
                FieldPanel("description_en"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("The role"),
        ),
        InlinePanel("office_hours", label=_("office hours")),
        MultiFieldPanel(
            [
                FieldPanel("absence_text"),
                FieldPanel("absence_text_en"),
                FieldRowPanel([FieldPanel("absent_from"), FieldPanel("absent_until")]),
            ],
            heading=_("Absence"),
            help_text=_(
                "With days and no text, residents read that nobody is in place."
            ),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                InlinePanel(
                    "postings",
                    label=_("person in the role"),
                    help_text=_(
                        "Not shown to residents. Whoever is in the role may change "
                        "office hours and absence."
                    ),
                ),
            ],
            heading=_("Who is in the role"),
        ),
    ]

    class Meta:
        verbose_name = _("area officer")
        verbose_name_plural = _("area officers")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "slug"], name="one_officer_for_each_slug"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse others than the police, and time that runs backwards."""
        super().clean()
        if self.organisation_id and (
            not self.organisation.is_police
            or self.organisation.municipality_id != self.municipality_id
        ):
            message = _("Choose the police of the same municipality.")
            raise ValidationError({"organisation": message})
        for first, last in (("starts_on", "ends_on"), ("absent_from", "absent_until")):
            begin, end = getattr(self, first), getattr(self, last)
            if begin and end and end < begin:
                raise ValidationError({last: _("It ends after it begins.")})

    def in_language(self, field: str) -> str:
        """What *field* says in the reader's language, else in Swedish."""
        translated = getattr(self, f"{field}_en") if get_language() == "en" else ""
        return translated or getattr(self, field)

    @property
    def called(self) -> str:
        """The title in the reader's language."""
        return self.in_language("title")

    @property
    def tells(self) -> str:
        """What one can ask about, in the reader's language."""
        return self.in_language("description")

    def is_away(self, day: date) -> bool:
        """Whether nobody is in place on *day*.

        Days say so without a text; a text without days says so until it is taken away.
        """
        texts = (self.absence_text, self.absence_text_en)
        if not any((*texts, self.absent_from, self.absent_until)):
            return False
        has_begun = self.absent_from is None or self.absent_from <= day
        return has_begun and (self.absent_until is None or day <= self.absent_until)

    @property
    def absence_now(self) -> str:
        """What residents are told while nobody is in place; empty otherwise."""
        if not self.is_away(timezone.localdate()):
            return ""
        standard = gettext("Nobody is in place at the moment.")
        return self.in_language("absence_text") or standard

    @property
    def absence_is_in_swedish(self) -> bool:
        """Whether that has only its Swedish, on pages in other languages."""
        return bool(self.absence_text) and not self.absence_text_en


class Posting(Orderable):
    """That somebody is in the role, from one day to another."""

    officer = ParentalKey(
        AreaOfficer, on_delete=models.CASCADE, related_name="postings"
    )
    user = models.ForeignKey(
        User, verbose_name=_("who"), on_delete=models.PROTECT, related_name="postings"
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("to"), null=True, blank=True)

    panels = [
        FieldRowPanel(
            [FieldPanel("user"), FieldPanel("starts_on"), FieldPanel("ends_on")]
        )
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("person in the role")
        verbose_name_plural = _("persons in the role")

    def __str__(self) -> str:
        return f"{self.user} {self.starts_on}"

    def clean(self) -> None:
        """Refuse somebody who works elsewhere, and time that runs backwards."""
        super().clean()
        if self.user_id and self.user.organisation_id != self.officer.organisation_id:
            message = _("Choose somebody who works for the same organisation.")
            raise ValidationError({"user": message})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("It ends after it begins.")})


class Weekday(models.IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OfficeHours(Orderable):
    """When and where one meets an officer: each week on a day, or on a single date."""

    officer = ParentalKey(
        AreaOfficer, on_delete=models.CASCADE, related_name="office_hours"
    )
    place = models.CharField(_("place"), max_length=150)
    weekday = models.PositiveSmallIntegerField(
        _("each week on"), choices=Weekday, null=True, blank=True
    )
    first_day = models.DateField(
        _("date, or first day"),
        null=True,
        blank=True,
        help_text=_("Of a single time its date; of a weekly one, from when."),
    )
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Of a weekly one.")
    )
    opens_at = models.TimeField(_("from"))
    closes_at = models.TimeField(_("to"))

    panels = [
        FieldPanel("place"),
        FieldRowPanel(
            [FieldPanel("weekday"), FieldPanel("opens_at"), FieldPanel("closes_at")]
        ),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("office hours")
        verbose_name_plural = _("office hours")
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at__lt=models.F("closes_at")),
                name="office_opens_before_it_closes",
                violation_error_message=_("It opens before it closes."),
            ),
            models.CheckConstraint(
                condition=Q(weekday__isnull=False) | Q(first_day__isnull=False),
                name="office_hours_have_a_day",
                violation_error_message=_("Choose a day of the week, or a date."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.opens_at:%H.%M}–{self.closes_at:%H.%M}"
