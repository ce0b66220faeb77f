"""The chance that the best hits answer the question, so that the platform can say that it has nothing."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FITTED = Path(__file__).parent / "confidence.json"


@dataclass(frozen=True, slots=True)
class Signals:
    """What is seen of a search, each a number that does not depend on the size of the catalogue.

    ``nearness``: how much nearer in meaning the nearest item is than an average passage. ``margin``: how much
    nearer than
    the tenth. ``lead``: than the fifth. ``coverage``: share of the weight of the question's words (rare words
    weigh more) found in the best of the first three hits. ``together``: the same in the first five together. ``known``:
    the same in the whole index. ``agreement``: share of the first ten by words that are among the first ten by meaning.
    """

    nearness: float = 0.0
    margin: float = 0.0
    lead: float = 0.0
    coverage: float = 0.0
    together: float = 0.0
    known: float = 0.0
    agreement: float = 0.0


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


def fitted(*, with_meaning: bool) -> Fitted:
    """The regression in use: another one where there are no vectors to look at."""
    return _read()["with_meaning" if with_meaning else "words_only"]


@cache
def _read() -> dict[str, Fitted]:
    stored: dict[str, Any] = json.loads(_FITTED.read_text(encoding="utf-8"))
    names = ("with_meaning", "words_only")
    return {
        name: Fitted(**{key: stored[name][key] for key in ("intercept", "coefficients", "threshold")}) for name in names
    }
