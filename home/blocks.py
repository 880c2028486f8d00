"""The building blocks of which editors make the text of a page."""

import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from .generation import remember
from .visibility import is_readable

TEXT_FEATURES = ["h3", "h4", "bold", "ol", "ul", "link", "document-link"]
SHORT_FEATURES = ["bold", "ul", "link"]


class OrganisationChooserBlock(SnippetChooserBlock):
    """A choice among the organisations, shown from memory."""

    def __init__(self, target_model: str = "home.Organisation", **kwargs: Any) -> None:
        super().__init__(target_model, **kwargs)

    def to_python(self, value: int | None) -> Model | None:
        """Return the organisation of this number, without asking the database."""
        return None if value is None else self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: list[int]) -> list[Model | None]:
        """Return the organisations of these numbers, without asking the database."""
        known = self.model_class.remembered()
        return [copy.copy(known.get(value)) for value in values]


class LinkedPageBlock(blocks.PageChooserBlock):
    """A choice among the pages, shown from memory."""

    def to_python(self, value: int | None) -> Model | None:
        """Return the page of this number, asked for once a generation."""
        return None if value is None else self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: list[int]) -> list[Model | None]:
        """Return the pages of these numbers, each asked for once a generation."""
        return [copy.copy(_remembered_page(value)) for value in values]

    def deconstruct(self) -> tuple[str, tuple, dict]:
        """Tell migrations of Wagtail's block: only the way to the page is ours."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class LinkValue(blocks.StructValue):
    """A link, as those who read the page meet it."""

    @property
    def words(self) -> str:
        """What the link says: the editor's own words, else the page's title."""
        return self["text"] or self["page"].title

    @property
    def is_open(self) -> bool:
        """Whether it leads somewhere, and anyone may go there."""
        page = self["page"]
        return bool(self["url"]) if page is None else is_readable(page)


class LinksValue(blocks.StructValue):
    """A list of links."""

    @property
    def open_links(self) -> list[LinkValue]:
        """Those that anyone may follow; the titles of the others stay unknown."""
        return [link for link in self["links"] if link.is_open]


def _remembered_page(number: int) -> Page | None:
    return remember(
        ("linked_page", number), lambda: Page.objects.filter(pk=number).first()
    )


class QuoteBlock(blocks.StructBlock):
    """What somebody said, by role; a name only with that person's consent."""

    text = blocks.TextBlock(label=_("What was said"))
    role = blocks.CharBlock(
        label=_("Role and organisation"),
        max_length=150,
        help_text=_("Such as: head of the local police district."),
    )
    name = blocks.CharBlock(
        label=_("Name"),
        required=False,
        max_length=100,
        help_text=_("Roles last longer than persons. Leave empty if you can."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "home/blocks/quote.html"


class PictureBlock(blocks.StructBlock):
    """A picture with words for those who cannot see it, and a caption."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption of the picture"),
        required=False,
        max_length=300,
        help_text=_("The photographer is added by itself."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "home/blocks/picture.html"


class FactBoxBlock(blocks.StructBlock):
    """Something worth knowing beside the text, such as what a word means."""

    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=SHORT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        template = "home/blocks/fact_box.html"


class DocumentBlock(blocks.StructBlock):
    """A file to download, with a line on what it holds."""

    document = DocumentChooserBlock(label=_("Document"))
    description = blocks.CharBlock(
        label=_("What it holds"), required=False, max_length=200
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "home/blocks/document.html"


class LinkBlock(blocks.StructBlock):
    """One way on: to a page here, or to an address elsewhere."""

    page = LinkedPageBlock(label=_("Page here"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)
    text = blocks.CharBlock(
        label=_("Words of the link"),
        required=False,
        max_length=120,
        help_text=_("Say where it leads. Empty: the title of the page here."),
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Raise StructBlockValidationError for a link that leads to none or to two."""
        value = super().clean(value)
        page, url, text = value.get("page"), value.get("url"), value.get("text")
        errors = {}
        if bool(page) == bool(url):
            message = _(
                "Choose a page here or write an address elsewhere, one of the two."
            )
            errors["page"] = ValidationError(message)
        elif url and not text:
            message = _("Write what the link leads to, such as: the police's own page.")
            errors["text"] = ValidationError(message)
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue


class LinksBlock(blocks.StructBlock):
    """A list of ways on."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("List of links")
        template = "home/blocks/links.html"
        value_class = LinksValue


class ContactBlock(blocks.StructBlock):
    """Whom to ask: an organisation as it stands among the organisations."""

    organisation = OrganisationChooserBlock(label=_("Organisation"))
    text = blocks.CharBlock(
        label=_("Answers questions about"),
        required=False,
        max_length=200,
        help_text=_("Empty: what the organisation says of itself."),
    )

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "home/blocks/contact.html"


class TableBlock(blocks.StructBlock):
    """Figures or facts in rows; the first column names each row."""

    caption = blocks.CharBlock(
        label=_("What the table shows"),
        max_length=200,
        help_text=_("Read out before the table to those who cannot see it."),
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            (
                "number",
                blocks.DecimalBlock(
                    label=_("Number"),
                    required=False,
                    template="home/blocks/number.html",
                ),
            ),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "home/blocks/table.html"


class BodyBlock(blocks.StreamBlock):
    """The text of a page, piece by piece."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=150,
        icon="title",
        template="home/blocks/heading.html",
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=TEXT_FEATURES,
        icon="pilcrow",
        template="home/blocks/text.html",
    )
    quote = QuoteBlock()
    picture = PictureBlock()
    fact_box = FactBoxBlock()
    document = DocumentBlock()
    links = LinksBlock()
    contact = ContactBlock()
    table = TableBlock()

    class Meta:
        required = False


class SupportLineBlock(blocks.StructBlock):
    """Somewhere to ring or write, for those who need help now."""

    name = blocks.CharBlock(label=_("Name"), max_length=100)
    phone = blocks.CharBlock(label=_("Phone"), required=False, max_length=30)
    url = blocks.URLBlock(label=_("Web page"), required=False)
    note = blocks.CharBlock(
        label=_("When and for whom"),
        required=False,
        max_length=200,
        help_text=_("Such as: open day and night, free of charge, not on the bill."),
    )

    class Meta:
        icon = "help"
        label = _("Support line")


class ForumMemberBlock(blocks.StructBlock):
    """A seat in a forum: a role of an organisation, never a person."""

    organisation = OrganisationChooserBlock(label=_("Organisation"))
    role = blocks.CharBlock(label=_("Role"), max_length=120)


class ForumBlock(blocks.StructBlock):
    """Where the parties meet, such as the situation group."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    purpose = blocks.TextBlock(label=_("What it is for"), required=False)
    rhythm = blocks.CharBlock(
        label=_("How often it meets"),
        required=False,
        max_length=120,
        help_text=_("Such as: every Tuesday."),
    )
    members = blocks.ListBlock(
        ForumMemberBlock(), label=_("Members by role"), default=[]
    )

    class Meta:
        icon = "group"
        label = _("Forum")


class RelatedAgreementBlock(blocks.StructBlock):
    """An agreement of a neighbouring municipality."""

    municipality = blocks.CharBlock(label=_("Municipality"), max_length=100)
    title = blocks.CharBlock(
        label=_("What it is called"), required=False, max_length=200
    )
    url = blocks.URLBlock(label=_("Web page"), required=False)
    note = blocks.CharBlock(
        label=_("How it stands"),
        required=False,
        max_length=200,
        help_text=_("Such as: in force, or being prepared."),
    )

    class Meta:
        icon = "link-external"
        label = _("Agreement elsewhere")
