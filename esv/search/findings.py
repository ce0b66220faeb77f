"""What search answers: findings with the reason why, and honesty when there is nothing good enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ReasonKind = Literal[
    "word", "stem", "compound-part", "joined-neighbours", "spelling", "concept", "similar-spelling",
    "same-meaning", "other-language",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of shown text; marked where it matched."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was found: how ``asked`` (words of the question) led to ``found`` (words of the text)."""

    kind: ReasonKind
    asked: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, with the passage that matched.

    ``language`` is the language of the title and passage shown; ``original_language`` that of the thing itself.
    """

    key: str
    kind: str
    path: str
    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    language: str
    original_language: str
    status: str
    ratings: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: its code, how many findings have it, and whether the visitor chose it."""

    code: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to a question.

    Attributes:
        question: as asked, folded to one line.
        question_language: ``nl`` or ``en``, as detected.
        corrections: misspelt word to the word that was searched instead.
        findings: best first; with ``has_good_answer`` False these are only the nearest.
        total: how many things were found in all.
        has_good_answer: False when nothing is good enough to be called an answer.
        facets: values by facet name, most frequent first, counted over all findings.
        is_complete: False while texts are still being prepared for searching by meaning.
    """

    question: str
    question_language: str
    corrections: Mapping[str, str]
    findings: tuple[Finding, ...]
    total: int
    has_good_answer: bool
    facets: Mapping[str, tuple[FacetValue, ...]]
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title or label that begins with, or contains, what is being typed."""

    text: str
    kind: str
    path: str
    language: str
