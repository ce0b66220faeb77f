"""The tables, by subject."""

from esv.evaluation.models.promises import Promise, PromiseKind, PromiseParameter, PromiseState
from esv.evaluation.models.selfassessment import (
    AnswerOption,
    AssessmentArea,
    AssessmentStage,
    AssessmentStatement,
    SelfAssessment,
    StatementPerspective,
    StatementSource,
)

__all__ = [
    "AnswerOption",
    "AssessmentArea",
    "AssessmentStage",
    "AssessmentStatement",
    "Promise",
    "PromiseKind",
    "PromiseParameter",
    "PromiseState",
    "SelfAssessment",
    "StatementPerspective",
    "StatementSource",
]
