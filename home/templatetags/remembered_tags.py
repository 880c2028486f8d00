"""Parts of pages that many pages share: made once, until anything changes."""

from collections.abc import Sequence

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Site

from home.generation import remember

register = template.Library()


class Remembered(template.Node):
    """A part of a template that looks the same wherever *vary* is the same."""

    def __init__(
        self, name: str, vary: Sequence[FilterExpression], nodelist: NodeList
    ) -> None:
        self.name, self.vary, self.nodelist = name, vary, nodelist

    def render(self, context: Context) -> SafeString:
        """Return what was made of it earlier in this generation, or make it now."""
        request = getattr(context, "request", None)
        if request is None or getattr(request, "is_preview", False):
            return self.nodelist.render(context)
        site = Site.find_for_request(request)
        vary = [one.resolve(context) for one in self.vary]
        return remember(
            ("part", self.name, site.pk if site else None, get_language(), *vary),
            lambda: self.nodelist.render(context),
        )


@register.tag
def remembered(parser: Parser, token: Token) -> Remembered:
    """Make what stands up to ``endremembered`` once for each site and language.

    ``{% remembered "header" frame.menu path %}``: a name of its own, then everything
    else that it depends on, such as rows, or tuples of frozen dataclasses. It must hold
    nothing of one reader, and nothing that changes by the clock.
    """
    _tag, name, *vary = token.split_contents()
    nodelist = parser.parse(("endremembered",))
    parser.delete_first_token()
    return Remembered(name, [parser.compile_filter(one) for one in vary], nodelist)
