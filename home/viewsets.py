"""Views of the admin that keep to what one of the staff may see.

Wagtail asks its policies whether somebody may change things of a kind at all; which of
them, its own lists and forms do not ask.
"""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
    SnippetCreateView,
)

from .policies import municipality_of

ANYTHING = ["view", "add", "change", "delete"]


class KeepsToOwn:
    """Part of a view: lists and opens only what its policy gives this person."""

    def get_base_queryset(self) -> QuerySet:
        """Return the rows of a list, without those of others."""
        rows = super().get_base_queryset()  # type: ignore[misc]
        return rows.filter(pk__in=self._own())

    def get_object(self, *args: Any, **kwargs: Any) -> Model | None:
        """Return what the address names, if anything; a new one is nobody's yet.

        Raises PermissionDenied if it is others'.
        """
        instance = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if instance is None or instance.pk is None:
            return instance
        if not self._own().filter(pk=instance.pk).exists():
            raise PermissionDenied
        return instance

    def _own(self) -> QuerySet:
        policy = policy_registry.get_by_type(self.model)  # type: ignore[attr-defined]
        user = self.request.user  # type: ignore[attr-defined]
        return policy.instances_user_has_any_permission_for(user, ANYTHING)


class KeepingToOwn:
    """Part of a viewset: each of its views keeps to what its policy gives."""

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        """Return the view, made to keep to its policy."""
        own_class = type(view_class.__name__, (KeepsToOwn, view_class), {})
        return super().construct_view(own_class, **kwargs)  # type: ignore[misc]


def offered(rows: QuerySet, user: AbstractUser) -> QuerySet:
    """Those of *rows* that *user* chooses among; all if one runs the installation."""
    if user.is_superuser:
        return rows
    return rows.filter(municipality=municipality_of(user))


class ChoosesOwn:
    """Part of a chooser: offers what belongs to the municipality of this person."""

    def get_object_list(self) -> QuerySet:
        """Return what can be chosen."""
        rows = super().get_object_list()  # type: ignore[misc]
        return offered(rows, self.request.user)  # type: ignore[attr-defined]


class OwnChooseView(ChoosesOwn, ChooseView):
    """The chooser as it opens."""


class OwnChooseResultsView(ChoosesOwn, ChooseResultsView):
    """The chooser after a search."""


class ChosenAmongOwn:
    """Part of a chooser: says nothing of what it does not offer."""

    def get_object(self, pk: str) -> Model:
        """Return what was chosen. Raises ObjectDoesNotExist for others'."""
        return self._offered().get(pk=pk)

    def get_objects(self, pks: list[str]) -> QuerySet:
        """Return those of *pks* that are offered."""
        return self._offered().filter(pk__in=pks)

    def _offered(self) -> QuerySet:
        rows = self.model_class.objects.all()  # type: ignore[attr-defined]
        return offered(rows, self.request.user)  # type: ignore[attr-defined]


class OwnChosenView(ChosenAmongOwn, SnippetChosenView):
    """One that was chosen."""


class OwnChosenMultipleView(ChosenAmongOwn, SnippetChosenMultipleView):
    """Several that were chosen."""


class MakesNothing(SnippetCreateView):
    """Nothing is made while one chooses: it has a form of its own."""

    def can_create(self) -> bool:
        """Refuse, whoever it is."""
        return False


class OwnChooserViewSet(SnippetChooserViewSet):
    """A choice among what belongs to one's own municipality."""

    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView
    chosen_view_class = OwnChosenView
    create_view_class = MakesNothing
    chosen_multiple_view_class = OwnChosenMultipleView
