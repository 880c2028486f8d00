"""What templates of any page ask for."""

from typing import NamedTuple

from django import template
from wagtail.blocks import StreamValue

register = template.Library()

FEWEST_WORTH_A_LIST = 3


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
