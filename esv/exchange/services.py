"""Bringing the catalogue in and out, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from esv.editorial.records import KeptRecord
from esv.editorial.services import Origin
from esv.exchange import catalogue, writing
from esv.exchange.checking import problems_between
from esv.exchange.kinds import KINDS, LAYOUTS, Kind
from esv.exchange.models import ImportedFile
from esv.exchange.problems import Problem
from esv.exchange.reading import Document
from esv.exchange.selectors import files_in, fingerprint, teller
from esv.exchange.understanding import Batch, Placed, read_batch
from esv.search import services as search
from esv.search import versions

Progress = Callable[[Sequence[Kind]], Iterable[Kind]]


class ImportRefusedError(Exception):
    """Something is wrong, and nothing was imported; ``problems`` says what, in the order of the files."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class KindReport:
    """What an import did with one kind; all are ids.

    ``left_alone`` were there already and are in none of the files.
    """

    label: str | Promise
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    left_alone: tuple[str, ...]


def import_catalogue(
    paths: Sequence[Path], *, now: datetime, dry_run: bool = False, progress: Progress = iter
) -> list[KindReport]:
    """Import files, or every YAML file of folders, in one transaction.

    Everything is checked before anything is written. What is in the database but not in the files stays as it is.

    Args:
        paths: folders and files.
        now: the moment that is kept as that of the import.
        dry_run: do everything, then undo it.
        progress: given the kinds, hands them out one by one and may show how far it is.

    Raises:
        ImportRefusedError: something is wrong; nothing was imported.
    """
    files = _files(paths)
    if not files:
        advice = _("Name a folder with files such as sources.yaml.")
        raise ImportRefusedError([Problem(", ".join(map(str, paths)), _("There is nothing to import here."), advice)])
    batch = read_batch(files)
    with transaction.atomic():
        current = {kind.name: kind.current() for kind in KINDS}
        problems = [*batch.problems, *problems_between(batch, current)]
        if problems:
            raise ImportRefusedError(_sorted(problems))
        reports = [_keep(kind, current[kind.name], batch, now) for kind in progress(_kinds_in(batch))]
        for document in batch.documents:
            _remember(document, now)
        transaction.set_rollback(dry_run)
    return reports


def _files(paths: Sequence[Path]) -> list[Path]:
    return [file for path in paths for file in (files_in(path) if path.is_dir() else [path])]


def _kinds_in(batch: Batch) -> list[Kind]:
    there = {placed.kind.name for placed in batch.records}
    return [kind for kind in KINDS if kind.name in there]


def _keep(kind: Kind, current: Mapping[str, KeptRecord], batch: Batch, now: datetime) -> KindReport:
    placed = [_with_what_is_kept(one, current) for one in batch.of(kind)]
    differing = [one for one in placed if current.get(one.record.slug) != one.record]
    for document, group in groupby(differing, key=lambda one: one.document.name):
        _write(kind, list(group), Origin(document, now))
    fresh = [one.record.slug for one in placed]
    written = {one.record.slug for one in differing}
    return KindReport(
        kind.label,
        added=tuple(slug for slug in fresh if slug not in current),
        changed=tuple(slug for slug in fresh if slug in written and slug in current),
        unchanged=tuple(slug for slug in fresh if slug not in written),
        left_alone=tuple(slug for slug in current if slug not in set(fresh)),
    )


def _with_what_is_kept(placed: Placed, current: Mapping[str, KeptRecord]) -> Placed:
    there = current.get(placed.record.slug)
    if there is None:
        return placed
    return Placed(placed.kind, placed.record.keeping(there), placed.document, placed.path)


def _write(kind: Kind, placed: Sequence[Placed], origin: Origin) -> None:
    try:
        kind.keep([one.record for one in placed], origin=origin)
    except ProtectedError as error:
        used = ", ".join(sorted({str(thing) for thing in error.protected_objects}))
        message = _("Something that is gone from this file is still used by: %(used)s.") % {"used": used}
        raise ImportRefusedError([Problem(origin.name, message, _("Change that first."))]) from error
    except IntegrityError as error:
        message = _("The database refuses this: %(why)s.") % {"why": str(error).splitlines()[0]}
        raise ImportRefusedError([Problem(origin.name, message)]) from error


def _remember(document: Document, now: datetime) -> None:
    ImportedFile.objects.update_or_create(
        sha256=fingerprint(document.content), defaults={"name": document.name, "imported_at": now}
    )


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0))


def export_catalogue(folder: Path) -> list[Path]:
    """Write the whole catalogue as files that can be imported again; return them.

    Files of the same names are replaced, other files in the folder are left alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [writing.write(folder / name, layout) for name, layout in LAYOUTS.items()]


@transaction.atomic
def refresh_search() -> int:
    """Tell search about every public entry as it is now; return how many were new or different.

    Needed when the code or the words that tell search about entries have changed (``selectors.teller``).
    """
    changed = search.put_many(catalogue.entries())
    versions.remember_maker(teller())
    return changed
