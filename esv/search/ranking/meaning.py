"""Finds passages by their vectors, with the languages made comparable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from esv.search.lexical import Mask, Ordinals, Ranked, Scores

Vectors = npt.NDArray[np.float32]

# A language of few passages is centred mostly on what all passages share.
_PRIOR_PASSAGES = 20


@dataclass(frozen=True, slots=True)
class MeaningIndex:
    """Vectors of passages, in the order of the lexical index; a row of zeros stands for a vector not yet made.

    Scores are inner products with the vector of the question, less what the average passage of the same language
    scores. Vectors of one language lie close together; without this a Dutch question would find Dutch passages
    first, whatever they say. Within a language the order stays as it is.
    """

    vectors: Vectors
    present: Mask
    languages: npt.NDArray[np.str_]
    centres: dict[str, Vectors]

    @classmethod
    def build(cls, vectors: Vectors, languages: Sequence[str]) -> Self:
        """Index vectors of shape (passages, dim), of length one or zero."""
        present = np.any(vectors != 0.0, axis=1) if vectors.shape[1] else np.zeros(len(vectors), dtype=np.bool_)
        names = np.array(languages, dtype=np.str_)
        return cls(vectors, present, names, _centres(vectors, present, names))

    @property
    def dim(self) -> int:
        """The length of a vector; 0 when there are none."""
        return int(self.vectors.shape[1])

    def with_added(self, vectors: Vectors, languages: Sequence[str]) -> Self:
        """An index with these vectors too; the centres stay those of the last build, once there are any."""
        together = np.concatenate([self.vectors, vectors])
        names = [*self.languages.tolist(), *languages]
        if not self.centres:
            return type(self).build(together, names)
        added = np.any(vectors != 0.0, axis=1)
        return type(self)(together, np.concatenate([self.present, added]), np.array(names, dtype=np.str_), self.centres)

    def scores(self, query: Vectors) -> Scores:
        """The score of every passage for the vector of a question; -inf for a passage without vector."""
        scores = self.vectors @ query
        for language, centre in self.centres.items():
            scores[self.languages == language] -= np.float32(centre @ query)
        scores[~self.present] = -np.inf
        return np.asarray(scores, dtype=np.float32)


def best(scores: Scores, limit: int, allowed: Mask | None = None) -> Ranked:
    """The highest finite scores; of equal ones, those added first."""
    found = np.isfinite(scores) if allowed is None else np.isfinite(scores) & allowed
    ordinals = found.nonzero()[0]
    if len(ordinals) > limit:
        ordinals = ordinals[np.argpartition(-scores[ordinals], limit - 1)[:limit]]
    order = np.lexsort((ordinals, -scores[ordinals]))
    return Ranked(ordinals[order].astype(np.int32), scores[ordinals[order]])


def scores_at(scores: Scores, ordinals: Ordinals) -> Scores:
    """The scores of some passages, lowest finite score where there is none."""
    chosen = scores[ordinals]
    finite = scores[np.isfinite(scores)]
    return np.where(np.isfinite(chosen), chosen, finite.min() if len(finite) else 0.0).astype(np.float32)


def _centres(vectors: Vectors, present: Mask, languages: npt.NDArray[np.str_]) -> dict[str, Vectors]:
    if not present.any():
        return {}
    overall = vectors[present].mean(axis=0)
    return {str(name): _centre(vectors[present & (languages == name)], overall) for name in np.unique(languages)}


def _centre(vectors: Vectors, overall: Vectors) -> Vectors:
    total = vectors.sum(axis=0) + _PRIOR_PASSAGES * overall
    return np.asarray(total / (len(vectors) + _PRIOR_PASSAGES), dtype=np.float32)
