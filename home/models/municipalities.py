from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Site


class Municipality(models.Model):
    """A Swedish municipality with a site here: the key of all that is its own.

    Several municipalities of one local police district can share an installation;
    each has its own Wagtail site, organisations, areas, pledge numbers and settings.
    """

    site = models.OneToOneField(
        Site,
        verbose_name=_("site"),
        on_delete=models.PROTECT,
        related_name="municipality",
    )
    name = models.CharField(
        _("name"), max_length=100, help_text=_("As residents say it: Storby kommun.")
    )
    slug = models.SlugField(_("short name in addresses"), unique=True)
    code = models.CharField(
        _("municipality code"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^\d{4}$", _("Write four digits, such as 1272."))],
        help_text=_("Four digits, from Statistics Sweden."),
    )
    organisation_number = models.CharField(
        _("organisation number"),
        max_length=11,
        blank=True,
        validators=[
            RegexValidator(
                r"^\d{6}-\d{4}$", _("Write six digits, a hyphen and four digits.")
            )
        ],
    )
    geonames_id = models.PositiveIntegerField(
        _("Geonames number"), null=True, blank=True
    )

    collection = models.OneToOneField(
        Collection,
        verbose_name=_("collection of pictures and documents"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="municipality",
    )

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
