"""From values to records: every record is checked against its schema, and every error is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from esv.editorial.records import KeptRecord, Path
from esv.exchange import reading
from esv.exchange.kinds import LAYOUTS, Kind, Layout
from esv.exchange.problems import Problem, worded
from esv.exchange.reading import Document, Unreadable

MOST_PROBLEMS = 1000  # of one list: more is no help, and a file of the wrong sort has millions


@dataclass(frozen=True, slots=True)
class Placed:
    """A record and where it stands."""

    kind: Kind
    record: KeptRecord
    document: Document
    path: Path

    def problem(self, path: Path, message: str, advice: str) -> Problem:
        """Something that is wrong with this record, in the field to which ``path`` leads."""
        return problem_at(self.document, self.path, path, message, advice)


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as it stands in a file, right or not."""

    kind: Kind
    item: Any
    document: Document
    path: Path


@dataclass(slots=True)
class Batch:
    """Everything that was read.

    Attributes:
        documents: the files that could be read.
        seen: every entry, right or not.
        records: the records that are right.
        problems: what is wrong.
        broken: kind and id of entries that are there but not right.
        unknown: kinds of which entries may be missing because their file could not be read.
    """

    documents: list[Document] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    records: list[Placed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: list[tuple[str, str]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def of(self, kind: Kind) -> list[Placed]:
        """The records of a kind."""
        return [placed for placed in self.records if placed.kind is kind]


def read_batch(files: Iterable[FilePath]) -> Batch:
    """Read files and check each record by itself; nothing stops at the first problem."""
    batch = Batch()
    for file in files:
        layout = LAYOUTS.get(file.name)
        if layout is None:
            batch.problems.append(_unknown_file(file))
            continue
        try:
            document = reading.read(file)
        except Unreadable as error:
            batch.problems.append(error.problem)
            batch.unknown |= {kind.name for kind in layout.kinds}
            continue
        batch.documents.append(document)
        batch.problems += document.problems
        _understand(document, layout, batch)
    return batch


def _unknown_file(file: FilePath) -> Problem:
    advice = _("These are known: %(names)s.") % {"names": ", ".join(sorted(LAYOUTS))}
    return Problem(f"{file.resolve().parent.name}/{file.name}", _("No file of this name is expected."), advice)


def _understand(document: Document, layout: Layout, batch: Batch) -> None:
    """Turn the values of a document into records, according to its layout."""
    if layout.items:
        _understand_list(document, layout.items, document.data, (), batch)
        return
    if not isinstance(document.data, dict):
        batch.problems.append(problem_at(document, (), (), *_needs_fields()))
        return
    sections = layout.sections or {}
    rest = {name: value for name, value in document.data.items() if name not in sections}
    if layout.head:
        _understand_one(document, layout.head, rest, (), batch)
    else:
        for name in rest:
            advice = _("Known here: %(names)s.") % {"names": ", ".join(sections)}
            batch.problems.append(problem_at(document, (), (name,), _("This part is not known here."), advice))
    for name, kind in sections.items():
        _understand_list(document, kind, document.data.get(name, []), (name,), batch)


def _needs_fields() -> tuple[str, str]:
    return _("This file must have parts with names."), _("Compare it with the starter edition.")


def _understand_list(document: Document, kind: Kind, items: Any, path: Path, batch: Batch) -> None:
    if not isinstance(items, list):
        advice = _("Begin each entry with a hyphen.")
        batch.problems.append(problem_at(document, (), path, _("This must be a list of entries."), advice))
        return
    before = len(batch.problems)
    for index, item in enumerate(items):
        if len(batch.problems) - before >= MOST_PROBLEMS:
            advice = _("Mend these first; what comes after has not been read.")
            batch.problems.append(problem_at(document, (), (*path, index), _("There are too many problems."), advice))
            batch.unknown.add(kind.name)
            return
        _understand_one(document, kind, item, (*path, index), batch)


def _understand_one(document: Document, kind: Kind, item: Any, path: Path, batch: Batch) -> None:
    batch.seen.append(Seen(kind, item, document, path))
    try:
        batch.records.append(Placed(kind, kind.record.model_validate(item), document, path))
    except ValidationError as error:
        batch.problems += _problems_of(error, document, path)
        batch.broken += [(kind.name, slug) for slug in _ids_in(item)]


def _problems_of(error: ValidationError, document: Document, base: Path) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        yield problem_at(document, base, details["loc"], *worded(details))


def _ids_in(item: Any) -> Iterator[str]:
    """Every id in an entry that is not right, so that what points at it is not reported as well."""
    if isinstance(item, dict):
        if isinstance(item.get("id"), str):
            yield item["id"]
        for value in item.values():
            yield from _ids_in(value)
    elif isinstance(item, list):
        for value in item:
            yield from _ids_in(value)


def problem_at(document: Document, base: Path, path: Path, message: str, advice: str) -> Problem:
    """A problem with its line and entry looked up."""
    whole = (*base, *path)
    return Problem(
        document.name, message, advice, document.line(whole), reading.entry_at(document.data, whole), path or base
    )
