from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks

from home.guide import FirstStep, add_page_url

from .models import AgreementIndexPage, AgreementPage


@hooks.register("first_steps", order=200)
def write_agreement(request: HttpRequest) -> FirstStep | None:
    """An agreement, for those who may write one."""
    url = add_page_url(request, AgreementIndexPage, AgreementPage)
    if url is None:
        return None
    return FirstStep(
        title=_("Publish an agreement"),
        text=_("What the municipality and the police have agreed, and for how long."),
        url=url,
    )
