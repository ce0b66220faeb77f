"""Writing entries from records: what the services of every app that keeps entries share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from esv.editorial.models import CatalogueEntry, OrderedPart, Permanent
from esv.editorial.records import KeptRecord, Record, plain
from esv.search import services as search
from esv.search.entries import Entry

E = TypeVar("E", bound=CatalogueEntry)
M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Permanent)


class Findable(Protocol):
    """Something that search may be told about."""

    @property
    def key(self) -> str:
        """Kind and id."""

    @property
    def is_public(self) -> bool:
        """Whether visitors may see it."""


T = TypeVar("T", bound=Findable)

_NEVER_COPIED = {"id", "status", "owner", "review_due_on"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where entries come from: the folder and file, when they came in, and under which licence (SPDX code)."""

    name: str
    at: datetime
    licence: str = "CC-BY-4.0"


@transaction.atomic
def save_entries(
    entries: QuerySet[E],
    records: Sequence[KeptRecord],
    *,
    origin: Origin,
    links: Mapping[str, Mapping[str, Any]] | None = None,
    **fixed: Any,
) -> dict[str, E]:
    """Write the columns of entries; return them by id, in the given order.

    Args:
        entries: where to look for those that are there already.
        records: what to write.
        origin: where the records come from.
        links: by id, what the entry itself points at.
        fixed: what all entries have in common.
    """
    there = {entry.slug: entry for entry in entries.filter(slug__in=[record.slug for record in records])}
    saved = {}
    for record in records:
        entry = there.get(record.slug) or entries.model(slug=record.slug, **fixed)
        copy_columns(record, entry)
        for name, value in (links or {}).get(record.slug, {}).items():
            setattr(entry, name, value)
        _keep_books(entry, record, origin)
        entry.save()
        saved[record.slug] = entry
    return saved


def save_parts(
    parts: QuerySet[P],
    records: Mapping[str, Record],
    *,
    links: Mapping[str, Mapping[str, Any]] | None = None,
    **fixed: Any,
) -> dict[str, P]:
    """Write parts that have an id of their own, in order; parts that are no longer there are deleted.

    Args:
        parts: all parts of one whole, as they were.
        records: by id.
        links: by id, what the part points at.
        fixed: what all parts of this whole have in common.

    Raises:
        ProtectedError: a part that is to be deleted is still used.
    """
    there = {part.slug: part for part in parts}
    parts.exclude(slug__in=records).delete()
    saved = {}
    for position, (slug, record) in enumerate(records.items()):
        part = there.get(slug) or parts.model(slug=slug)
        copy_columns(record, part)
        for name, value in {**fixed, **(links or {}).get(slug, {}), "position": position}.items():
            setattr(part, name, value)
        part.save()
        saved[slug] = part
    return saved


def copy_columns(record: Record, row: Model) -> None:
    """Give a row every value of the record for which it has a column of the same name."""
    for name, value in columns(record, type(row)).items():
        setattr(row, name, value)


def columns(record: Record, model: type[Model]) -> dict[str, Any]:
    """The values of a record for which the model has a column of the same name; nothing is an empty text there."""
    fields = {field.name: field for field in model._meta.concrete_fields if not field.is_relation}
    shared = [name for name in type(record).model_fields if name in fields and name not in _NEVER_COPIED]
    values = {name: plain(getattr(record, name)) for name in shared}
    return {name: "" if value is None and not fields[name].null else value for name, value in values.items()}


def replace_links(link: type[OrderedPart], *, owner: str, target: str, targets: Mapping[Any, Sequence[Model]]) -> None:
    """Replace what each owner points at, in order; ``owner`` and ``target`` are the names of the two columns."""
    replace_rows(
        link,
        owner=owner,
        rows={
            thing: [link(**{owner: thing, target: other}, position=position) for position, other in enumerate(others)]
            for thing, others in targets.items()
        },
    )


def replace_rows(model: type[M], *, owner: str, rows: Mapping[Any, Sequence[M]]) -> list[M]:
    """Replace the rows that belong to each owner; return the new ones."""
    model._default_manager.filter(**{f"{owner}__in": list(rows)}).delete()
    return model._default_manager.bulk_create([row for belonging in rows.values() for row in belonging])


def make_findable(things: Iterable[T], entry_of: Callable[[T], Entry]) -> None:
    """Tell search about the things that are public, and have it forget those that are not."""
    all_things = list(things)
    search.put_many(entry_of(thing) for thing in all_things if thing.is_public)
    for thing in all_things:
        if not thing.is_public:
            search.remove(thing.key)


def _keep_books(entry: CatalogueEntry, record: KeptRecord, origin: Origin) -> None:
    entry.status = record.status
    entry.owner = record.owner or ""
    entry.review_due_on = record.review_due_on or entry.review_due_on or entry.first_review_due(origin.at.date())
    entry.imported_from, entry.imported_at, entry.licence = origin.name, origin.at, origin.licence
