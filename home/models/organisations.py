from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin, RevisionMixin
from wagtail.search import index

from ..colours import validate_colour, validate_readable
from ..forms import OfOwnMunicipalityForm
from ..generation import remember
from .municipalities import Municipality


class OrganisationKind(models.TextChoices):
    """What sort of party an organisation is; the sign that is drawn follows it."""

    MUNICIPALITY = "municipality", _("Municipality")
    POLICE = "police", _("Police")
    MUNICIPAL_COMPANY = "municipal_company", _("Municipal company")
    ASSOCIATION = "association", _("Association")
    AUTHORITY = "authority", _("Authority")


class Organisation(PreviewableMixin, RevisionMixin, index.Indexed, models.Model):
    """A party that promises, acts or answers: the municipality, the police, others."""

    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="organisations",
    )
    name = models.CharField(_("name"), max_length=150)
    short_name = models.CharField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("Where there is little room, such as: the police."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        blank=True,
        validators=[validate_colour, validate_readable],
        help_text=_("For its sign, such as #0f5c63. Must be readable on white."),
    )
    description = models.CharField(
        _("answers questions about"),
        max_length=200,
        blank=True,
        help_text=_("One sentence for residents, such as: Answers about the pledges."),
    )
    contact_role = models.CharField(
        _("whom to ask"),
        max_length=100,
        blank=True,
        help_text=_("A role, never a person's name: the safety coordinator."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(
        _("phone"), max_length=30, blank=True, help_text=_("Such as 0456-82 20 00.")
    )
    url = models.URLField(_("web page"), blank=True)
    is_shown_to_residents = models.BooleanField(
        _("residents may turn here"),
        default=False,
        help_text=_("Shown under “Ask the right one” on the start page."),
    )

    base_form_class = OfOwnMunicipalityForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("municipality"),
                FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("colour")]),
            ],
            heading=_("The organisation"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_shown_to_residents"),
                FieldPanel("contact_role"),
                FieldPanel("description"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                FieldPanel("url"),
            ],
            heading=_("For residents"),
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("municipality"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="one_organisation_for_each_name"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_police(self) -> bool:
        """True for the police, whose line is drawn double."""
        return self.kind == OrganisationKind.POLICE

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    @classmethod
    def remembered(cls) -> dict[int, "Organisation"]:
        """All organisations of the installation by number, from memory."""
        return remember(
            "organisations",
            lambda: cls.objects.select_related(
                "municipality__site__root_page"
            ).in_bulk(),
        )

    def clean(self) -> None:
        """Refuse to show residents somebody they cannot reach."""
        super().clean()
        if self.is_shown_to_residents and not (self.email or self.phone or self.url):
            raise ValidationError(
                {
                    "is_shown_to_residents": _(
                        "Fill in an e-mail address, a phone number or a web page, so "
                        "that residents have a way to ask."
                    )
                }
            )

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """The entry as residents meet it on the start page."""
        return "home/organisation_preview.html"
