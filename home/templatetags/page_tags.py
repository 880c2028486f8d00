"""What templates of any page ask for."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.forms import BaseForm
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.blocks import StreamValue

from config.forms import FormRenderer

register = template.Library()

FEWEST_WORTH_A_LIST = 3

# The first halves of the long words of this field: where a heading may be broken.
FIRST_HALVES = re.compile(
    r"\b(bostads|brotts|medborgar|områdes|polismyndighets|samverkans|säkerhets"
    r"|tillgänglighets|trafik|trygghets|vålds)(?=\w{9})",
    re.IGNORECASE,
)
SOFT_HYPHEN = "\u00ad"


class Heading(NamedTuple):
    """A heading in a page's text, and the id that leads to it."""

    id: str
    text: str


@register.filter
def headings(body: StreamValue) -> list[Heading]:
    """Return the headings of *body*; none where they are too few to need a list.

    The ids are those that ``components/body.html`` writes.
    """
    found = [
        Heading(f"avsnitt-{number}", str(block.value))
        for number, block in enumerate(body, start=1)
        if block.block_type == "heading"
    ]
    return found if len(found) >= FEWEST_WORTH_A_LIST else []


@register.filter
def breakable(address: str) -> str:
    """Return an e-mail *address* that a narrow screen breaks before its @.

    >>> breakable("omradespolis@example.org")
    'omradespolis<wbr>@example.org'
    """
    name, _at, host = address.rpartition("@")
    return format_html("{}<wbr>@{}", name, host) if name else address


@register.filter
def hyphenated(heading: str) -> str:
    """Return *heading* with places where a narrow screen may break its long words.

    Not every browser knows how Swedish words are broken.

    >>> hyphenated("Trygghetsvandringar i maj").split(SOFT_HYPHEN)
    ['Trygghets', 'vandringar i maj']
    """
    return FIRST_HALVES.sub(rf"\1{SOFT_HYPHEN}", heading)


@register.filter
def swedish(words: str) -> str:
    """Mark *words*, which have only their Swedish, on pages in other languages.

    So that a screen reader says them as Swedish (WCAG 3.1.2).
    """
    language = settings.LANGUAGE_CODE
    if not words or get_language() == language:
        return words
    return format_html('<span lang="{}">{}</span>', language, words)


@register.filter
def host(url: str) -> str:
    """Return whose address *url* is, as people say it.

    >>> host("https://www.example.org/help/")
    'example.org'
    """
    return (urlsplit(url).hostname or url).removeprefix("www.")


@register.filter
def as_ours(form: BaseForm) -> BaseForm:
    """Give *form*, one that a package brings, the look of our own.

    Placeholders go: the label says the same, and stays while one types.
    """
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    form.renderer = FormRenderer()
    form.bound_field_class = FormRenderer.bound_field_class
    return form


@register.simple_tag
def static_if_there(path: str) -> str:
    """Return the address of a static file, or nothing where it has not been collected.

    For the pages that tell of a fault: they must not have one of their own.
    """
    try:
        return staticfiles_storage.url(path)
    except ValueError:
        return ""
