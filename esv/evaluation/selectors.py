"""Reads of promises and the self-assessment that combine tables."""

from __future__ import annotations

from django.db.models import QuerySet

from esv.editorial.selectors import as_record
from esv.evaluation.models import AssessmentArea, AssessmentStatement, Promise, SelfAssessment
from esv.evaluation.records import (
    AnswerOptionRecord,
    AreaRecord,
    ParameterRecord,
    PromiseRecord,
    SelfAssessmentRecord,
    StageRecord,
    StatementRecord,
)


def assessments_with_parts() -> QuerySet[SelfAssessment]:
    """The self-assessment with areas, statements, stages and what they point at."""
    return SelfAssessment.objects.prefetch_related(
        "answer_options",
        "areas__statements__stages",
        "areas__statements__perspective_links__perspective",
        "areas__statements__source_links__source",
    )


def promise_records() -> dict[str, PromiseRecord]:
    """All promises as in files, by id."""
    return {row.slug: _promise_record(row) for row in Promise.objects.prefetch_related("parameters")}


def _promise_record(promise: Promise) -> PromiseRecord:
    parameters = {row.name: as_record(ParameterRecord, row) for row in promise.parameters.all()}
    return as_record(PromiseRecord, promise, id=promise.slug, parameters=parameters)


def assessment_records() -> dict[str, SelfAssessmentRecord]:
    """The self-assessment as in files, by id."""
    return {row.slug: _assessment_record(row) for row in assessments_with_parts()}


def _assessment_record(assessment: SelfAssessment) -> SelfAssessmentRecord:
    return as_record(
        SelfAssessmentRecord,
        assessment,
        answer_options=[as_record(AnswerOptionRecord, option) for option in assessment.answer_options.all()],
        areas=[_area_record(area) for area in assessment.areas.all()],
    )


def _area_record(area: AssessmentArea) -> AreaRecord:
    return as_record(
        AreaRecord, area, id=area.slug, statements=[_statement_record(row) for row in area.statements.all()]
    )


def _statement_record(statement: AssessmentStatement) -> StatementRecord:
    return as_record(
        StatementRecord,
        statement,
        id=statement.slug,
        stages=[as_record(StageRecord, stage, stage=stage.number) for stage in statement.stages.all()],
        perspectives=[link.perspective.slug for link in statement.perspective_links.all()],
        sources=[link.source.slug for link in statement.source_links.all()],
    )
