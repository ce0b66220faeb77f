"""The vectors at one moment, and the search through them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from esv.search.vectors.embedder import Vectors
from esv.search.vectors.language_shift import score_shifts
from esv.search.vectors.sign_bits import SignBits

SHORTLIST = 2_000
SHORTLIST_SHARE = 50  # one row in fifty: recall@10 0.985 at 300,000 and at a million rows (measured)
FEW_ROWS = 20_000
QUERIES_AT_ONCE = 32

Rows = NDArray[np.intp]
Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]
Found = tuple[Rows, Scores]


@dataclass(frozen=True)
class DenseRows:
    """The index at one moment; never changes, so threads may read it while the index goes on.

    Attributes:
        keys: int64 per row, the number under which its vector was put.
        is_live: False for rows whose vector was removed or replaced; they are never found.
        vectors: float32, shape (rows, dim), unit length.
        languages: per row a place in ``language_names``.
        language_names: the codes ("nl", "en") in order of arrival.
        means: mean vector of every language that has enough rows.
        signs: for the first ``len(signs)`` rows, when there are very many.
    """

    keys: NDArray[np.int64]
    is_live: Mask
    vectors: Vectors
    languages: NDArray[np.uint8]
    language_names: tuple[str, ...]
    means: dict[str, Vectors]
    signs: SignBits | None

    def top(self, query: Vectors, query_language: str, k: int, rows_allowed: Mask | None = None) -> Found:
        """The ``k`` nearest rows, best first.

        Scores of the question's own language are plain inner products; other languages are shifted (see
        ``language_shift``). Equal scores keep the order of the rows.

        Args:
            query: unit vector, shape (dim,).
            query_language: code of the language it was asked in; an unknown one means no shift.
            k: at most so many.
            rows_allowed: True per row that may be found; None allows all.

        Returns:
            Row numbers (``keys[rows]`` gives the keys) and their scores.

        Raises:
            ValueError: a vector or mask of the wrong length, or ``k`` below 1.
        """
        self._check(query.shape, k, rows_allowed)
        allowed = self._allowed(rows_allowed)
        shifts = self._shifts(query, query_language)
        candidates = self._candidates(query, query_language, k, allowed)
        if candidates is None:
            return _best(self.vectors @ query, shifts[self.languages], k, allowed)
        scores = self.vectors[candidates] @ query
        everyone = np.ones(len(candidates), dtype=np.bool_)
        places, scores = _best(scores, shifts[self.languages[candidates]], k, everyone)
        return candidates[places], scores

    def top_batch(
        self, queries: Vectors, query_languages: Sequence[str], k: int, rows_allowed: Mask | None = None
    ) -> list[Found]:
        """``top`` for every row of ``queries``; faster than one by one while all rows are compared."""
        self._check(queries.shape[1:], k, rows_allowed)
        if self.signs is not None or not self.vectors.shape[1]:
            return [
                self.top(query, language, k, rows_allowed)
                for query, language in zip(queries, query_languages, strict=True)
            ]
        found: list[Found] = []
        for start in range(0, len(queries), QUERIES_AT_ONCE):
            part = slice(start, start + QUERIES_AT_ONCE)
            found += self._top_together(queries[part], query_languages[part], k, self._allowed(rows_allowed))
        return found

    def _top_together(self, queries: Vectors, languages: Sequence[str], k: int, allowed: Mask) -> list[Found]:
        scores = queries @ self.vectors.T
        return [
            _best(row, self._shifts(query, language)[self.languages], k, allowed)
            for row, query, language in zip(scores, queries, languages, strict=True)
        ]

    def _allowed(self, rows_allowed: Mask | None) -> Mask:
        return self.is_live if rows_allowed is None else self.is_live & rows_allowed

    def _shifts(self, query: Vectors, query_language: str) -> Scores:
        """What to add to a score, per place in ``language_names``."""
        by_name = score_shifts(self.means, query, query_language)
        return np.array([by_name.get(name, 0.0) for name in self.language_names], dtype=np.float32)

    def _check(self, shape: tuple[int, ...], k: int, rows_allowed: Mask | None) -> None:
        if shape != self.vectors.shape[1:]:
            raise ValueError(f"the index holds vectors of {self.vectors.shape[1]} values, not of shape {shape}")
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        if rows_allowed is not None and rows_allowed.shape != self.is_live.shape:
            raise ValueError(f"{len(self.is_live)} rows, but a mask of {rows_allowed.shape}: of an older moment?")

    def _candidates(self, query: Vectors, query_language: str, k: int, allowed: Mask) -> Rows | None:
        """The rows worth comparing; None means all."""
        if self.vectors.shape[1] == 0:
            return np.empty(0, dtype=np.intp)
        if np.count_nonzero(allowed) <= min(FEW_ROWS, len(allowed) // 4):
            return np.flatnonzero(allowed)
        if self.signs is None:
            return None
        coded = len(self.signs)
        language = self._language_place(query_language)
        count = max(SHORTLIST, 4 * k, coded // SHORTLIST_SHARE)
        near = self.signs.nearest(query, language, count, allowed[:coded])
        uncoded = coded + np.flatnonzero(allowed[coded:])
        return np.concatenate([np.sort(near), uncoded])

    def _language_place(self, name: str) -> int:
        known = self.language_names
        return known.index(name) if name in known else len(known)


def _best(scores: Scores, shifts: Scores, k: int, allowed: Mask) -> Found:
    """Places and shifted scores of the best ``k``; a tie that rounding makes is settled by the plain score."""
    shifted = scores + shifts
    shifted[~allowed] = -np.inf
    chosen = np.flatnonzero(allowed & (shifted >= _kth_largest(shifted, k)))
    order = np.lexsort((chosen, -scores[chosen], -shifted[chosen]))[:k]
    return chosen[order], shifted[chosen[order]]


def _kth_largest(values: Scores, k: int) -> np.float32:
    if k >= len(values):
        return np.float32(-np.inf)
    return np.float32(np.partition(values, len(values) - k)[len(values) - k])
