"""Every write of dilemmas and exercises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from esv.editorial.selectors import by_slug
from esv.editorial.services import Origin, columns, make_findable, replace_links, replace_rows, save_entries
from esv.glossary.models import Concept
from esv.knowledge import indexing, selectors
from esv.knowledge.dialogue_records import DilemmaRecord, ExerciseRecord
from esv.knowledge.models import (
    ActionPerspective,
    Dilemma,
    DilemmaOption,
    DilemmaPerspective,
    DilemmaTheme,
    Exercise,
    ExercisePerspective,
    ExerciseRole,
    ExerciseStep,
    ExerciseTheme,
    RoleInformation,
)


@transaction.atomic
def keep_dilemmas(records: Sequence[DilemmaRecord], *, origin: Origin) -> None:
    """Write dilemmas with their options and make them findable."""
    saved = save_entries(Dilemma.objects.all(), records, origin=origin)
    owned = {saved[record.id]: record for record in records}
    themes, perspectives = by_slug(Concept.objects.themes()), by_slug(ActionPerspective.objects.all())
    replace_rows(DilemmaOption, owner="dilemma", rows={row: _options(row, record) for row, record in owned.items()})
    replace_links(
        DilemmaTheme,
        owner="dilemma",
        target="theme",
        targets={row: [themes[slug] for slug in record.themes] for row, record in owned.items()},
    )
    replace_links(
        DilemmaPerspective,
        owner="dilemma",
        target="perspective",
        targets={row: [perspectives[slug] for slug in record.perspectives] for row, record in owned.items()},
    )
    fresh = selectors.dilemmas_with_parts().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_dilemma)


def _options(dilemma: Dilemma, record: DilemmaRecord) -> list[DilemmaOption]:
    return [
        DilemmaOption(dilemma=dilemma, position=position, **columns(option, DilemmaOption))
        for position, option in enumerate(record.options)
    ]


@transaction.atomic
def keep_exercises(records: Sequence[ExerciseRecord], *, origin: Origin) -> None:
    """Write exercises with roles and steps and make them findable."""
    links = {record.id: _group_size(record) for record in records}
    saved = save_entries(Exercise.objects.all(), records, origin=origin, links=links)
    owned = {saved[record.id]: record for record in records}
    for exercise, record in owned.items():
        _keep_steps(exercise, record)
    themes, perspectives = by_slug(Concept.objects.themes()), by_slug(ActionPerspective.objects.all())
    replace_links(
        ExerciseTheme,
        owner="exercise",
        target="theme",
        targets={row: [themes[slug] for slug in record.themes] for row, record in owned.items()},
    )
    replace_links(
        ExercisePerspective,
        owner="exercise",
        target="perspective",
        targets={row: [perspectives[slug] for slug in record.perspectives] for row, record in owned.items()},
    )
    fresh = selectors.exercises_with_parts().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_exercise)


def _group_size(record: ExerciseRecord) -> dict[str, int]:
    smallest, largest = record.group_size.split("-")
    return {"smallest_group": int(smallest), "largest_group": int(largest)}


def _keep_steps(exercise: Exercise, record: ExerciseRecord) -> None:
    roles = [
        ExerciseRole(exercise=exercise, position=position, **columns(role, ExerciseRole))
        for position, role in enumerate(record.roles)
    ]
    steps = [
        ExerciseStep(exercise=exercise, position=position, **columns(step, ExerciseStep))
        for position, step in enumerate(record.steps)
    ]
    replace_rows(ExerciseRole, owner="exercise", rows={exercise: roles})
    replace_rows(ExerciseStep, owner="exercise", rows={exercise: steps})
    by_name = {role.name_nl: role for role in roles}
    information = {row: _information(row, place, record, by_name) for place, row in enumerate(steps)}
    replace_rows(RoleInformation, owner="step", rows=information)


def _information(
    step: ExerciseStep, place: int, record: ExerciseRecord, roles: Mapping[str, ExerciseRole]
) -> list[RoleInformation]:
    return [
        RoleInformation(step=step, role=roles[told.role_nl], position=position, **columns(told, RoleInformation))
        for position, told in enumerate(record.steps[place].role_information)
    ]
