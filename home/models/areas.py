from typing import Self

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, PreviewableMixin, RevisionMixin
from wagtail.search import index

from ..forms import OfOwnMunicipalityForm
from ..generation import remember
from ..policies import municipality_of
from .municipalities import Municipality

DEEPEST = 10  # how many areas may lie within each other


class AreaKind(models.TextChoices):
    """How large an area is: all of it, a survey zone, or a town or village."""

    MUNICIPALITY = "municipality", _("The whole municipality")
    ZONE = "zone", _("Zone")
    LOCALITY = "locality", _("Town or village")


class AreaQuerySet(models.QuerySet):
    """The questions we ask about areas."""

    def open_to(self, user: AbstractUser) -> Self:
        """Those that one of the staff may write about.

        Who has areas, such as an area officer: these, and whatever they lie in. Who has
        none: all of the municipality.
        """
        if user.is_superuser:
            return self
        own = self.filter(municipality=municipality_of(user))
        numbers = set(own.filter(staff=user.pk).values_list("pk", flat=True))
        if not numbers:
            return own
        wholes = dict(own.values_list("pk", "part_of"))
        for _step in range(DEEPEST):
            numbers |= {wholes[one] for one in numbers if wholes.get(one)}
        return own.filter(pk__in=numbers)


class Area(PreviewableMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A place that residents recognise. Chosen, never derived from a postcode:

    postal towns cross the borders of municipalities.
    """

    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="areas",
    )
    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("short name in addresses"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=AreaKind)
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
    )
    latitude = models.DecimalField(
        _("latitude of the centre"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(55), MaxValueValidator(70)],
        help_text=_("In degrees, WGS 84, such as 56.073."),
    )
    longitude = models.DecimalField(
        _("longitude of the centre"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(10), MaxValueValidator(25)],
        help_text=_("In degrees, WGS 84, such as 14.468."),
    )

    objects = AreaQuerySet.as_manager()

    base_form_class = OfOwnMunicipalityForm
    panels = [
        FieldPanel("municipality"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("part_of")]),
        InlinePanel(
            "aliases",
            heading=_("Also called"),
            label=_("name"),
            help_text=_("Other names by which residents and old documents know it."),
        ),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("municipality"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "slug"], name="one_area_for_each_slug"
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="area_has_both_coordinates_or_none",
                violation_error_message=_(
                    "Fill in both latitude and longitude, or leave both empty."
                ),
            ),
        ]

    @classmethod
    def names(cls) -> dict[int, str]:
        """What each area of the installation is called, by number, from memory."""
        return remember(
            "names of areas", lambda: dict(cls.objects.values_list("pk", "name"))
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an area that would be part of itself or of another municipality."""
        super().clean()
        if self.part_of is None:
            return
        if self.part_of.municipality_id != self.municipality_id:
            message = _("Choose an area of the same municipality.")
            raise ValidationError({"part_of": message})
        ancestor, steps = self.part_of, 0
        while ancestor is not None and steps < 10:
            if ancestor.pk == self.pk and self.pk is not None:
                message = _("An area cannot be part of itself.")
                raise ValidationError({"part_of": message})
            ancestor, steps = ancestor.part_of, steps + 1

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """The area with its other names, as residents meet it."""
        return "home/area_preview.html"


class AreaAlias(Orderable):
    """Another name of an area, by which a text may mean it."""

    area = ParentalKey(Area, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=100)

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name
