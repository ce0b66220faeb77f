"""Every write of sources, perspectives and figures; those of dilemmas and exercises stand in ``dialogue_services``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet

from esv.editorial.models import Permanent
from esv.editorial.selectors import by_slug
from esv.editorial.services import Origin, columns, make_findable, replace_links, replace_rows, save_entries
from esv.glossary.models import Concept, DisputedDefinition
from esv.knowledge import indexing, selectors
from esv.knowledge.models import (
    ActionPerspective,
    Chair,
    ChannelSource,
    DefinitionSource,
    EvidenceDimension,
    EvidenceFinding,
    EvidenceFindingSource,
    Figure,
    FigureComparison,
    FunctionSource,
    HarmCheck,
    PerspectiveConcept,
    PerspectiveInstrument,
    PerspectiveSource,
    PerspectiveStep,
    PerspectiveTheme,
    RouteSource,
    Source,
    SourceTheme,
)
from esv.knowledge.records import FigureRecord, PerspectiveRecord, SourceRecord
from esv.network.models import OrganisationalFunction, RoleRoute, SupportChannel


@transaction.atomic
def keep_sources(records: Sequence[SourceRecord], *, origin: Origin) -> None:
    """Write sources with their themes and make them findable."""
    saved = save_entries(Source.objects.all(), records, origin=origin)
    themes = by_slug(Concept.objects.themes())
    targets = {saved[record.id]: [themes[slug] for slug in record.themes] for record in records}
    replace_links(SourceTheme, owner="source", target="theme", targets=targets)
    fresh = selectors.sources_with_themes().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_source)


def cite_for_definitions(sources: Mapping[str, Sequence[str]]) -> None:
    """Say which sources are behind disputed definitions; ids of sources by the id of the definition."""
    _cite(DefinitionSource, DisputedDefinition.objects.all(), sources)


def cite_for_channels(sources: Mapping[str, Sequence[str]]) -> None:
    """Say which sources are behind support channels; ids of sources by the id of the channel."""
    _cite(ChannelSource, SupportChannel.objects.all(), sources)


def cite_for_functions(sources: Mapping[str, Sequence[str]]) -> None:
    """Say which sources are behind functions; ids of sources by the id of the function."""
    _cite(FunctionSource, OrganisationalFunction.objects.all(), sources)


def cite_for_routes(sources: Mapping[str, Sequence[str]]) -> None:
    """Say which sources are behind routes; ids of sources by the id of the route."""
    _cite(RouteSource, RoleRoute.objects.all(), sources)


@transaction.atomic
def _cite(link: selectors.Citation, citing: QuerySet[Permanent], sources: Mapping[str, Sequence[str]]) -> None:
    known = by_slug(Source.objects.all())
    things = by_slug(citing.filter(slug__in=sources))
    targets = {things[slug]: [known[source] for source in cited] for slug, cited in sources.items()}
    replace_links(link, owner="citing", target="source", targets=targets)


@transaction.atomic
def keep_perspectives(records: Sequence[PerspectiveRecord], *, origin: Origin) -> None:
    """Write perspectives with everything that belongs to them and make them findable."""
    links = {record.id: _own_columns(record) for record in records}
    saved = save_entries(ActionPerspective.objects.all(), records, origin=origin, links=links)
    owned = {saved[record.id]: record for record in records}
    replace_rows(PerspectiveStep, owner="perspective", rows={row: _steps(row, record) for row, record in owned.items()})
    replace_rows(HarmCheck, owner="perspective", rows={row: _harm_checks(row, record) for row, record in owned.items()})
    _keep_findings(owned)
    _keep_perspective_links(owned)
    fresh = selectors.perspectives_with_parts().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_perspective)


def _own_columns(record: PerspectiveRecord) -> dict[str, object]:
    """The columns of a perspective that stand one level deeper in files."""
    values: dict[str, object] = columns(record.contexts, ActionPerspective)
    for name in type(record.ratings).model_fields:
        rating = getattr(record.ratings, name)
        values |= {
            name: rating.value.value,
            f"{name}_reason_nl": rating.reason_nl,
            f"{name}_reason_en": rating.reason_en,
        }
    return values | {f"basis_{part}": getattr(record.basis, part).value for part in type(record.basis).model_fields}


def _steps(perspective: ActionPerspective, record: PerspectiveRecord) -> list[PerspectiveStep]:
    pairs = zip(record.steps_nl, record.steps_en, strict=True)
    return [
        PerspectiveStep(
            perspective=perspective,
            position=position,
            who_nl=dutch.who,
            who_en=english.who,
            what_nl=dutch.what,
            what_en=english.what,
        )
        for position, (dutch, english) in enumerate(pairs)
    ]


def _harm_checks(perspective: ActionPerspective, record: PerspectiveRecord) -> list[HarmCheck]:
    return [
        HarmCheck(
            perspective=perspective,
            chair=chair,
            position=position,
            **columns(getattr(record.harm_check, chair), HarmCheck),
        )
        for position, chair in enumerate(Chair)
    ]


def _keep_findings(owned: Mapping[ActionPerspective, PerspectiveRecord]) -> None:
    sources = by_slug(Source.objects.all())
    rows = {row: _findings(row, record) for row, record in owned.items()}
    replace_rows(EvidenceFinding, owner="perspective", rows=rows)
    targets = {}
    for perspective, findings in rows.items():
        for finding in findings:
            found = getattr(owned[perspective].emmie, finding.dimension)
            targets[finding] = [sources[slug] for slug in found.sources] if found else []
    replace_links(EvidenceFindingSource, owner="finding", target="source", targets=targets)


def _findings(perspective: ActionPerspective, record: PerspectiveRecord) -> list[EvidenceFinding]:
    rows = []
    for position, dimension in enumerate(EvidenceDimension):
        found = getattr(record.emmie, dimension)
        texts = columns(found, EvidenceFinding) if found else {}
        rows.append(
            EvidenceFinding(
                perspective=perspective,
                dimension=dimension.value,
                is_studied=found is not None,
                position=position,
                **texts,
            )
        )
    return rows


def _keep_perspective_links(owned: Mapping[ActionPerspective, PerspectiveRecord]) -> None:
    sources = by_slug(Source.objects.all())
    themes, concepts = by_slug(Concept.objects.themes()), by_slug(Concept.objects.in_glossary())
    used = {
        row: [
            PerspectiveSource(perspective=row, source=sources[source.id], use=source.use.value, position=position)
            for position, source in enumerate(record.sources)
        ]
        for row, record in owned.items()
    }
    replace_rows(PerspectiveSource, owner="perspective", rows=used)
    replace_links(
        PerspectiveInstrument,
        owner="perspective",
        target="instrument",
        targets={row: [sources[slug] for slug in record.instruments] for row, record in owned.items()},
    )
    replace_links(
        PerspectiveConcept,
        owner="perspective",
        target="concept",
        targets={row: [concepts[slug] for slug in record.concepts] for row, record in owned.items()},
    )
    replace_links(
        PerspectiveTheme,
        owner="perspective",
        target="theme",
        targets={row: [themes[slug] for slug in record.themes] for row, record in owned.items()},
    )


@transaction.atomic
def keep_figures(records: Sequence[FigureRecord], *, origin: Origin) -> None:
    """Write figures with what they may be compared with, and make them findable."""
    concepts, sources = by_slug(Concept.objects.in_glossary()), by_slug(Source.objects.all())
    definitions = by_slug(DisputedDefinition.objects.all())
    links = {
        record.id: {
            "concept": concepts[record.definition.concept],
            "definition": definitions[record.definition.definition] if record.definition.definition else None,
            "source": sources[record.source],
        }
        for record in records
    }
    saved = save_entries(Figure.objects.all(), records, origin=origin, links=links)
    figures = by_slug(Figure.objects.all())
    rows = {saved[record.id]: _comparisons(record, figures) for record in records}
    replace_rows(FigureComparison, owner="figure", rows=rows)
    fresh = selectors.figures_with_parts().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_figure)


def _comparisons(record: FigureRecord, figures: Mapping[str, Figure]) -> list[FigureComparison]:
    own = figures[record.id]
    may = [FigureComparison(figure=own, other=figures[other], is_comparable=True) for other in record.comparable_with]
    may_not = [
        FigureComparison(figure=own, other=figures[other.id], is_comparable=False, **columns(other, FigureComparison))
        for other in record.not_comparable_with
    ]
    for position, row in enumerate([*may, *may_not]):
        row.position = position
    return [*may, *may_not]
