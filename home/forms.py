"""Forms of the admin that keep to one municipality."""

from typing import Any

from django.forms import ModelChoiceField

from .personal_data.forms import NoIdentityNumbers
from .policies import municipality_of


class OfOwnMunicipalityForm(NoIdentityNumbers):
    """Offers one's own municipality and what belongs to it, no other's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.for_user
        if user is None or user.is_superuser:
            return
        own = municipality_of(user)
        chosen = self.fields["municipality"]
        if isinstance(chosen, ModelChoiceField) and chosen.queryset is not None:
            chosen.queryset = chosen.queryset.filter(pk=own)
            chosen.empty_label = None
            self.initial.setdefault("municipality", own)
        whole = self.fields.get("part_of")
        if isinstance(whole, ModelChoiceField) and whole.queryset is not None:
            whole.queryset = whole.queryset.filter(municipality=own)
