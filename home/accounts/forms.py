"""The forms in which administrators keep the accounts of staff."""

from django import forms
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail.users.forms import UserCreationForm, UserEditForm

from home.models import Area, Organisation
from home.policies import municipality_of

from .models import User

FIELDS = ["title", "organisation", "areas"]


class StaffFields(forms.ModelForm):
    """What we ask of staff beyond Wagtail's own fields."""

    def narrow_to(self, administrator: User) -> None:
        """Offer only what *administrator* may give: roles and places of one's own.

        Nobody but a superuser makes superusers.
        """
        if administrator.is_superuser:
            return
        own = municipality_of(administrator)
        self.fields.pop("is_superuser", None)
        self.fields["organisation"].required = True
        self._offer("organisation", Organisation.objects.filter(municipality=own))
        self._offer("areas", Area.objects.filter(municipality=own))
        self._offer("groups", Group.objects.filter(role_group__municipality=own))

    def _offer(self, name: str, choices: QuerySet) -> None:
        """Let the field *name*, if the form has it, offer *choices* alone."""
        field = self.fields.get(name)
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = choices


class StaffCreationForm(StaffFields, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        fields = [*UserCreationForm.Meta.fields, *FIELDS]
        widgets = {
            **UserCreationForm.Meta.widgets,
            "areas": forms.CheckboxSelectMultiple,
        }


class StaffEditForm(StaffFields, UserEditForm):
    """An account that there is."""

    class Meta(UserEditForm.Meta):
        fields = [*UserEditForm.Meta.fields, *FIELDS]
        widgets = {**UserEditForm.Meta.widgets, "areas": forms.CheckboxSelectMultiple}
