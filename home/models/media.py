"""Pictures and documents of our own, from the first migration on."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    get_upload_to,
)
from wagtail.models import Page, ReferenceIndex

from ..documents import is_what_it_says
from ..generation import remember
from ..pictures import BareFilter, PictureField, is_whole
from ..visibility import closed_collections


class Consent(models.TextChoices):
    """Whether those who can be recognised in a picture have agreed to be shown."""

    NOBODY = "nobody", _("Nobody can be recognised")
    GIVEN = "given", _("Everybody who can be recognised has agreed")
    UNKNOWN = "unknown", _("Not known yet")


class SiteImage(AbstractImage):
    """A picture with what the law and a reader who cannot see it need to know."""

    file = PictureField(
        verbose_name=AbstractImage._meta.get_field("file").verbose_name,
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The picture tells nothing that the text does not."),
    )
    photographer = models.CharField(
        _("photographer or illustrator"),
        max_length=120,
        blank=True,
        help_text=_("Shown beside the picture, as copyright law asks."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=120,
        blank=True,
        help_text=_("On what terms we may use it, such as: CC0, our own."),
    )
    consent = models.CharField(
        _("consent of those shown"),
        max_length=10,
        choices=Consent,
        default=Consent.UNKNOWN,
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "photographer",
        "licence",
        "consent",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    # The sizes and formats of components/picture.html, ready before anybody asks.
    SHOWN_AS = "format-{avif,webp}|width-{480,960,1440}"

    # The same for the one picture that stands in components/site_header.html.
    SHOWN_AS_LOGO = "max-360x120|format-webp"

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        """What a screen reader says; nothing for a decorative picture."""
        return "" if self.is_decorative else self.description

    def make_sizes(self) -> None:
        """Make what pages show of the picture, so that no reader waits for it."""
        self.get_renditions(*Filter.expand_spec(self.SHOWN_AS))

    def make_logo(self) -> None:
        """Make what stands at the head of each page of a site."""
        self.get_rendition(self.SHOWN_AS_LOGO)

    def generate_rendition_file(
        self,
        filter: Filter,  # noqa: A002  (the name that Wagtail gives it)
        *,
        source: File | None = None,
    ) -> File:
        """Make a size that holds nothing but the picture."""
        bare = BareFilter(spec=filter.spec)
        return super().generate_rendition_file(bare, source=source)

    def clean(self) -> None:
        """Demand a whole picture, and words for it unless it is there for its looks."""
        super().clean()
        if self.file and not self.file._committed and not is_whole(self.file):
            message = _("The picture is damaged. Save it anew, and try once more.")
            raise ValidationError({"file": message})
        if not self.is_decorative and not self.description.strip():
            message = _(
                "Describe the picture for those who cannot see it, or mark it as "
                "decorative."
            )
            raise ValidationError({"description": message})


class SiteRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


# Of how many pictures the sizes are remembered: some megabytes in each process.
MOST_PICTURES = 300


def know_renditions(pictures: Sequence[SiteImage]) -> None:
    """Let each of *pictures* know its sizes: one question, and none for those known.

    They are remembered until anything changes; Wagtail adds what it makes meanwhile.
    """
    known: dict[int, list[SiteRendition]] = remember("renditions", dict)
    if len(known) > MOST_PICTURES:
        known.clear()
    # Looked up once: another thread may empty it meanwhile.
    sizes = {one.pk: known.get(one.pk) for one in pictures}
    prefetch_related_objects(
        [one for one in pictures if sizes[one.pk] is None], "renditions"
    )
    for one in pictures:
        if sizes[one.pk] is None:
            sizes[one.pk] = known[one.pk] = list(one.renditions.all())
        one.prefetched_renditions = sizes[one.pk]


class SiteDocument(AbstractDocument):
    """A file to download. A page is nearly always better."""

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Demand that a file is what its name says, and stays where it is signed."""
        super().clean()
        is_new = self.file and not self.file._committed
        if is_new and self._goes_with_signed_text():
            message = _(
                "Both sides have signed a text that this document goes with, so its "
                "file stays. Upload the other file as a document of its own."
            )
            raise ValidationError({"file": message})
        if is_new and not is_what_it_says(self.file, self.file_extension.lower()):
            message = _(
                "The file is not what its name says, is damaged, or holds macros. Save "
                "it anew in its program, without macros, and try once more."
            )
            raise ValidationError({"file": message})

    def _goes_with_signed_text(self) -> bool:
        if self.pk is None:
            return False
        pages = ReferenceIndex.get_references_to(self).filter(
            base_content_type=ContentType.objects.get_for_model(Page)
        )
        numbers = {int(one.object_id) for one in pages}
        found = Page.objects.filter(pk__in=numbers).specific()
        return any(getattr(one, "is_signed", False) for one in found)

    @property
    def is_open(self) -> bool:
        """Whether anyone may fetch it; of what is closed not even the title is told."""
        return self.collection_id not in closed_collections()

    @property
    def kind_and_size(self) -> tuple[str, int | None]:
        """The file's ending in lower case, and its size in bytes."""
        return self.file_extension.lower(), self.get_file_size()
