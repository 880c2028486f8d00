"""The agreement that holds today, for pages that are not about agreements."""

from django import template
from django.utils import timezone
from wagtail.models import Page

from home.agreements.models import AgreementPage, FocusAreaPage
from home.visibility import readable

register = template.Library()


@register.simple_tag
def agreement_in_force(page: Page) -> AgreementPage | None:
    """Return the newest agreement beneath *page* that holds today, if there is one."""
    agreements = AgreementPage.objects.descendant_of(page).in_force(
        timezone.localdate()
    )
    newest_first = readable(agreements).select_related("successor")
    return newest_first.order_by("-starts_on", "-pk").first()


@register.simple_tag
def focus_areas_of(agreement: AgreementPage) -> list[FocusAreaPage]:
    """Return what *agreement* is about, in its own order."""
    named = FocusAreaPage.objects.filter(naming_agreements__agreement=agreement.pk)
    return list(readable(named).order_by("naming_agreements__sort_order"))


@register.simple_tag
def agreements_about(focus_area: FocusAreaPage) -> list[AgreementPage]:
    """Return the public agreements that name *focus_area*, the newest first."""
    naming = AgreementPage.objects.filter(named_focus_areas__focus_area=focus_area.pk)
    newest_first = readable(naming).order_by("-starts_on")
    return list(newest_first.select_related("successor")[:20])
