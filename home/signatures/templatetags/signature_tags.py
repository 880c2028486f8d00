"""Shows beneath a text who has signed it, and what has been put right since."""

from django import template

from home.models.signatures import SignablePage
from home.signatures.models import Correction

register = template.Library()


@register.inclusion_tag("home/signatures/_corrections.html")
def corrections_of(page: SignablePage) -> dict:
    """Show the corrections of *page*, each with its day and who has made it."""
    return {"corrections": list(Correction.objects.of(page)) if page.pk else []}
