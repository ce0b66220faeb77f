"""What promises and the self-assessment look like in files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from esv.editorial.records import (
    FileStatus,
    KeptRecord,
    Label,
    Months,
    Path,
    RatedRecord,
    Record,
    ShortLabel,
    Slug,
    SourceId,
    Text,
)
from esv.evaluation.models import PromiseKind, PromiseState, SelfAssessment
from esv.knowledge.records import PerspectiveId

STATE_IN_FILES = {
    PromiseState.PROPOSED: "proposed, not in force until the check runs",
    PromiseState.IN_FORCE: "in force",
}


def _state_from_file(value: object) -> PromiseState:
    for state, words in STATE_IN_FILES.items():
        if value == words:
            return state
    raise PydanticCustomError("unknown_code", "not a state", {"expected": " | ".join(STATE_IN_FILES.values())})


FileState = Annotated[
    PromiseState,
    BeforeValidator(_state_from_file),
    PlainSerializer(lambda state: STATE_IN_FILES[PromiseState(state)]),
]


class ParameterRecord(Record):
    """A number that somebody still has to decide on."""

    proposed: StrictInt
    note_nl: Text
    note_en: Text


class PromiseRecord(RatedRecord):
    """A promise in ``promises.yaml``."""

    KIND = "promise"

    promise_kind: PromiseKind = Field(alias="kind")
    promise_nl: Text
    promise_en: Text
    check_nl: Text
    check_en: Text
    parameters: dict[str, ParameterRecord] = {}
    state: FileState


class AnswerOptionRecord(Record):
    """A possible answer."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,30}$")]
    label_nl: ShortLabel
    label_en: ShortLabel


class StageRecord(Record):
    """What a statement looks like at a stage."""

    stage: StrictInt
    text_nl: Text
    text_en: Text


class StatementRecord(Record):
    """A statement with four stages."""

    id: Slug
    statement_nl: Text
    statement_en: Text
    stages: list[StageRecord] = Field(min_length=4, max_length=4)
    perspectives: list[PerspectiveId]
    sources: list[SourceId]

    @model_validator(mode="after")
    def _counts_up(self) -> StatementRecord:
        """Refuse stages out of order."""
        if [stage.stage for stage in self.stages] != [1, 2, 3, 4]:
            raise PydanticCustomError("steps_out_of_order", "stages out of order")
        return self


class AreaRecord(Record):
    """A part of the self-assessment."""

    id: Slug
    title_nl: Label
    title_en: Label
    statements: list[StatementRecord]


class SelfAssessmentRecord(KeptRecord):
    """The whole of ``self-assessment.yaml``."""

    KIND: ClassVar[str] = "self-assessment"

    title_nl: Label
    title_en: Label
    introduction_nl: Text
    introduction_en: Text
    how_to_use_nl: list[Text]
    how_to_use_en: list[Text]
    answer_options: list[AnswerOptionRecord]
    not_for_nl: Text
    not_for_en: Text
    areas: list[AreaRecord]
    evidence_note_nl: Text
    evidence_note_en: Text
    review_after_months: Months
    status: FileStatus

    @property
    def slug(self) -> str:
        """There is one."""
        return SelfAssessment.SLUG

    def defined(self) -> Iterator[tuple[str, str, Path]]:
        """The self-assessment and the ids of its areas and statements."""
        yield from super().defined()
        for index, area in enumerate(self.areas):
            yield "area", area.id, ("areas", index, "id")
            for place, statement in enumerate(area.statements):
                yield "statement", statement.id, ("areas", index, "statements", place, "id")
