"""What may not be deleted, told in words before the database has to refuse."""

from collections.abc import Collection, Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT, SET_NULL, ForeignObjectRel, Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

Kinds = dict[type[Model], set[int]]


def what_holds(instances: Iterable[Model]) -> list[str]:
    """Return, in words, the kinds of rows that keep *instances* from being deleted.

    Empty if they may go. One short question for each relation, however many rows.
    """
    kinds = _by_kind(instances)
    found = {
        str(relation.related_model._meta.verbose_name_plural)
        for relation, rows in _pointing_at(kinds, PROTECT)
        if rows.exists()
    }
    return sorted(found)


def where_used(instances: Collection[Model]) -> list[str]:
    """Return, in words, every page and other thing that refers to *instances*.

    Wagtail's index knows what texts refer to; rows that it leaves out are asked for.
    """
    sources = list(_in_the_index(instances))
    for relation, rows in _pointing_at(_by_kind(instances), PROTECT, SET_NULL):
        is_known = relation.related_model in ReferenceIndex.tracked_models
        if relation.many_to_many or not is_known:
            sources += rows.distinct()[:50]
    return sorted({_in_words(one) for one in sources if one not in instances})


def _by_kind(instances: Iterable[Model]) -> Kinds:
    """The numbers of *instances* under each model that they are rows of."""
    kinds: Kinds = {}
    for instance in instances:
        for model in (type(instance), *type(instance)._meta.get_parent_list()):
            kinds.setdefault(model, set()).add(instance.pk)
    return kinds


def _pointing_at(
    kinds: Kinds, *on_delete: object
) -> Iterator[tuple[ForeignObjectRel, QuerySet]]:
    """Each relation that points here, with the rows that would remain.

    Those with one of *on_delete*, and those between many and many, whose rows would
    lose something in silence.
    """
    for model, keys in kinds.items():
        for relation in model._meta.get_fields(include_hidden=True):
            if not isinstance(relation, ForeignObjectRel):
                continue
            if not (relation.many_to_many or relation.on_delete in on_delete):
                continue
            rows = relation.related_model._base_manager.filter(
                **{f"{relation.field.name}__in": keys}
            )
            going = kinds.get(relation.related_model, set())
            yield relation, rows.exclude(pk__in=going)


def _in_the_index(instances: Collection[Model]) -> Iterator[Model]:
    """What Wagtail has noted as referring to any of *instances*."""
    references = ReferenceIndex.get_references_to_in_bulk(instances)
    noted = references.values_list("base_content_type", "object_id").distinct()
    for kind, number in noted:
        model = ContentType.objects.get_for_id(kind).model_class()
        source = model._base_manager.filter(pk=number).first() if model else None
        if source is not None:
            yield source.specific if isinstance(source, Page) else source


def _in_words(source: Model) -> str:
    """What *source* is, and what it is called."""
    name = str(source)
    if isinstance(source, Page):
        name = source.get_admin_display_title()
    kind = source._meta.verbose_name
    return _("%(kind)s “%(name)s”") % {"kind": kind, "name": name}


def pages_going_with(page: Page) -> list[Page]:
    """Return *page* and all beneath it, each as its own kind."""
    return list(page.get_descendants(inclusive=True).specific())
