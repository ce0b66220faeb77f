"""Every write of promises and the self-assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from esv.editorial.selectors import by_slug
from esv.editorial.services import Origin, columns, replace_links, replace_rows, save_entries, save_parts
from esv.evaluation.models import (
    AnswerOption,
    AssessmentArea,
    AssessmentStage,
    AssessmentStatement,
    Promise,
    PromiseParameter,
    SelfAssessment,
    StatementPerspective,
    StatementSource,
)
from esv.evaluation.records import AreaRecord, PromiseRecord, SelfAssessmentRecord, StatementRecord
from esv.knowledge.models import ActionPerspective, Source


@transaction.atomic
def keep_promises(records: Sequence[PromiseRecord], *, origin: Origin) -> None:
    """Write promises with their parameters."""
    saved = save_entries(Promise.objects.all(), records, origin=origin)
    rows = {saved[record.id]: _parameters(saved[record.id], record) for record in records}
    replace_rows(PromiseParameter, owner="promise", rows=rows)


def _parameters(promise: Promise, record: PromiseRecord) -> list[PromiseParameter]:
    return [
        PromiseParameter(promise=promise, name=name, position=position, **columns(parameter, PromiseParameter))
        for position, (name, parameter) in enumerate(record.parameters.items())
    ]


@transaction.atomic
def keep_assessment(records: Sequence[SelfAssessmentRecord], *, origin: Origin) -> None:
    """Write the self-assessment with its areas, statements and stages."""
    saved = save_entries(SelfAssessment.objects.all(), records, origin=origin)
    for record in records:
        assessment = saved[record.slug]
        options = [
            AnswerOption(assessment=assessment, position=position, **columns(option, AnswerOption))
            for position, option in enumerate(record.answer_options)
        ]
        replace_rows(AnswerOption, owner="assessment", rows={assessment: options})
        areas = {area.id: area for area in record.areas}
        kept = save_parts(AssessmentArea.objects.filter(assessment=assessment), areas, assessment=assessment)
        for slug, area in areas.items():
            _keep_statements(kept[slug], area)


def _keep_statements(area: AssessmentArea, record: AreaRecord) -> None:
    statements = {statement.id: statement for statement in record.statements}
    kept = save_parts(AssessmentStatement.objects.filter(area=area), statements, area=area)
    owned = {kept[slug]: statement for slug, statement in statements.items()}
    replace_rows(AssessmentStage, owner="statement", rows={row: _stages(row, kind) for row, kind in owned.items()})
    _keep_links(owned)


def _keep_links(owned: Mapping[AssessmentStatement, StatementRecord]) -> None:
    perspectives, sources = by_slug(ActionPerspective.objects.all()), by_slug(Source.objects.all())
    replace_links(
        StatementPerspective,
        owner="statement",
        target="perspective",
        targets={row: [perspectives[slug] for slug in record.perspectives] for row, record in owned.items()},
    )
    replace_links(
        StatementSource,
        owner="statement",
        target="source",
        targets={row: [sources[slug] for slug in record.sources] for row, record in owned.items()},
    )


def _stages(statement: AssessmentStatement, record: StatementRecord) -> list[AssessmentStage]:
    return [
        AssessmentStage(statement=statement, position=position, **columns(stage, AssessmentStage))
        for position, stage in enumerate(record.stages)
    ]
