"""What sources, perspectives and figures look like in files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StrictFloat, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from esv.editorial.records import (
    EntryId,
    EntryRecord,
    Label,
    LongLabel,
    Path,
    RatedRecord,
    Record,
    SourceId,
    Text,
    Url,
    Year,
    Yes,
)
from esv.editorial.vocabulary import (
    Certainty,
    Effect,
    EvidenceType,
    Harm,
    Impact,
    InstitutionKind,
    Language,
    Level,
    Phase,
    Role,
)
from esv.glossary.records import ConceptId, DefinitionId, ThemeId
from esv.knowledge.models import INSTRUMENT_TYPES, Basis, SourceType, SourceUse, Unit

MOST_WORDS_IN_SHORT = 60  # source: README of the starter edition
NOT_STUDIED = "not_studied"


class InstrumentId(EntryId):
    """The id of a source that is an instrument or a guideline."""

    kind = "instrument"


class PerspectiveId(EntryId):
    """The id of an action perspective."""

    kind = "perspective"


class FigureId(EntryId):
    """The id of a figure."""

    kind = "figure"


class SourceRecord(EntryRecord):
    """A source in ``sources.yaml``."""

    KIND = "source"

    title: LongLabel
    title_en: LongLabel
    authors: LongLabel
    year: Year | None
    url: Url | None
    language: Language
    source_type: SourceType = Field(alias="type")
    summary_nl: Text
    summary_en: Text
    themes: list[ThemeId]
    audience: list[Role]
    levels: list[Level] = Field(alias="level")
    is_verified: Yes = Field(alias="verified")

    def defined(self) -> Iterator[tuple[str, str, Path]]:
        """The source, which may be an instrument as well."""
        yield from super().defined()
        if self.source_type in INSTRUMENT_TYPES:
            yield InstrumentId.kind, self.id, ("id",)


def _short_enough(text: str) -> str:
    words = len(text.split())
    if words > MOST_WORDS_IN_SHORT:
        raise PydanticCustomError("too_many_words", "too many words", {"words": words, "most": MOST_WORDS_IN_SHORT})
    return text


ShortText = Annotated[Text, AfterValidator(_short_enough)]


class StepRecord(Record):
    """Who does what, in one language."""

    who: Label
    what: Text


class ContextsRecord(Record):
    """Where a perspective fits."""

    institution_kinds: list[InstitutionKind]
    roles: list[Role]
    levels: list[Level]
    phases: list[Phase]
    impact: list[Impact]


class FindingRecord(Record):
    """What sources say on one dimension of the evidence."""

    text_nl: Text
    text_en: Text
    sources: list[SourceId]


def _finding_or_none(value: object) -> object:
    if value is None:
        raise PydanticCustomError("not_studied_unsaid", "say not_studied")
    return None if value == NOT_STUDIED else value


Finding = Annotated[
    FindingRecord | None,
    BeforeValidator(_finding_or_none),
    PlainSerializer(lambda finding: NOT_STUDIED if finding is None else finding.model_dump(), return_type=Any),
]


class EmmieRecord(Record):
    """The five things to know about a measure; None where it was not studied."""

    effect: Finding
    mechanism: Finding
    moderator: Finding
    implementation: Finding
    economics: Finding


class EffectRecord(Record):
    """A rating of the effect with its reason."""

    value: Effect
    reason_nl: Text
    reason_en: Text


class CertaintyRecord(Record):
    """A rating of the certainty with its reason."""

    value: Certainty
    reason_nl: Text
    reason_en: Text


class HarmRecord(Record):
    """A rating of the harm with its reason."""

    value: Harm
    reason_nl: Text
    reason_en: Text


class RatingsRecord(Record):
    """The three ratings."""

    effect: EffectRecord
    certainty: CertaintyRecord
    harm: HarmRecord


class ChairRecord(Record):
    """What a perspective means from one chair."""

    text_nl: Text
    text_en: Text


class HarmCheckRecord(Record):
    """What a perspective means from the five chairs."""

    harmed_person: ChairRecord
    accused: ChairRecord
    bystander_team: ChairRecord
    adviser_professional: ChairRecord
    marginalised_positions: ChairRecord


BASIS_IN_FILES = {
    Basis.SOURCES: "sources",
    Basis.PRACTICE: "practice",
    Basis.INFORMED_PRACTICE: "practice, informed by the sources",
    Basis.SUMMARY: "summary of the record",
    Basis.JUDGEMENT: "editorial judgement on the sources",
}


def _basis_from_file(value: object) -> Basis:
    for basis, words in BASIS_IN_FILES.items():
        if value == words:
            return basis
    raise PydanticCustomError("unknown_code", "not a basis", {"expected": " | ".join(BASIS_IN_FILES.values())})


FileBasis = Annotated[
    Basis, BeforeValidator(_basis_from_file), PlainSerializer(lambda basis: BASIS_IN_FILES[Basis(basis)])
]


class BasisRecord(Record):
    """What each part of a perspective rests on."""

    problem: FileBasis
    short: FileBasis
    interpretation: FileBasis
    emmie: FileBasis
    steps: FileBasis
    conditions: FileBasis
    limits: FileBasis
    harm_check: FileBasis
    ratings: FileBasis


class UsedSourceRecord(Record):
    """A source and what it does for a perspective."""

    id: SourceId
    use: SourceUse


class PerspectiveRecord(RatedRecord):
    """A perspective in ``perspectives.yaml``."""

    KIND = "perspective"

    title_nl: Label
    title_en: Label
    short_nl: ShortText
    short_en: ShortText
    problem_nl: Text
    problem_en: Text
    interpretation_nl: Text
    interpretation_en: Text
    steps_nl: list[StepRecord] = Field(min_length=1)
    steps_en: list[StepRecord] = Field(min_length=1)
    contexts: ContextsRecord
    conditions_nl: Text
    conditions_en: Text
    limits_nl: Text
    limits_en: Text
    emmie: EmmieRecord
    ratings: RatingsRecord
    harm_check: HarmCheckRecord
    evidence_types: list[EvidenceType]
    sources: list[UsedSourceRecord] = Field(min_length=1)
    instruments: list[InstrumentId]
    concepts: list[ConceptId]
    themes: list[ThemeId]
    basis: BasisRecord
    raters: list[Label]
    rated_on: date | None


class MeasuredAsRecord(Record):
    """The concept a figure is about and, where known, the definition with which it was measured."""

    concept: ConceptId
    definition: DefinitionId | None


class NotComparableRecord(Record):
    """A figure that may not stand beside this one, and why."""

    id: FigureId
    reason_nl: Text
    reason_en: Text


class FigureRecord(RatedRecord):
    """A figure in ``figures.yaml``."""

    KIND = "figure"

    value: Annotated[StrictInt | StrictFloat, Field(ge=0, le=999_999_999)]
    unit: Unit
    what_nl: Text
    what_en: Text
    definition: MeasuredAsRecord
    population_nl: Text
    population_en: Text
    period_nl: Text
    period_en: Text
    response_nl: Text
    response_en: Text
    source: SourceId
    also_seen: list[Url]
    interpretation_nl: Text
    interpretation_en: Text
    comparable_with: list[FigureId]
    not_comparable_with: list[NotComparableRecord]

    @model_validator(mode="after")
    def _is_possible(self) -> FigureRecord:
        """Refuse more than a hundred per cent, more decimals than are kept, and two judgements on one pair."""
        if self.unit == Unit.PERCENT and self.value > 100:
            raise PydanticCustomError("over_hundred_percent", "more than 100 per cent")
        if round(self.value, 3) != self.value:
            raise PydanticCustomError("too_many_decimals", "too many decimals")
        others = [*self.comparable_with, *(other.id for other in self.not_comparable_with)]
        if len(set(others)) < len(others) or self.id in others:
            raise PydanticCustomError("compared_twice", "compared twice or with itself")
        return self
