"""Finds versions of items by the vectors of their passages, with the languages made comparable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from esv.search.lexical import Mask, Ordinals, Ranked, Scores
from esv.search.vectors.dense_rows import DenseRows
from esv.search.vectors.embedder import Vectors
from esv.search.vectors.exact import DenseIndex
from esv.search.vectors.language_shift import score_shifts

# Passages looked at for every version wanted: the passages of one version may fill the first places.
_PASSAGES_PER_VERSION = 2


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as a unit vector, with the language in which it was asked (None where unknown)."""

    vector: Vectors
    language: str | None


@dataclass(frozen=True, slots=True)
class MeaningIndex:
    """The vectors of a library at one moment.

    ``rows`` are the vectors; their keys are numbers of passages. ``row_of`` gives for every passage its row,
    or -1 where
    the vector is still to be made. Adding goes on in the same ``index``, which leaves earlier moments as they were.
    """

    index: DenseIndex
    rows: DenseRows
    row_of: npt.NDArray[np.int32]

    @classmethod
    def build(cls, vectors: Vectors, languages: Sequence[str], content_hash: str) -> Self:
        """Index vectors of shape (passages, dim); a row of zeros stands for a vector not yet made."""
        empty = DenseIndex(vectors.shape[1], content_hash)
        return cls(empty, empty.rows(), np.zeros(0, dtype=np.int32)).with_added(vectors, languages)

    def with_added(self, vectors: Vectors, languages: Sequence[str]) -> Self:
        """These vectors too, for passages numbered onwards."""
        start = len(self.row_of)
        made = np.flatnonzero(vectors.any(axis=1))
        keys = (start + made).tolist()
        vectors_made = vectors if len(made) == len(vectors) else vectors[made]
        own = [languages[place] for place in made.tolist()]
        self.index.put(keys, own, vectors_made, content_hash=self.index.content_hash)
        return self._at(start + len(vectors))

    def without(self, passages: Sequence[int]) -> Self:
        """The same without the vectors of these passages."""
        self.index.remove(passages)
        return self._at(len(self.row_of))

    def vectors_of(self, passages: Ordinals) -> Vectors:
        """The vectors of passages, zeros where there is none."""
        rows = self.row_of[passages]
        return (
            np.where((rows >= 0)[:, np.newaxis], self.rows.vectors[rows], np.float32(0))
            if len(self.rows.keys)
            else (np.zeros((len(passages), self.rows.vectors.shape[1]), dtype=np.float32))
        )

    def nearest(self, sought: Sought, versions: npt.NDArray[np.int32], allowed: Mask, limit: int) -> Ranked:
        """The versions whose best passage is nearest.

        Args:
            sought: what is asked.
            versions: for every passage the number of its version.
            allowed: True for versions that may be found.
            limit: the most to return.
        """
        of_rows = versions[self.rows.keys]
        rows, scores = self.rows.top(
            sought.vector, self._language(sought), _PASSAGES_PER_VERSION * limit, allowed[of_rows]
        )
        found, first = np.unique(of_rows[rows], return_index=True)
        order = np.argsort(first)[:limit]
        return Ranked(found[order].astype(np.int32), scores[first[order]])

    def scores(self, sought: Sought, passages: Ordinals) -> Scores:
        """The scores of some passages, comparable with those of ``nearest``; -inf without a vector."""
        rows = self.row_of[passages]
        by_name = score_shifts(self.rows.means, sought.vector, self._language(sought))
        shifts = np.array([by_name.get(name, 0.0) for name in self.rows.language_names], dtype=np.float32)
        scores = self.rows.vectors[rows] @ sought.vector + shifts[self.rows.languages[rows]]
        return np.where(rows >= 0, scores, np.float32(-np.inf))

    def usual(self, sought: Sought) -> float:
        """What the average passage scores."""
        mean = self.rows.means.get(self._language(sought))
        return float(mean @ sought.vector) if mean is not None else 0.0

    def _language(self, sought: Sought) -> str:
        """Where the language is unknown any will do: the others are made comparable with it."""
        return sought.language or min(self.rows.means, default="")

    def _at(self, size: int) -> Self:
        rows = self.index.rows()
        row_of = np.full(size, -1, dtype=np.int32)
        live = np.flatnonzero(rows.is_live)
        row_of[rows.keys[live]] = live
        return type(self)(self.index, rows, row_of)
