"""Reading entries back as records: what the selectors of every app that keeps entries share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from django.db.models import Model, QuerySet

from esv.editorial.models import Permanent
from esv.editorial.records import Record

P = TypeVar("P", bound=Permanent)
R = TypeVar("R", bound=Record)


def as_record(kind: type[R], row: Model, **others: Any) -> R:
    """Make the record of a row: columns of the same name, and whatever else is given.

    Nothing is checked: what is in the database can always be written to a file.
    """
    return construct(kind, **(_shared_values(kind, row) | others))


def construct(kind: type[R], **values: Any) -> R:
    """Make a record of values without checking them."""
    return cast("R", kind.model_construct(**values))


def _shared_values(kind: type[Record], row: Model) -> dict[str, Any]:
    columns = {field.name for field in row._meta.concrete_fields if not field.is_relation} - {"id"}
    values = {name: getattr(row, name) for name in kind.model_fields if name in columns}
    return {name: None if value == "" else value for name, value in values.items()}


def by_slug(things: QuerySet[P]) -> dict[str, P]:
    """The things by their id."""
    return {thing.slug: thing for thing in things}


def slugs(things: Iterable[Permanent]) -> list[str]:
    """The ids of things, in order."""
    return [thing.slug for thing in things]
