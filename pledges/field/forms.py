"""Once more done: where, a line, a photo. Nothing has to be typed."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.models import Area
from home.news.forms import Chips
from pledges.forms import EvidenceForm

from .measures import OwnMeasure

NOWHERE = ""


class FieldForm(EvidenceForm):
    """One more, today, here."""

    default_renderer = import_string(settings.PUBLIC_FORM_RENDERER)

    count = forms.IntegerField(
        label=gettext_lazy("How many"),
        min_value=1,
        max_value=99,
        initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    area = Chips(label=gettext_lazy("Where?"), required=False)
    document = None  # type: ignore[assignment]  # a phone has none at hand
    link = None  # type: ignore[assignment]

    field_order = (
        "area",
        "text",
        "anyway",
        "picture",
        "picture_description",
        "nobody_shown",
        "count",
        "happened_on",
    )

    def __init__(self, *args: Any, own: OwnMeasure, **more: Any) -> None:
        super().__init__(*args, **more)
        areas = list(own.page.areas.all()) or list(
            Area.objects.filter(municipality=own.pledge.municipality_id)[:12]
        )
        self.areas = {str(area.pk): area for area in areas}
        named = [(key, area.name) for key, area in self.areas.items()]
        none = (NOWHERE, _("No certain place"))
        self.fields["area"].choices = [*named, none]  # type: ignore[attr-defined]
        first = named[0][0] if len(named) == 1 else NOWHERE
        self.initial.setdefault("area", first)

    def clean_area(self) -> Area | None:
        """Return the area itself."""
        return self.areas.get(self.cleaned_data["area"])
