"""How good the answers are, by questions whose right answers people have marked.

Reads the format of labelled question files (``id``, ``text``, ``language``, ``relevant`` with ``id`` and ``grade``,
``kind`` ``question`` or ``gap``); the files themselves are no part of the product.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ir_measures
import numpy as np
import yaml
from ir_measures import Success, nDCG

MOST_HITS = 20
RESAMPLES = 2_000


class QuestionFileError(ValueError):
    """A file of questions cannot be used; the message names the file, the entry and what to do."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the grades of its right answers by key; ``relevant`` is None where nobody judged it."""

    id: str
    text: str
    language: str
    relevant: Mapping[str, int] | None

    @property
    def is_gap(self) -> bool:
        """Whether people found nothing in the catalogue that answers it."""
        return self.relevant is not None and not self.relevant


@dataclass(frozen=True, slots=True)
class Answer:
    """What search gave for a question: keys of the hits, best first, and whether it said it has nothing good."""

    id: str
    hits: tuple[str, ...]
    abstained: bool


def read_questions(path: Path) -> list[Judged]:
    """Read a file of questions.

    Raises:
        QuestionFileError: the file is no list of questions, or a question lacks its id or text.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise QuestionFileError(f"{path} cannot be read as YAML: {error}") from error
    if not isinstance(entries, list):
        raise QuestionFileError(f"{path} must hold a list of questions, each with id and text.")
    return [_question(entry, number, path) for number, entry in enumerate(entries, start=1)]


def _question(entry: object, number: int, path: Path) -> Judged:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not isinstance(entry.get("text"), str):
        raise QuestionFileError(f"{path}, entry {number}: a question needs an id and a text.")
    relevant = entry.get("relevant")
    try:
        grades = None if relevant is None else {mark["id"]: int(mark["grade"]) for mark in relevant}
    except (TypeError, KeyError, ValueError) as error:
        raise QuestionFileError(f"{path}, {entry['id']}: each relevant entry needs an id and a grade.") from error
    return Judged(entry["id"], entry["text"], str(entry.get("language", "")), grades)


def measures(questions: Sequence[Judged], answers: Iterable[Answer]) -> dict[str, tuple[float, float, float, int]]:
    """The figures over judged questions: mean, lower and upper end of the 95 % interval, number of questions.

    nDCG@10 has gain 2^grade - 1 and discount log2(rank + 1). Recall@5 divides by the most that five places can hold.
    Only hits of the kinds that were judged count: what nobody looked at is neither right nor wrong.
    """
    by_id = {answer.id: answer for answer in answers}
    answerable = [question for question in questions if question.relevant]
    kinds = {key.partition(":")[0] for question in answerable for key in question.relevant or ()}
    hits = {
        question.id: [key for key in by_id[question.id].hits if key.partition(":")[0] in kinds]
        for question in answerable
    }
    figures = {}
    if answerable:
        per_question = _ranked_measures(answerable, hits)
        per_question["recall@5"] = [_recall(question, hits[question.id]) for question in answerable]
        figures = {name: _interval(values) for name, values in per_question.items()}
    return figures | _abstention(questions, by_id)


def _ranked_measures(questions: Sequence[Judged], hits: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    wanted = {"success@5": Success @ 5, "nDCG@10": nDCG @ 10}
    judgements = [
        ir_measures.Qrel(question.id, key, 2**grade - 1)
        for question in questions
        for key, grade in (question.relevant or {}).items()
    ]
    run = [
        ir_measures.ScoredDoc(question, key, float(-place))
        for question, keys in hits.items()
        for place, key in enumerate(keys)
    ]
    values: dict[str, dict[str, float]] = {name: dict.fromkeys(hits, 0.0) for name in wanted}
    names = {measure: name for name, measure in wanted.items()}
    for metric in ir_measures.iter_calc(list(wanted.values()), judgements, run):
        values[names[metric.measure]][metric.query_id] = metric.value
    return {name: list(found.values()) for name, found in values.items()}


def _recall(question: Judged, hits: Sequence[str]) -> float:
    relevant = question.relevant or {}
    return len(relevant.keys() & set(hits[:5])) / min(5, len(relevant))


def _abstention(questions: Sequence[Judged], by_id: Mapping[str, Answer]) -> dict[str, tuple[float, float, float, int]]:
    """Shares that say they have nothing: of the gaps (right) and of the answerable questions (wrong)."""
    groups = {
        "gaps admitted": [question for question in questions if question.is_gap],
        "false abstentions": [question for question in questions if question.relevant],
    }
    return {
        name: _interval([float(by_id[question.id].abstained) for question in group])
        for name, group in groups.items()
        if group
    }


def _interval(values: Sequence[float]) -> tuple[float, float, float, int]:
    numbers = np.array(values)
    chosen = np.random.default_rng(0).integers(0, len(numbers), (RESAMPLES, len(numbers)))
    low, high = np.percentile(numbers[chosen].mean(axis=1), [2.5, 97.5])
    return float(numbers.mean()), float(low), float(high), len(numbers)


def ask_all(questions: Iterable[Judged], ask: Callable[[str], tuple[Sequence[str], bool]]) -> Iterable[Answer]:
    """Ask every question; ``ask`` gives the keys, best first, and whether nothing was good enough."""
    for question in questions:
        hits, abstained = ask(question.text)
        yield Answer(question.id, tuple(hits[:MOST_HITS]), abstained)
