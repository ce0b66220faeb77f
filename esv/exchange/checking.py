"""What must be right between entries: ids, references, hierarchies and comparisons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from esv.editorial.records import references_in
from esv.editorial.references import reference_for
from esv.exchange.kinds import CONCEPT, FIGURE, GUIDE, SOURCE, TERM, THEME, Kind
from esv.exchange.problems import Problem
from esv.exchange.understanding import Batch, Placed, problem_at
from esv.glossary.hierarchy import circles
from esv.glossary.models import DisputedDefinition
from esv.glossary.records import ConceptRecord, ThemeRecord
from esv.knowledge.models import Source
from esv.knowledge.records import FigureRecord, InstrumentId

Known = Mapping[str, set[str]]

INSIDE = {SOURCE.name: (InstrumentId.kind,), TERM.name: ("definition",), GUIDE.name: ("need", "function")}
KIND_NAMES = {
    "theme": gettext_lazy("theme"),
    "concept": gettext_lazy("concept"),
    "definition": gettext_lazy("definition"),
    "source": gettext_lazy("source"),
    "instrument": gettext_lazy("instrument"),
    "perspective": gettext_lazy("action perspective"),
    "figure": gettext_lazy("figure"),
    "need": gettext_lazy("need"),
    "function": gettext_lazy("function"),
}


def problems_between(batch: Batch, current: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Everything that is wrong between the entries of a batch and the current ones (by kind and id)."""
    yield from _duplicates(batch)
    yield from _missing_references(batch, _known_ids(batch, current))
    yield from _same_references(batch, current)
    for kind in (THEME, CONCEPT):
        yield from _circles(batch, kind, current[kind.name])
    yield from _one_sided_comparisons(batch, current[FIGURE.name])


def _duplicates(batch: Batch) -> Iterator[Problem]:
    first: dict[tuple[str, str], Placed] = {}
    for placed in batch.records:
        for kind, slug, path in placed.record.defined():
            if kind == InstrumentId.kind:
                continue
            other = first.setdefault((kind, slug), placed)
            line = other.document.line((*other.path, "id"))
            if other is not placed or line != placed.document.line((*placed.path, "id")):
                where = {"file": other.document.name, "line": line, "id": slug}
                message = _("The id %(id)s is taken already (%(file)s, line %(line)s).") % where
                yield placed.problem(path, message, _("Ids are permanent and unique: choose another."))


def _known_ids(batch: Batch, current: Mapping[str, Mapping[str, object]]) -> Known:
    known: dict[str, set[str]] = defaultdict(set, {name: set(records) for name, records in current.items()})
    coming_sources = {placed.record.slug for placed in batch.of(SOURCE)}
    known[InstrumentId.kind] = set(Source.objects.instruments().values_list("slug", flat=True)) - coming_sources
    known["definition"] = set(DisputedDefinition.objects.values_list("slug", flat=True))
    for placed in batch.records:
        for kind, slug, _path in placed.record.defined():
            known[kind].add(slug)
    for kind, slug in batch.broken:
        for name in (kind, *INSIDE.get(kind, ())):
            known[name].add(slug)
    return known


def _missing_references(batch: Batch, known: Known) -> Iterator[Problem]:
    unknown = batch.unknown | {name for kind in batch.unknown for name in INSIDE.get(kind, ())}
    for seen in batch.seen:
        for path, reference in references_in(seen.kind.record, seen.item):
            if reference.kind in unknown or reference in known[reference.kind]:
                continue
            where = {"id": reference, "kind": KIND_NAMES[reference.kind]}
            message = _("There is no %(kind)s with the id %(id)s.") % where
            yield problem_at(seen.document, seen.path, path, message, _("Check the spelling, or add the entry."))


def _same_references(batch: Batch, current: Mapping[str, Mapping[str, object]]) -> Iterator[Problem]:
    """Two ids of one kind that would get the same short reference, so rare that the id has to give way."""
    for kind in {placed.kind for placed in batch.records}:
        by_reference = {reference_for(kind.name, slug): slug for slug in current[kind.name]}
        for placed in batch.of(kind):
            other = by_reference.setdefault(reference_for(kind.name, placed.record.slug), placed.record.slug)
            if other != placed.record.slug:
                message = _("Its short reference is that of %(id)s.") % {"id": other}
                yield placed.problem(("id",), message, _("Choose another id for this new entry."))


def _circles(batch: Batch, kind: Kind, current: Mapping[str, ThemeRecord | ConceptRecord]) -> Iterator[Problem]:
    broader: dict[str, str | None] = {slug: record.broader for slug, record in current.items()}
    coming = {placed.record.slug: placed for placed in batch.of(kind)}
    for slug, placed in coming.items():
        record = placed.record
        if isinstance(record, ThemeRecord | ConceptRecord):
            broader[slug] = record.broader
    for circle in circles(broader):
        found = next((coming[slug] for slug in circle if slug in coming), None)
        if found:
            message = _("This stands under itself: %(circle)s.") % {"circle": " → ".join(circle)}
            yield found.problem(("broader",), message, _("Take one step out of the circle."))


def _one_sided_comparisons(batch: Batch, current: Mapping[str, FigureRecord]) -> Iterator[Problem]:
    figures = dict(current)
    coming = {placed.record.slug: placed for placed in batch.of(FIGURE)}
    for slug, placed in coming.items():
        if isinstance(placed.record, FigureRecord):
            figures[slug] = placed.record
    sides: dict[str, Callable[[FigureRecord], set[str]]] = {"comparable_with": _may, "not_comparable_with": _may_not}
    for slug, placed in coming.items():
        for side, others in sides.items():
            for other in others(figures[slug]):
                if other in figures and slug not in others(figures[other]):
                    message = _("%(other)s does not say the same of this figure.") % {"other": other}
                    yield placed.problem((side,), message, _("Name both figures in the same list of each other."))


def _may(figure: FigureRecord) -> set[str]:
    return {str(other) for other in figure.comparable_with}


def _may_not(figure: FigureRecord) -> set[str]:
    return {str(other.id) for other in figure.not_comparable_with}
