"""Entries of this app as records, the way they stand in files."""

from __future__ import annotations

from esv.editorial.records import Record
from esv.editorial.selectors import as_record, construct
from esv.knowledge import selectors
from esv.knowledge.dialogue_records import (
    DilemmaRecord,
    ExerciseRecord,
    ExerciseStepRecord,
    OptionRecord,
    RoleInformationRecord,
    RoleNameRecord,
)
from esv.knowledge.models import (
    ActionPerspective,
    Chair,
    Dilemma,
    EvidenceFinding,
    Exercise,
    ExerciseStep,
    Figure,
    RoleInformation,
)
from esv.knowledge.records import (
    BasisRecord,
    CertaintyRecord,
    ChairRecord,
    ContextsRecord,
    EffectRecord,
    EmmieRecord,
    FigureRecord,
    FindingRecord,
    HarmCheckRecord,
    HarmRecord,
    MeasuredAsRecord,
    NotComparableRecord,
    PerspectiveRecord,
    RatingsRecord,
    SourceRecord,
    StepRecord,
    UsedSourceRecord,
)


def source_records() -> dict[str, SourceRecord]:
    """All sources as in files, by id."""
    return {
        row.slug: as_record(SourceRecord, row, id=row.slug, themes=selectors.theme_slugs(row))
        for row in selectors.sources_with_themes()
    }


def perspective_records() -> dict[str, PerspectiveRecord]:
    """All perspectives as in files, by id."""
    return {row.slug: _perspective_record(row) for row in selectors.perspectives_with_parts()}


def _perspective_record(perspective: ActionPerspective) -> PerspectiveRecord:
    steps = list(perspective.steps.all())
    return as_record(
        PerspectiveRecord,
        perspective,
        id=perspective.slug,
        steps_nl=[construct(StepRecord, who=step.who_nl, what=step.what_nl) for step in steps],
        steps_en=[construct(StepRecord, who=step.who_en, what=step.what_en) for step in steps],
        contexts=as_record(ContextsRecord, perspective),
        emmie=_emmie_record(perspective),
        ratings=_ratings_record(perspective),
        harm_check=_harm_check_record(perspective),
        sources=[
            construct(UsedSourceRecord, id=link.source.slug, use=link.use) for link in perspective.source_links.all()
        ],
        instruments=[link.instrument.slug for link in perspective.instrument_links.all()],
        concepts=[link.concept.slug for link in perspective.concept_links.all()],
        themes=selectors.theme_slugs(perspective),
        basis=construct(
            BasisRecord, **{part: getattr(perspective, f"basis_{part}") for part in BasisRecord.model_fields}
        ),
    )


def _emmie_record(perspective: ActionPerspective) -> EmmieRecord:
    findings = selectors.findings_by_dimension(perspective)
    return construct(EmmieRecord, **{dimension: _finding_record(finding) for dimension, finding in findings.items()})


def _finding_record(finding: EvidenceFinding) -> FindingRecord | None:
    if not finding.is_studied:
        return None
    return as_record(FindingRecord, finding, sources=[link.source.slug for link in finding.source_links.all()])


def _ratings_record(perspective: ActionPerspective) -> RatingsRecord:
    kinds: dict[str, type[Record]] = {"effect": EffectRecord, "certainty": CertaintyRecord, "harm": HarmRecord}
    return construct(
        RatingsRecord,
        **{
            name: construct(
                kind,
                value=getattr(perspective, name),
                reason_nl=getattr(perspective, f"{name}_reason_nl"),
                reason_en=getattr(perspective, f"{name}_reason_en"),
            )
            for name, kind in kinds.items()
        },
    )


def _harm_check_record(perspective: ActionPerspective) -> HarmCheckRecord:
    checks = {check.chair: as_record(ChairRecord, check) for check in perspective.harm_checks.all()}
    return construct(HarmCheckRecord, **{chair.value: checks[chair] for chair in Chair})


def figure_records() -> dict[str, FigureRecord]:
    """All figures as in files, by id."""
    return {row.slug: _figure_record(row) for row in selectors.figures_with_parts()}


def _figure_record(figure: Figure) -> FigureRecord:
    definition = figure.definition.slug if figure.definition else None
    return as_record(
        FigureRecord,
        figure,
        id=figure.slug,
        value=int(figure.value) if figure.value == int(figure.value) else float(figure.value),
        definition=construct(MeasuredAsRecord, concept=figure.concept.slug, definition=definition),
        source=figure.source.slug,
        comparable_with=[row.other.slug for row in selectors.comparable(figure, yes=True)],
        not_comparable_with=[
            as_record(NotComparableRecord, row, id=row.other.slug) for row in selectors.comparable(figure, yes=False)
        ],
    )


def dilemma_records() -> dict[str, DilemmaRecord]:
    """All dilemmas as in files, by id."""
    return {row.slug: _dilemma_record(row) for row in selectors.dilemmas_with_parts()}


def _dilemma_record(dilemma: Dilemma) -> DilemmaRecord:
    return as_record(
        DilemmaRecord,
        dilemma,
        id=dilemma.slug,
        options=[as_record(OptionRecord, option) for option in dilemma.options.all()],
        themes=selectors.theme_slugs(dilemma),
        perspectives=selectors.perspective_slugs(dilemma),
    )


def exercise_records() -> dict[str, ExerciseRecord]:
    """All exercises as in files, by id."""
    return {row.slug: _exercise_record(row) for row in selectors.exercises_with_parts()}


def _exercise_record(exercise: Exercise) -> ExerciseRecord:
    return as_record(
        ExerciseRecord,
        exercise,
        id=exercise.slug,
        group_size=f"{exercise.smallest_group}-{exercise.largest_group}",
        roles=[as_record(RoleNameRecord, role) for role in exercise.roles.all()],
        steps=[_step_record(step) for step in exercise.steps.all()],
        themes=selectors.theme_slugs(exercise),
        perspectives=selectors.perspective_slugs(exercise),
    )


def _step_record(step: ExerciseStep) -> ExerciseStepRecord:
    information = [_information_record(row) for row in step.role_information.all()]
    return as_record(ExerciseStepRecord, step, number=step.number, role_information=information)


def _information_record(row: RoleInformation) -> RoleInformationRecord:
    return as_record(RoleInformationRecord, row, role_nl=row.role.name_nl, role_en=row.role.name_en)
