"""What dilemmas and exercises look like in files."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from esv.editorial.records import Label, RatedRecord, Record, ShortLabel, Text
from esv.editorial.vocabulary import Phase, Role
from esv.glossary.records import ThemeId
from esv.knowledge.models import ExerciseType
from esv.knowledge.records import PerspectiveId


class OptionRecord(Record):
    """One way to act."""

    letter: Annotated[str, Field(pattern=r"^[a-z]$")] = Field(alias="id")
    text_nl: Text
    text_en: Text
    considerations_nl: Text
    considerations_en: Text


class DilemmaRecord(RatedRecord):
    """A dilemma in ``dilemmas.yaml``."""

    KIND = "dilemma"

    title_nl: Label
    title_en: Label
    situation_nl: Text
    situation_en: Text
    options: list[OptionRecord] = Field(min_length=4, max_length=4)
    discussion_nl: list[Text]
    discussion_en: list[Text]
    themes: list[ThemeId]
    roles: list[Role]
    phases: list[Phase]
    perspectives: list[PerspectiveId]
    note_nl: Text
    note_en: Text


class RoleNameRecord(Record):
    """The name of a role in an exercise."""

    name_nl: ShortLabel = Field(alias="nl")
    name_en: ShortLabel = Field(alias="en")


class RoleInformationRecord(Record):
    """What only one role knows; the role is one of the exercise's."""

    role_nl: ShortLabel
    role_en: ShortLabel
    information_nl: Text
    information_en: Text


class ExerciseStepRecord(Record):
    """A step of an exercise."""

    number: StrictInt
    title_nl: Label
    title_en: Label
    scene_nl: Text
    scene_en: Text
    role_information: list[RoleInformationRecord]
    task_nl: Text
    task_en: Text
    debrief_question_nl: Text
    debrief_question_en: Text


def _from_small_to_large(text: str) -> str:
    match = re.fullmatch(r"(\d{1,3})-(\d{1,3})", text)
    if not match or not 0 < int(match[1]) <= int(match[2]):
        raise PydanticCustomError("bad_group_size", "not a group size")
    return text


class ExerciseRecord(RatedRecord):
    """An exercise in ``dilemmas.yaml``."""

    KIND = "exercise"

    exercise_type: ExerciseType = Field(alias="type")
    title_nl: Label
    title_en: Label
    introduction_nl: Text
    introduction_en: Text
    roles: list[RoleNameRecord] = Field(min_length=1)
    duration_minutes: Annotated[StrictInt, Field(ge=1, le=1440)]
    group_size: Annotated[str, AfterValidator(_from_small_to_large)]
    steps: list[ExerciseStepRecord] = Field(min_length=4, max_length=4)
    closing_question_nl: Text
    closing_question_en: Text
    themes: list[ThemeId]
    perspectives: list[PerspectiveId]
    safety_note_nl: Text
    safety_note_en: Text

    @model_validator(mode="after")
    def _hangs_together(self) -> ExerciseRecord:
        """Refuse steps out of order, and information for a role that nobody plays."""
        if [step.number for step in self.steps] != list(range(1, len(self.steps) + 1)):
            raise PydanticCustomError("steps_out_of_order", "steps out of order")
        played = {(role.name_nl, role.name_en) for role in self.roles}
        told = {(info.role_nl, info.role_en) for step in self.steps for info in step.role_information}
        if told - played:
            unknown = ", ".join(sorted(dutch for dutch, _english in told - played))
            raise PydanticCustomError("unknown_role", "unknown role", {"roles": unknown})
        return self
