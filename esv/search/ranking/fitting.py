"""Fits when to say "we have nothing": a logistic regression on questions with and without an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from esv.search.ranking.calibration import Fitted, Signals

BY_WORDS = ("coverage", "standing_out", "length")
BY_MEANING = ("nearness", "length")
# The share of answerable questions that may wrongly get "nothing": well below the 0.08 allowed, because questions
# that nobody fitted on get it more often than cross-validation promises.
FALSE_ABSTENTIONS = 0.03

Source = Literal["answerable", "label", "gap", "near", "far"]
# What an example counts. Names of concepts keep short questions from looking unanswerable; the few real gaps say
# more than invented ones, and questions far outside the subject are easy.
IMPORTANCE: Mapping[Source, float] = {"answerable": 1.0, "label": 0.3, "gap": 5.0, "near": 1.0, "far": 0.4}

_PENALTY = 0.02
_ROUNDS = 25
_FOLDS = 5
_SHUFFLES = 10

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """The signals of a question, and whether the catalogue answers it."""

    signals: Signals
    source: Source

    @property
    def is_answerable(self) -> bool:
        """True for real questions with an answer and for names of concepts."""
        return self.source in ("answerable", "label")


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """What the regression does on questions it was not fitted on: the share that gets "nothing", per source."""

    abstained: Mapping[Source, float]


def fit(examples: Sequence[Example], names: Sequence[str]) -> tuple[Fitted, CrossValidated]:
    """Fit a regression on the named signals, with the threshold that cross-validation gives.

    Answerable and unanswerable examples weigh the same together. The threshold is the chance below which
    ``FALSE_ABSTENTIONS`` of the real answerable questions fall when they are judged by a regression fitted on others.
    """
    signals = np.array([[asdict(example.signals)[name] for name in names] for example in examples])
    answerable = np.array([example.is_answerable for example in examples])
    weights = _weights(examples, answerable)
    judged = _judge_by_others(signals, answerable, weights)
    sources = np.array([example.source for example in examples])
    edge = float(np.quantile(judged[sources == "answerable"], FALSE_ABSTENTIONS))
    intercept, coefficients = _regress(signals, answerable, weights)
    named = {name: round(float(value), 4) for name, value in zip(names, coefficients, strict=True)}
    abstained = {source: float(np.mean(judged[sources == source] < edge)) for source in dict.fromkeys(sources.tolist())}
    return Fitted(round(float(intercept), 4), named, round(1 / (1 + float(np.exp(-edge))), 4)), CrossValidated(
        abstained
    )


def _weights(examples: Sequence[Example], answerable: npt.NDArray[np.bool_]) -> Matrix:
    weights = np.array([IMPORTANCE[example.source] for example in examples])
    weights[~answerable] *= weights[answerable].sum() / weights[~answerable].sum()
    return weights


def _judge_by_others(signals: Matrix, answerable: npt.NDArray[np.bool_], weights: Matrix) -> Matrix:
    """The log-odds of every example by regressions fitted without it, averaged over shuffles."""
    random = np.random.default_rng(0)
    judged = np.zeros(len(signals))
    for _ in range(_SHUFFLES):
        fold_of = random.permutation(len(signals)) % _FOLDS
        for fold in range(_FOLDS):
            others, these = fold_of != fold, fold_of == fold
            intercept, coefficients = _regress(signals[others], answerable[others], weights[others])
            judged[these] += (intercept + signals[these] @ coefficients) / _SHUFFLES
    return judged


def _regress(signals: Matrix, answerable: npt.NDArray[np.bool_], weights: Matrix) -> tuple[float, Matrix]:
    """Penalised logistic regression by Newton's method, in the units of the signals."""
    mean, deviation = signals.mean(axis=0), signals.std(axis=0) + 1e-9
    rows = np.column_stack([np.ones(len(signals)), (signals - mean) / deviation])
    penalty = np.diag([0.0] + [_PENALTY * float(weights.sum())] * signals.shape[1])
    found = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-rows @ found))
        curvature = rows.T @ ((weights * chance * (1.0 - chance))[:, np.newaxis] * rows) + penalty
        found += np.linalg.solve(curvature, rows.T @ (weights * (answerable - chance)) - penalty @ found)
    coefficients = found[1:] / deviation
    return float(found[0] - coefficients @ mean), coefficients
