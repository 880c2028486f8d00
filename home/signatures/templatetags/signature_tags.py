"""Shows beneath a text who has signed it, and what has been put right since."""

from django import template

from home.generation import remember
from home.models.signatures import SignablePage
from home.signatures.models import Correction

register = template.Library()


@register.inclusion_tag("home/signatures/_corrections.html")
def corrections_of(page: SignablePage) -> dict:
    """Show the corrections of *page*, each with its day and who has made it.

    Asked for once a generation: each correction begins a new one.
    """
    if page.pk is None:
        return {"corrections": ()}
    made = remember(("corrections", page.pk), lambda: _made(page))
    return {"corrections": made}


def _made(page: SignablePage) -> tuple[Correction, ...]:
    return tuple(Correction.objects.of(page))
