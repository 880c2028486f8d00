"""The accessible look of readers' forms: mistakes listed first, help and errors tied.

A form for readers says ``default_renderer = FormRenderer``; Wagtail's keep their own.
"""

from typing import Any

from django.forms import BoundField, CheckboxInput, Widget
from django.forms.renderers import TemplatesSetting


class StyledField(BoundField):
    """A field that wears the design system's class, and knows what sort it is."""

    @property
    def is_tick(self) -> bool:
        """Whether it is one box to tick, whose words come after it."""
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_choice_list(self) -> bool:
        """Whether it is several boxes or buttons under one heading."""
        return self.use_fieldset and bool(self.subwidgets)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        """Add the class that the stylesheet knows fields by."""
        attrs = super().build_widget_attrs(attrs, widget)
        own = (widget or self.field.widget).attrs.get("class", "")
        return {**attrs, "class": f"{own} ds-input".strip()}


class FormRenderer(TemplatesSetting):
    """Shows ``{{ form }}`` and ``{{ field.as_field_group }}`` by our own templates."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    bound_field_class = StyledField
