"""Who may read a page; what both sides have signed, everybody may."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin import auth
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import Page, PageViewRestriction

from .models import Signature


class PrivacyForm(PageViewRestrictionForm):
    """Takes a restriction away, and sets none above what is signed."""

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def clean(self) -> dict[str, Any]:
        """Refuse to hide what both sides have signed, here or anywhere beneath."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("restriction_type", PageViewRestriction.NONE)
        if kind == PageViewRestriction.NONE:
            return cleaned
        signed = Signature.objects.pages_signed_from(self.page).first()
        if signed is not None:
            words = _(
                "“%(title)s” is signed and stays public. Everybody must be able to "
                "read this page, and what lies beneath it."
            )
            title = signed.get_admin_display_title()
            self.add_error("restriction_type", words % {"title": title})
        return cleaned


class SetPrivacy(SetPrivacyView):
    """Wagtail's dialogue, with our form."""

    form_class = PrivacyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form which page it is about."""
        return {**super().get_form_kwargs(), "page": self.page}


set_privacy = auth.require_admin_access(SetPrivacy.as_view())
