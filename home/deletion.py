"""What may not be deleted, told in words before the database has to refuse."""

from collections.abc import Iterable

from django.db.models import PROTECT, Model, QuerySet
from wagtail.models import Page, ReferenceIndex


def what_holds(instances: Iterable[Model]) -> list[str]:
    """Return, in words, the kinds of rows that keep *instances* from being deleted.

    Empty if they may go. One short question for each relation, however many rows.
    """
    kinds: dict[type[Model], set[int]] = {}
    for instance in instances:
        for model in (type(instance), *type(instance)._meta.get_parent_list()):
            kinds.setdefault(model, set()).add(instance.pk)
    found = []
    for model, keys in kinds.items():
        for relation in model._meta.related_objects:
            if getattr(relation, "on_delete", None) is not PROTECT:
                continue
            rows = relation.related_model._base_manager.filter(
                **{f"{relation.field.name}__in": keys}
            )
            if _held_from_outside(rows, relation.related_model, kinds):
                found.append(str(relation.related_model._meta.verbose_name_plural))
    return sorted(set(found))


def _held_from_outside(
    rows: QuerySet, model: type[Model], going: dict[type[Model], set[int]]
) -> bool:
    """Whether any of *rows* would remain when everything in *going* is gone."""
    return rows.exclude(pk__in=going.get(model, set())).exists()


def pages_going_with(page: Page) -> list[Page]:
    """Return *page* and all beneath it, each as its own kind."""
    return list(page.get_descendants(inclusive=True).specific())


def is_used(instance: Model) -> bool:
    """Whether any page or other text refers to *instance*."""
    return ReferenceIndex.get_grouped_references_to(instance).exists()
