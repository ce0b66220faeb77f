"""The chance that the best hits answer the question, so that the platform can say that it has nothing."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

STORED = Path(__file__).parent / "confidence.json"


@dataclass(frozen=True, slots=True)
class Signals:
    """What is seen of a search.

    ``nearness``: the inner product of the question and the nearest passage; depends on the model. ``coverage``: the
    share of the question's words, rare ones weighing more, that one of the first three holds, in the order shown or
    in that by words. ``standing_out``: how far the best score by words lies above the tenth, as share of a full match.
    ``length``: logarithm of the number of content words, because long questions are never covered whole.
    """

    nearness: float = 0.0
    coverage: float = 0.0
    standing_out: float = 0.0
    length: float = 0.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic regression: the chance is 1 / (1 + exp(-(intercept + sum of coefficient x signal)))."""

    intercept: float
    coefficients: Mapping[str, float]
    threshold: float

    def chance(self, signals: Signals) -> float:
        """The chance (0-1) that an answer is among the best hits."""
        seen = asdict(signals)
        total = self.intercept + sum(weight * seen[name] for name, weight in self.coefficients.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


WORDS = "words"


def judge_by_words() -> Fitted:
    """The regression on the words that were found."""
    return _read()[WORDS]


def judge_by_meaning(model_name: str) -> Fitted | None:
    """The regression on meaning, for hits in another language; None for a model it was not fitted on.

    What follows a comma in a name says how the weights are stored, which changes the scores very little.
    """
    return _read().get(model_name.partition(",")[0])


def keep(fitted: Mapping[str, tuple[Fitted, Any]], *, provenance: str) -> None:
    """Write regressions with what cross-validation found and where they come from; they are used from now on."""
    stored = {
        name: {
            **asdict(result),
            "cross_validated": {source: round(share, 3) for source, share in found.abstained.items()},
        }
        for name, (result, found) in fitted.items()
    }
    text = json.dumps({"provenance": provenance, "fitted": stored}, indent=1, ensure_ascii=False)
    STORED.write_text(f"{text}\n", encoding="utf-8")
    _read.cache_clear()


@cache
def _read() -> dict[str, Fitted]:
    """Regressions: ``WORDS``, and one by name of each model."""
    stored: dict[str, Any] = json.loads(STORED.read_text(encoding="utf-8"))
    fields = ("intercept", "coefficients", "threshold")
    return {name: Fitted(**{field: each[field] for field in fields}) for name, each in stored["fitted"].items()}
